"""All data that come with the program are learned better than by guessing, in the window and on the command line."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from explorer import edits
from explorer.cli.app import run as run_command
from explorer.datasets import DATASETS
from explorer.datasets.ring import Ring
from explorer.fetching import catalogue
from explorer.files import save_experiment
from explorer.gallery import load
from explorer.spec import Experiment
from tests.end_to_end.conftest import series
from tests.explorer.built_in import learner_of, loss_of_guessing, made, mode_shares


@dataclass(frozen=True)
class Lesson:
    """An experiment of the gallery, after so many steps and with these settings of its data."""

    card: str
    steps: int
    data: dict[str, Any] = field(default_factory=dict)

    def shortened(self, experiment: Experiment) -> Experiment:
        data = experiment.data.model_dump() | self.data
        return edits.replace(
            experiment.model_copy(update={"data": type(experiment.data).model_validate(data)}),
            "training.limit",
            {"kind": "steps", "count": self.steps},
        )


LESSONS = {
    "digits": Lesson("cnn-digits", 60),
    "glyphs": Lesson("cnn-glyphs", 60, {"num_samples": 2000}),
    "shapes": Lesson("cnn-shapes", 50, {"num_samples": 1000}),
    "points": Lesson("mlp-spirals", 300),
    "waves": Lesson("lstm-waves", 400),
    "signals": Lesson("cnn-signals", 60),
    "reference": Lesson("transformer-lm", 40, {"stride": 640}),
    "sentences": Lesson("lstm-sentences", 150),
    "word_windows": Lesson("word2vec-cbow", 500),
    "reversal": Lesson("transformer-reversal", 60, {"num_samples": 2000}),
    "dates": Lesson("transformer-dates", 50, {"num_samples": 1000}),
    "adding": Lesson("lstm-adding", 300),
    "copy": Lesson("gru-copy", 80),
    "brackets": Lesson("lstm-brackets", 300),
    "ring": Lesson("gan-ring", 600),
}
KINDS = list(LESSONS)


def test_every_kind_that_comes_with_the_program_has_its_lesson() -> None:
    fetched = {data.id for data in catalogue.FETCHABLES}
    kinds = {data.model_fields["kind"].default for data in DATASETS}
    assert set(LESSONS) == {kind for kind in kinds - fetched if not kind.startswith("own_")}


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_learned_by_a_command(
    kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], one_thread: None
) -> None:
    lesson, file, run = LESSONS[kind], tmp_path / "experiment.json", tmp_path / "run"
    experiment = lesson.shortened(load(lesson.card))
    assert experiment.data.kind == kind
    save_experiment(experiment, file)
    assert run_command(["train", str(file), "--out", str(run), "--json"]) == 0
    metrics = json.loads(capsys.readouterr().out)["metrics"]
    assert_learned(experiment, run, "test", metrics.get("test/loss"))


def test_they_are_learned_in_the_window(person: Any) -> None:
    for number, (kind, lesson) in enumerate(LESSONS.items(), start=1):
        person.open_card(lesson.card)
        store = person.workspace.store
        store.set(lesson.shortened(store.experiment))
        assert store.experiment.data.kind == kind
        person.forget_changes()
        person.click(person.workspace.train_page.transport.run)
        person.until_state("finished")
        runs = person.runs()
        assert len(runs) == number
        values = series(runs[-1])
        losses = values.get("validation/loss")
        assert_learned(store.experiment, runs[-1], "validation", losses[-1][1] if losses else None)


def assert_learned(experiment: Experiment, run: Path, split: Any, loss: float | None) -> None:
    """The loss is lower than the best constant answer's; a generator's points lie nearer to the ring's than any do."""
    data = experiment.data
    if isinstance(data, Ring):
        reach = float(np.abs(data.centres()).max())
        anywhere = np.random.default_rng(0).uniform(-reach, reach, (2000, 2))
        found, guessed = (mode_shares(data, points).sum() for points in (made(learner_of(run), 2000), anywhere))
        assert found > 1.5 * guessed
        return
    assert loss is not None
    assert loss < 0.97 * loss_of_guessing(experiment, split), data.kind
