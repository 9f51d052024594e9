"""A text file, or all text files of a folder in order of their names, as one text."""

from pathlib import Path

SUFFIXES = (".txt", ".md", ".text", ".rst", ".tex", ".py", ".c", ".h", ".java", ".js", ".html", ".json", ".log")
MOST_BYTES = 64 * 2**20  # of all files together


def whole_text(folder: Path, names: list[str], encodings: tuple[str, ...]) -> str:
    """The texts one after another, each in its encoding, with a line's end between them.

    Raises:
        OSError: when a file is not there.
    """
    texts, left = [], MOST_BYTES
    for name, encoding in zip(names, encodings, strict=True):
        with (folder / name).open("rb") as file:
            content = file.read(left)
        left -= len(content)
        text = content.decode(encoding, "replace")
        texts.append(text.replace("\r\n", "\n").replace("\r", "\n").replace("\ufeff", "").rstrip("\n"))
    return "\n".join(texts)
