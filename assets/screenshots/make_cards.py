"""Makes the pictures of the gallery's cards: trains every offline experiment for some seconds and draws one snapshot.

Run it as `python assets/screenshots/make_cards.py [EXPERIMENT ...]`. It uses the engine that the window uses.
"""

import math
import sys
import tempfile
import time
from itertools import chain, takewhile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CARDS = Path(__file__).with_name("cards")
SECONDS = 45.0
ALARM_STEPS = 800
SEEN_AS_THEY_ARE = ("glyphs", "signals")  # data whose samples tell more than what a network makes of them
sys.path.insert(0, str(ROOT))

import torch  # noqa: E402
from card_painting import feverish  # noqa: E402
from card_pictures import picture  # noqa: E402
from PySide6.QtGui import QGuiApplication  # noqa: E402

from explorer.commands import Acknowledge, Load, Play, Stop, Watch  # noqa: E402
from explorer.engine.building import make_learner  # noqa: E402
from explorer.engine.client import EngineClient, start_engine  # noqa: E402
from explorer.engine.loop import train  # noqa: E402
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
from explorer.snapshots import Snapshot  # noqa: E402
from explorer.spec import Experiment  # noqa: E402
from ui.theme import DARK, load_fonts  # noqa: E402


def main(names: list[str]) -> None:
    """Make the pictures of these experiments, or of all that need no data from elsewhere."""
    app = QGuiApplication(["cards", "-platform", "offscreen"])
    load_fonts()
    CARDS.mkdir(exist_ok=True)
    client = start_engine()
    with tempfile.TemporaryDirectory() as folder:
        for name in names or [card.id for card in cards() if card.offline]:
            alarm = next(card.alarm for card in cards() if card.id == name)
            draws_loss = (
                alarm and load(name).data.kind in ("digits", "sentences") and load(name).architecture.kind == "single"
            )
            image = feverish(losses(name)) if draws_loss else picture(last_snapshot(client, name, Path(folder) / name))
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
                    client.send(Acknowledge(name, ("card",)))
                case StateChanged(state="finished"):
                    deadline = min(deadline, time.monotonic() + 0.5)
                case ProblemsFound() | EngineFailed():
                    raise SystemExit(str(event))
    client.send(Stop(name))
    return snapshot


def losses(name: str) -> list[tuple[list[float], str]]:
    """Training and validation loss of the first steps in their colours, as long as they are numbers."""
    learner = make_learner(load(name), load(name).data.load(), torch.device("cpu"))
    found: dict[str, list[float]] = {"train/loss": [], "validation/loss": []}
    moments = takewhile(lambda _: learner.step < ALARM_STEPS, train(learner))
    for key, value in chain.from_iterable(moment.metrics.items() for moment in moments):
        if key in found and math.isfinite(value):
            found[key].append(float(value))
    colors = {"train/loss": DARK.training, "validation/loss": DARK.validation}
    return [(thinned(values), colors[key]) for key, values in found.items() if len(values) > 1]


def thinned(values: list[float]) -> list[float]:
    """Means over some values at a time, some eighty in all."""
    stride = max(1, len(values) // 80)
    return [sum(values[start : start + stride]) / stride for start in range(0, len(values) - stride + 1, stride)]


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
    if experiment.data.facts().ports.input.kind == "tokens" or experiment.data.kind in SEEN_AS_THEY_ARE:
        return Predictions()
    blocks = experiment.architecture.network.blocks  # type: ignore[union-attr]
    images = [place for place, block in enumerate(blocks) if block.kind == "activation" and place < 3]
    if any(block.kind == "conv2d" for block in blocks) and images:
        return Activations(path=f"architecture.network.blocks.{images[0]}")
    return Predictions()


if __name__ == "__main__":
    main(sys.argv[1:])
