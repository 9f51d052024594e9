"""Makes the pictures of the gallery's cards: trains every offline experiment for some seconds and draws one snapshot.

Run it as `python assets/screenshots/make_cards.py [EXPERIMENT ...]`. It uses the engine that the window uses.
"""

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt

ROOT = Path(__file__).resolve().parents[2]
CARDS = Path(__file__).with_name("cards")
SECONDS = 45.0
SIDE = 8  # pixels that one value takes
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QPointF, Qt  # noqa: E402
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter  # noqa: E402

from explorer.commands import Acknowledge, Load, Play, Stop, Watch  # noqa: E402
from explorer.engine.client import EngineClient, start_engine  # noqa: E402
from explorer.events import EngineFailed, ProblemsFound, RunLoaded, SnapshotTaken, StateChanged  # noqa: E402
from explorer.gallery import cards, load  # noqa: E402
from explorer.probe import ProbeSpec  # noqa: E402
from explorer.probes.activations import Activations  # noqa: E402
from explorer.probes.attention import Attention  # noqa: E402
from explorer.probes.boundary import Boundary  # noqa: E402
from explorer.probes.gan_samples import GanSamples  # noqa: E402
from explorer.probes.generated_text import GeneratedText  # noqa: E402
from explorer.probes.hidden_words import HiddenWords  # noqa: E402
from explorer.probes.predictions import Predictions  # noqa: E402
from explorer.probes.reconstructions import Reconstructions  # noqa: E402
from explorer.probes.states import States  # noqa: E402
from explorer.probes.word_vectors import WordVectors  # noqa: E402
from explorer.snapshots import (  # noqa: E402
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
from explorer.spec import Experiment  # noqa: E402
from ui.theme import DARK, colormap, load_fonts, theme  # noqa: E402

Pixels = npt.NDArray[np.uint8]
Floats = npt.NDArray[np.floating]


def main(names: list[str]) -> None:
    """Make the pictures of these experiments, or of all that need no data from elsewhere."""
    app = QGuiApplication(["cards", "-platform", "offscreen"])
    load_fonts()
    CARDS.mkdir(exist_ok=True)
    client = start_engine()
    with tempfile.TemporaryDirectory() as folder:
        for name in names or [card.id for card in cards() if card.offline]:
            image = picture(last_snapshot(client, name, Path(folder) / name))
            image.save(str(CARDS / f"{name}.png"))
            print(name, image.width(), image.height(), flush=True)  # noqa: T201 - the script's answer
        client.close()
    app.quit()


def last_snapshot(client: EngineClient, name: str, folder: Path) -> Snapshot:
    """What the experiment's probe sees after some seconds of training."""
    experiment = load(name)
    client.send(Load(name, experiment, "cpu", str(folder)))
    snapshot, deadline = None, time.monotonic() + 60
    while time.monotonic() < deadline or snapshot is None:
        time.sleep(0.02)
        for event in client.take_events():
            match event:
                case RunLoaded():
                    client.send(Watch(name, "card", probe_for(experiment)))
                    client.send(Play(name))
                    deadline = time.monotonic() + SECONDS
                case SnapshotTaken():
                    snapshot = event.snapshot
                    client.send(Acknowledge(name, "card"))
                case StateChanged(state="finished"):
                    deadline = min(deadline, time.monotonic() + 0.5)
                case ProblemsFound() | EngineFailed():
                    raise SystemExit(str(event))
    client.send(Stop(name))
    return snapshot


def probe_for(experiment: Experiment) -> ProbeSpec:
    """What is worth seeing of an experiment: the first that applies."""
    kinds: tuple[type[ProbeSpec], ...] = (
        Boundary, GanSamples, Reconstructions, GeneratedText, HiddenWords, Attention, States,
    )  # fmt: skip
    if experiment.training.objective.kind == "predict_words":
        return WordVectors(num_words=40)
    for kind in kinds:
        if kind.applies_to(experiment) and not (kind is Boundary and GanSamples.applies_to(experiment)):
            return kind(length=96) if kind is GeneratedText else kind()
    if experiment.data.facts().ports.input.kind == "tokens":
        return Predictions()
    blocks = experiment.architecture.network.blocks  # type: ignore[union-attr]
    images = [place for place, block in enumerate(blocks) if block.kind == "activation" and place < 3]
    if any(block.kind == "conv2d" for block in blocks) and images:
        return Activations(path=f"architecture.network.blocks.{images[0]}")
    return Predictions()


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
            return spread(snapshot)
        case GeneratedTextSnapshot():
            return written(snapshot.prompt + snapshot.text)
    raise TypeError(snapshot)


def scaled(values: Floats) -> Floats:
    """Values stretched to 0 to 1."""
    low, high = float(values.min()), float(values.max())
    return (values - low) / ((high - low) or 1.0)


def colored(values: Floats, name: str) -> Pixels:
    """(H, W) in 0 to 1 -> (H, W, 3)."""
    return colormap(name)[(np.clip(values, 0, 1) * 255).astype(np.uint8)]  # type: ignore[arg-type]


def mosaic(values: Floats, name: str, columns: int) -> Pixels:
    """(N, H, W) in 0 to 1 -> tiles in rows of `columns`, a dark pixel between them."""
    tiles = [np.pad(colored(value, name), ((0, 1), (0, 1), (0, 0)), constant_values=24) for value in values]
    rows = [np.hstack(tiles[start : start + columns]) for start in range(0, len(tiles), columns)]
    return np.vstack(rows)[:-1, :-1]


def image_of(pixels: Pixels) -> QImage:
    """Every pixel as a square of SIDE pixels."""
    large = np.ascontiguousarray(pixels.repeat(SIDE, 0).repeat(SIDE, 1))
    height, width, _ = large.shape
    return QImage(large.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()


def painted(width: int, height: int, paint: Callable[[QPainter], None]) -> QImage:
    """A transparent picture that `paint` fills."""
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    paint(painter)
    painter.end()
    return image


def scatter(groups: list[tuple[Floats, str]], extent: tuple[float, float, float, float] | None = None) -> QImage:
    """Points of the plane, each group in its colour."""
    reach = float(max(np.abs(points).max() for points, _ in groups)) * 1.1
    left, right, bottom, top = extent or (-reach, reach, -reach, reach)

    def paint(painter: QPainter) -> None:
        for points, color in groups:
            painter.setBrush(QColor(color))
            for x, y in points[:400]:
                place = QPointF(240 * (x - left) / (right - left), 240 * (top - y) / (top - bottom))
                painter.drawEllipse(place, 3.2, 3.2)

    return painted(240, 240, paint)


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


def told(words: list[tuple[str, str]]) -> QImage:
    """Words in their colours, as many as fit."""

    def paint(painter: QPainter) -> None:
        painter.setFont(theme.font(20))
        x, y = 0, 28
        for word, color in words:
            width = painter.fontMetrics().horizontalAdvance(word + " ")
            if x + width > 336:
                x, y = 0, y + 32
            painter.setPen(QColor(color))
            painter.drawText(QPointF(x, y), word)
            x += width

    return painted(336, 140, paint)


def mixed(low: str, high: str, share: float) -> str:
    """A colour between two."""
    back, front = (np.array(QColor(color).getRgb()[:3]) for color in (low, high))
    return QColor(*(back * (1 - share) + front * share).astype(int).tolist()).name()


def guessed(snapshot: HiddenWordsSnapshot) -> Iterator[tuple[str, str]]:
    """The sentences with the network's guesses in place of the hidden words."""
    for words, guesses in zip(snapshot.words, snapshot.guesses, strict=True):
        for true, guess in zip(words, guesses, strict=True):
            yield (true, DARK.faint) if not guess else (guess, DARK.good if guess == true else DARK.backward)


def spread(snapshot: WordVectorsSnapshot) -> QImage:
    """Words at their places."""
    low, high = snapshot.positions.min(axis=0), snapshot.positions.max(axis=0)
    places = (snapshot.positions - low) / (high - low)

    def paint(painter: QPainter) -> None:
        painter.setFont(theme.font(15))
        painter.setPen(QColor(DARK.validation))
        for word, (x, y) in zip(snapshot.words, places.tolist(), strict=True):
            width = painter.fontMetrics().horizontalAdvance(word)
            painter.drawText(QPointF(x * 270 + 30 - width / 2, 18 + (1 - y) * 190), word)

    return painted(336, 216, paint)


def written(text: str) -> QImage:
    """Text as the network wrote it."""
    words = text.replace("\n", " ")
    lines = [words[start : start + 26] for start in range(0, min(len(words), 104), 26)]

    def paint(painter: QPainter) -> None:
        font = theme.font(20)
        font.setFamily("monospace")
        painter.setFont(font)
        painter.setPen(QColor(DARK.muted))
        for number, line in enumerate(lines):
            painter.drawText(QPointF(0, 28 + 32 * number), line)

    return painted(336, 140, paint)


if __name__ == "__main__":
    main(sys.argv[1:])
