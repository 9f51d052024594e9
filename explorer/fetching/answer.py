"""One request to a server: what is missing of a file is asked for, and how the answer ended is told in few words."""

import re
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPException, HTTPResponse
from urllib.error import HTTPError, URLError
from urllib.request import Request, build_opener

TIMEOUT_S = 12.0  # without a single byte
CHUNK = 1 << 18
TEMPORARY = {408, 425, 429, 500, 502, 503, 504}
AGENT = "neural-explorer"


class BrokenOff(Exception):
    """The server did not answer, or not to the end: another attempt may go better."""


class Refusal(Exception):
    """The server will not give the file, however often it is asked."""


class NothingMore(Exception):
    """The server says that the file ends before the first byte that was asked for."""


class Answer:
    """What comes from the byte `start` on; `end` is the size of the whole file, where the server tells it."""

    def __init__(self, response: HTTPResponse, wanted_start: int) -> None:
        self._response = response
        length = response.headers.get("Content-Length", "")
        span = re.match(r"bytes (\d+)-\d+/(\d+|\*)", response.headers.get("Content-Range", ""))
        self.start, self.end = 0, int(length) if length.isdecimal() else None
        if response.status == 206:
            if span is None or int(span[1]) != wanted_start:
                raise BrokenOff("it sent another piece than it was asked for")
            self.start, self.end = wanted_start, int(span[2]) if span[2].isdecimal() else None

    def chunks(self) -> Iterator[bytes]:
        """What arrives, as it arrives.

        Raises:
            BrokenOff: when it ends in the middle.
        """
        position = self.start
        while chunk := self._read():
            position += len(chunk)
            yield chunk
        if self.end is not None and position < self.end:
            raise BrokenOff("it broke off")

    def _read(self) -> bytes:
        try:
            return self._response.read1(CHUNK)
        except (OSError, HTTPException) as error:
            raise BrokenOff(_words(error)) from error


@contextmanager
def asked(address: str, start: int) -> Iterator[Answer]:
    """Ask for a file from the byte `start` on. Proxies are those of the environment, redirections are followed.

    Raises:
        BrokenOff, Refusal, NothingMore
    """
    headers = {"User-Agent": AGENT} | ({"Range": f"bytes={start}-"} if start else {})
    try:
        response = build_opener().open(Request(address, headers=headers), timeout=TIMEOUT_S)
    except HTTPError as error:
        error.close()
        raise _refused(error, start) from error
    except (OSError, HTTPException) as error:
        reason = error.reason if isinstance(error, URLError) else error
        if isinstance(reason, ssl.SSLCertVerificationError):
            raise Refusal(_words(reason)) from error
        raise BrokenOff(_words(reason)) from error
    except ValueError as error:  # it is no address
        raise Refusal(str(error)) from error
    with response:
        yield Answer(response, start)


def _refused(error: HTTPError, start: int) -> Exception:
    if error.code == 416 and start:
        return NothingMore()
    words = f"{error.code} {error.reason}".strip()
    return BrokenOff(words) if error.code in TEMPORARY else Refusal(words)


def _words(error: object) -> str:
    """Few words for an error of the network."""
    if isinstance(error, TimeoutError):
        return "it does not answer"
    if isinstance(error, HTTPException):
        return "it broke off"
    return str(getattr(error, "strerror", None) or error)
