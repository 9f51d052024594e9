"""A web server in this process that behaves as badly as asked: it breaks off, dies, redirects, lies, is slow."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

PIECE = 4096


@dataclass
class FileServer:
    """Serves `files` by path. `asked` are the paths and ranges of all requests; each of `moods` is used up by one.

    A mood is what happens to the next answer: a status such as 404 or 503, "drop" (closes without an answer), a number
    of bytes below zero (breaks off after so many), "whole" (ignores ranges), or an address to go to.
    """

    files: dict[str, bytes]
    address: str = ""
    moods: list[int | str] = field(default_factory=list)
    asked: list[tuple[str, str]] = field(default_factory=list)
    sent: int = 0  # bytes of content
    before_piece: Callable[[int], None] | None = None  # called with the bytes of the answer that are sent already

    def take_mood(self) -> int | str:
        return self.moods.pop(0) if self.moods else 200


@contextmanager
def serving(files: dict[str, bytes]) -> Iterator[FileServer]:
    """The server, until the block ends."""
    server = FileServer(files)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            span = self.headers.get("Range", "")
            server.asked.append((self.path, span))
            mood = server.take_mood()
            self.close_connection = True
            if mood == "drop":
                return
            if isinstance(mood, str) and mood.startswith("http"):
                self._head(302, {"Location": mood, "Content-Length": "0"})
                return
            content = server.files.get(self.path.lstrip("/"))
            status = 404 if content is None else mood if isinstance(mood, int) and mood >= 300 else 200
            if content is None or status >= 300:
                self._head(status, {"Content-Length": "0"})
                return
            start = int(span.removeprefix("bytes=").rstrip("-")) if span and mood != "whole" else 0
            if start >= len(content):
                self._head(416, {"Content-Range": f"bytes */{len(content)}", "Content-Length": "0"})
                return
            headers = {"Content-Length": str(len(content) - start)}
            if start:
                headers["Content-Range"] = f"bytes {start}-{len(content) - 1}/{len(content)}"
            self._head(206 if start else 200, headers)
            self._send(content[start:], -mood if isinstance(mood, int) and mood < 0 else len(content))

        def _head(self, status: int, headers: dict[str, str]) -> None:
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Connection", "close")
            self.end_headers()

        def _send(self, content: bytes, most: int) -> None:
            for place in range(0, min(len(content), most), PIECE):
                if server.before_piece is not None:
                    server.before_piece(place)
                piece = content[place : min(place + PIECE, most)]
                try:
                    self.wfile.write(piece)
                except OSError:  # nobody listens any more
                    return
                server.sent += len(piece)

        def log_message(self, format: str, *arguments: object) -> None:
            """Say nothing."""

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    http.daemon_threads = False
    server.address = f"http://127.0.0.1:{http.server_address[1]}"
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01}, name="file server")
    thread.start()
    try:
        yield server
    finally:
        http.shutdown()
        thread.join()
        http.server_close()


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder by its path."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
