"""What counts for a run at one of its steps: a pure function of its experiment and of the changes up to there."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from explorer import edits
from explorer.changes import AnyChange, Mark
from explorer.changes.freeze import Freeze
from explorer.changes.setting import Setting
from explorer.changes.silence import AttentionKind, Part, Silence
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
    changes = [mark.change for mark in marks if mark.step < before]
    changed = {change.path: change.value for change in changes if isinstance(change, Setting)}
    experiment = began_as
    for path, value in changed.items():
        experiment = edits.replace(experiment, path, value)
    return InForce(experiment, _frozen(changes), _silenced(changes), changed)


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


def _frozen(changes: Iterable[AnyChange]) -> tuple[str, ...]:
    """A block that thaws does so with all that is inside it."""
    paths: dict[str, None] = {}
    for change in changes:
        if isinstance(change, Freeze) and change.is_frozen:
            paths[change.block] = None
        elif isinstance(change, Freeze):
            inside = (change.block, f"{change.block}.")
            paths = {path: None for path in paths if path != inside[0] and not path.startswith(inside[1])}
    return tuple(sorted(paths))


def _silenced(changes: Iterable[AnyChange]) -> tuple[Silenced, ...]:
    numbers: dict[tuple[str, Part, AttentionKind], set[int]] = {}
    for change in changes:
        if isinstance(change, Silence):
            these = numbers.setdefault((change.block, change.part, change.attention), set())
            (these.update if change.is_silent else these.difference_update)(change.numbers)
    return tuple(Silenced(*where, tuple(sorted(these))) for where, these in sorted(numbers.items()) if these)
