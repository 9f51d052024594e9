"""Which small picture stands for a snapshot on a card of the gallery."""

from collections.abc import Iterator

import numpy as np
from card_painting import colored, image_of, lines, mixed, mosaic, scaled, scatter, spread, told, written
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

from explorer.snapshots import (
    ActivationsSnapshot,
    AttentionSnapshot,
    BoundarySnapshot,
    GanSamplesSnapshot,
    GeneratedTextSnapshot,
    HiddenWordsSnapshot,
    PredictionsSnapshot,
    ReconstructionsSnapshot,
    Snapshot,
    StatesSnapshot,
    WordVectorsSnapshot,
)
from ui.theme import DARK


def picture(snapshot: Snapshot) -> QImage:
    """A snapshot as a small picture."""
    match snapshot:
        case ActivationsSnapshot():
            return image_of(mosaic(scaled(snapshot.values[:8]), "viridis", 4))
        case AttentionSnapshot() if snapshot.layers[-1][1] == "pooling":
            shares = snapshot.weights[-1][0, 0] / float(snapshot.weights[-1].max())
            pairs = zip(snapshot.source_tokens[-1], shares.tolist(), strict=True)
            return told([(word, mixed(DARK.line, DARK.validation, share)) for word, share in pairs if word != "·"])
        case AttentionSnapshot():
            sharpest = max(snapshot.weights[-1], key=lambda head: float((head**2).sum()))
            return image_of(colored(np.clip(sharpest, 0, 1), "cividis"))
        case StatesSnapshot():
            values = snapshot.hidden[:, :48].T if len(snapshot.hidden) > 24 else snapshot.hidden[:, :24]
            return image_of(colored(values / (2 * float(np.abs(values).max())) + 0.5, "signed"))
        case PredictionsSnapshot() if snapshot.texts:
            return image_of(colored(snapshot.confusion / snapshot.confusion.max(), "cividis"))
        case PredictionsSnapshot() if snapshot.samples.ndim == 3 and snapshot.samples.shape[2] == 1:
            return lines(snapshot.samples[:4, :, 0])
        case PredictionsSnapshot():
            shown = snapshot.samples[:8].reshape(8, -1)
            side = round(shown.shape[1] ** 0.5)
            return image_of(mosaic(scaled(shown.reshape(8, side, side)), "gray", 4))
        case GanSamplesSnapshot() if snapshot.made.ndim == 2:
            return scatter([(snapshot.real, DARK.faint), (snapshot.made, DARK.generator)], (-1.5, 1.5, -1.5, 1.5))
        case GanSamplesSnapshot():
            return image_of(mosaic(snapshot.made[:8, 0] / 2 + 0.5, "gray", 4))
        case ReconstructionsSnapshot():
            return image_of(mosaic(np.concatenate([snapshot.given[:5, 0], snapshot.answered[:5, 0]]), "gray", 5))
        case BoundarySnapshot():
            return boundary(snapshot)
        case HiddenWordsSnapshot():
            return told(list(guessed(snapshot)))
        case WordVectorsSnapshot():
            return spread(snapshot.words, snapshot.positions)
        case GeneratedTextSnapshot():
            return written(snapshot.prompt + snapshot.text)
    raise TypeError(snapshot)


def boundary(snapshot: BoundarySnapshot) -> QImage:
    """The probability of the last class in blue to orange, the points above it."""
    back, front = (np.array(QColor(color).getRgb()[:3]) for color in (DARK.training, DARK.validation))
    share = snapshot.probabilities[-1][::-1, :, None]
    pixels = ((back * (1 - share) + front * share) * 0.55).astype(np.uint8)
    plane = image_of(pixels).scaled(240, 240, mode=Qt.TransformationMode.SmoothTransformation)
    colors = (DARK.training, DARK.validation, DARK.discriminator)
    groups = [(snapshot.points[snapshot.classes == number], color) for number, color in enumerate(colors)]
    points = scatter([group for group in groups if len(group[0])], snapshot.extent)
    painter = QPainter(plane)
    painter.drawImage(0, 0, points)
    painter.end()
    return plane


def guessed(snapshot: HiddenWordsSnapshot) -> Iterator[tuple[str, str]]:
    """The sentences with the network's guesses in place of the hidden words."""
    for words, guesses in zip(snapshot.words, snapshot.guesses, strict=True):
        for true, guess in zip(words, guesses, strict=True):
            yield (true, DARK.faint) if not guess else (guess, DARK.good if guess == true else DARK.backward)
