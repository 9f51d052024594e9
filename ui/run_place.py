"""Where in a step a run stands, or passes in slow motion, and how that is said."""

from dataclasses import dataclass

from explorer.places import index_of, value_at
from explorer.spec import Experiment
from models.problem import InputError
from ui.text import tr


@dataclass(frozen=True)
class RunPlace:
    """The phase that was computed last, its network, and of a forward phase the block; all empty between two steps.

    `label` is what the block is called, in English.
    """

    phase: str = ""
    network: str = ""
    block: str = ""
    label: str = ""

    @property
    def words(self) -> str:
        """ " · discriminator · forward · 3 Dense" in the window's language; empty between two steps."""
        networks = {
            "generator": tr("generator"), "discriminator": tr("discriminator"), "encoder": tr("encoder"),
            "decoder": tr("decoder"),
        }  # fmt: skip
        parts = [words for words in (networks.get(self.network, ""), phase_words(self.phase)) if words]
        if self.block:
            parts.append(f"{index_of(self.block) + 1} {tr(self.label)}")
        return "".join(f" · {part}" for part in parts)


NOWHERE = RunPlace()


def phase_words(phase: str) -> str:
    """A phase in the window's language; "" for none."""
    words = {"forward": tr("forward"), "loss": tr("loss"), "backward": tr("backward"), "update": tr("update")}
    return words.get(phase, "")


def run_place(experiment: Experiment | None, phase: str, network: str, block: str) -> RunPlace:
    """The place that the engine tells, with the block's name in the run's experiment."""
    if experiment is None or not block:
        return RunPlace(phase, network)
    try:
        return RunPlace(phase, network, block, value_at(experiment, block).label)
    except InputError:  # of a run that is left
        return RunPlace(phase, network)
