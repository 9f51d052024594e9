"""The encoding of a text file: UTF-8 and UTF-16 where they are sound, then GB18030, else the Latin alphabet's own."""

import codecs
from pathlib import Path

SAMPLE_BYTES = 4 * 2**20
MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
LEAST_SHARE = 0.6  # of the bytes beyond ASCII that lie in pairs of Chinese characters
LAST_RESORT = "cp1252"


def encoding_of(path: Path) -> tuple[str, bool]:
    """The encoding, and whether it is certain.

    Raises:
        OSError: when the file cannot be read.
    """
    with path.open("rb") as file:
        sample = file.read(SAMPLE_BYTES)
    return encoding_of_bytes(sample)


def encoding_of_bytes(sample: bytes) -> tuple[str, bool]:
    """The same for the first bytes of a file, which may end within a character."""
    for mark, name in MARKS:
        if sample.startswith(mark):
            return name, True
    if _decodes(sample, "utf-8"):
        return "utf-8", True
    if _looks_chinese(sample) and _decodes(sample, "gb18030"):
        return "gb18030", True
    return LAST_RESORT, False


def is_binary(sample: bytes) -> bool:
    """Whether these are no text: there are zero bytes, and no mark of UTF-16 explains them."""
    return b"\0" in sample and not sample.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))


def _decodes(sample: bytes, name: str) -> bool:
    try:
        codecs.getincrementaldecoder(name)().decode(sample)
    except UnicodeDecodeError:
        return False
    return True


def _looks_chinese(sample: bytes) -> bool:
    """Whether most bytes beyond ASCII come in pairs of GB2312: letters with accents stand alone between others."""
    beyond = paired = place = 0
    sample = sample[: 2**18]
    while place < len(sample):
        if sample[place] < 0x80:
            place += 1
            continue
        is_pair = place + 1 < len(sample) and sample[place] >= 0xA1 and sample[place + 1] >= 0xA1
        beyond, paired, place = beyond + 1, paired + is_pair, place + 1 + is_pair
    return beyond > 0 and paired >= LEAST_SHARE * beyond
