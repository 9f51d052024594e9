"""Tiny data of every kind as a person has them, for tests; all can be learned within a second or two."""

import csv
import wave
from pathlib import Path

import numpy as np
import numpy.typing as npt

KINDS = (
    "own_images", "own_table", "own_arrays", "own_text", "own_labelled", "own_pairs", "own_sounds",
)  # fmt: skip


def write_own(kind: str, folder: Path) -> Path:
    """Data of that kind in a folder; the path that a person would choose."""
    folder.mkdir(parents=True, exist_ok=True)
    return {
        "own_images": write_pictures, "own_table": write_table, "own_arrays": write_arrays, "own_text": write_text,
        "own_labelled": write_labelled, "own_pairs": write_pairs, "own_sounds": write_sounds,
    }[kind](folder)  # fmt: skip


def write_pictures(
    folder: Path, count: int = 20, names: tuple[str, ...] = ("猫 cats", "dogs 🐶"), size: int = 12
) -> Path:
    """Bright above or bright below, as PNG, with one folder for each class."""
    from PIL import Image

    rng = np.random.default_rng(0)
    for number, name in enumerate(names):
        (folder / name).mkdir(parents=True, exist_ok=True)
        for index in range(count):
            pixels = rng.integers(0, 90, (size, size, 3), dtype=np.uint8)
            half = slice(0, size // 2) if number == 0 else slice(size // 2, size)
            pixels[half] += 140
            Image.fromarray(pixels).save(folder / name / f"图 {index}.png")
    return folder


def write_table(folder: Path, count: int = 150) -> Path:
    """Two numbers and a word, of which the first number tells the class."""
    rng = np.random.default_rng(1)
    path = folder / "花.csv"
    with path.open("w", encoding="gb18030", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["长度", "width", "colour", "species"])
        for index in range(count):
            kind = index % 3
            colour = ("red", "green")[int(rng.integers(2))]
            writer.writerow([f"{kind + rng.normal(0, 0.15):.3f}", f"{rng.normal():.3f}", colour, "甲乙丙"[kind]])
    return path


def write_arrays(folder: Path, count: int = 120) -> Path:
    """Pictures of bytes with labels, as an NPZ file with a training and a test part."""
    rng = np.random.default_rng(2)
    labels = np.arange(count) % 2
    images = rng.integers(0, 90, (count, 8, 8), dtype=np.uint8)
    images[labels == 1, :4] += 120
    cut = count * 3 // 4
    path = folder / "pictures.npz"
    np.savez(path, x_train=images[:cut], y_train=labels[:cut], x_test=images[cut:], y_test=labels[cut:])
    return path


def write_text(folder: Path) -> Path:
    """The same sentences over and over."""
    path = folder / "story.txt"
    path.write_text(
        "The cat sat on the mat. 猫坐在垫子上。\nThe dog ran to the log. 狗跑向木头。\n" * 60, encoding="utf-8"
    )
    return path


def write_labelled(folder: Path, count: int = 120) -> Path:
    """Label, title and text without names of columns, as AG News."""
    rng = np.random.default_rng(3)
    words = (("goal", "team", "match", "球队", "player"), ("market", "bank", "money", "股票", "price"))
    path = folder / "news.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_ALL)
        for index in range(count):
            chosen = [words[index % 2][place] for place in rng.integers(5, size=8)]
            writer.writerow(
                [index % 2 + 1, f"A title about number {index}, {chosen[0]}", " ".join(("the", *chosen, "and"))]
            )
    return path


def write_pairs(folder: Path, count: int = 400) -> Path:
    """Words and the same words in capitals."""
    rng = np.random.default_rng(4)
    path = folder / "pairs.tsv"
    lines = ["".join("abcde"[letter] for letter in rng.integers(5, size=4)) for _ in range(count)]
    path.write_text("".join(f"{line}{index}\t{line.upper()}\n" for index, line in enumerate(lines)), encoding="utf-8")
    return path


def write_sounds(folder: Path, count: int = 20) -> Path:
    """Low and high tones."""
    rng = np.random.default_rng(5)
    for name, hertz in (("低", 300), ("high", 1500)):
        (folder / name).mkdir(parents=True, exist_ok=True)
        for index in range(count):
            time = np.arange(1600) / 8000
            tone = 0.5 * np.sin(2 * np.pi * (hertz * time + rng.random())) + rng.normal(0, 0.05, len(time))
            write_sound(folder / name / f"{index}.wav", tone, 8000)
    return folder


def write_sound(file: Path, values: npt.NDArray[np.floating], rate: int, width: int = 2, channels: int = 1) -> None:
    """A plain WAV of values from -1 to 1."""
    scaled = np.rint(values.clip(-1, 0.999) * 2 ** (8 * width - 1)).astype(np.int32)
    if width == 1:
        content = (scaled + 128).astype(np.uint8).tobytes()
    elif width == 3:
        content = np.frombuffer(scaled.astype("<i4").tobytes(), np.uint8).reshape(-1, 4)[:, :3].tobytes()
    else:
        content = scaled.astype(f"<i{width}").tobytes()
    with wave.open(str(file), "wb") as opened:
        opened.setnchannels(channels)
        opened.setsampwidth(width)
        opened.setframerate(rate)
        opened.writeframes(content)
