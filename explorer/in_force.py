"""What counts for a run at one of its steps: a pure function of its experiment and of the changes up to there."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from explorer import edits
from explorer.changes import Mark
from explorer.changes.setting import Setting
from explorer.changes.silence import AttentionKind, Part
from explorer.held import Held, held_by
from explorer.probe import all_blocks
from explorer.spec import Experiment
from models.layers.repeat import Repeat


@dataclass(frozen=True)
class Silenced:
    """Which parts of a block answer nothing."""

    block: str
    part: Part
    attention: AttentionKind
    numbers: tuple[int, ...]


@dataclass(frozen=True)
class InForce:
    """The experiment with its settings as they are by now, the blocks that are frozen, and what is silenced.

    Learning rates are not among the settings, since a run may have any; a weight's edit is over when it is made.
    """

    experiment: Experiment
    frozen: tuple[str, ...] = ()
    silenced: tuple[Silenced, ...] = ()
    changed: Mapping[str, object] = field(default_factory=dict)  # settings by path, as they are by now

    @property
    def is_anything(self) -> bool:
        """Whether anything is other than the run began."""
        return bool(self.frozen or self.silenced or self.changed)


def in_force(began_as: Experiment, marks: Iterable[Mark], before: int) -> InForce:
    """What counts for the step that follows `before - 1` others, given the experiment that the run began as.

    Raises:
        InputError: when a setting is none of the experiment, or cannot have that value.
    """
    marks = [mark for mark in marks if mark.step < before]
    changed = {mark.change.path: mark.change.value for mark in marks if isinstance(mark.change, Setting)}
    experiment = began_as
    for path, value in changed.items():
        experiment = edits.replace(experiment, path, value)
    held = held_by(marks)
    return InForce(experiment, tuple(sorted(held.frozen)), _silenced(held), changed)


def module_names(experiment: Experiment, path: str) -> list[str]:
    """What the modules of a block are called in its network: one, and within a repeat one for every time.

    The first is the one that views show: "blocks.3.blocks.0", "blocks.3.copies.0.blocks.0".
    """
    _, network, *steps = path.split(".")
    here, names = getattr(experiment.architecture, network), [""]
    for step in steps:
        ways = [step]
        if isinstance(here, Repeat) and step == "blocks":
            ways += [f"copies.{copy}.{step}" for copy in range(here.n - 1)]
        names = [f"{name}.{way}".lstrip(".") for name in names for way in ways]
        here = here[int(step)] if isinstance(here, tuple) else getattr(here, step)
    return names


def feature_shapes(now: InForce) -> dict[str, tuple[int, ...]]:
    """What a mask of every block's features is shaped like: (features,), or (channels, 1, 1) for images."""
    ports = {block.path: block.out_port for block in all_blocks(now.experiment)}
    return {
        path: (port.features, 1, 1) if port.kind == "image" else (port.features,)
        for path, port in ports.items()
        if port is not None
    }


def attention_name(attention: AttentionKind) -> str:
    """What an attention is called inside an encoder or decoder block."""
    return "cross_attention" if attention == "cross" else "attention"


def _silenced(held: Held) -> tuple[Silenced, ...]:
    numbers: dict[tuple[str, Part, AttentionKind], list[int]] = {}
    for one in sorted(held.silent):
        numbers.setdefault((one.block, one.part, one.attention), []).append(one.number)
    return tuple(Silenced(*where, tuple(these)) for where, these in sorted(numbers.items()))
