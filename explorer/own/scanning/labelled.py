"""Tables that lie beside each other, one for each split: train.csv and test.csv, as AG News has them."""

from pathlib import Path

from explorer.own.class_folders import SPLIT_FOLDERS
from explorer.own.files import is_seen

SUFFIXES = (".csv", ".tsv")


def split_tables(folder: Path) -> tuple[tuple[str, int], ...]:
    """The tables of a folder by the number of their split, where there is one for training and another one."""
    found: dict[int, str] = {}
    for file in sorted(folder.iterdir()):
        if is_seen(file.name) and file.suffix.lower() in SUFFIXES and file.stem.lower() in SPLIT_FOLDERS:
            found.setdefault(SPLIT_FOLDERS[file.stem.lower()], file.name)
    return tuple((found[split], split) for split in sorted(found)) if 0 in found and len(found) > 1 else ()
