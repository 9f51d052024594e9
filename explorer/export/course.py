"""What was changed by hand in the course of a run, as the function of a script that makes the same changes."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from math import inf
from textwrap import indent

from explorer import edits
from explorer.changes import Mark
from explorer.changes.freeze import Freeze
from explorer.changes.learning_rate import LearningRate
from explorer.changes.setting import Setting
from explorer.changes.weight_edit import WeightEdit
from explorer.in_force import InForce, attention_name, feature_shapes, in_force, module_names
from explorer.probe import network_and_module
from explorer.run_length import num_steps, steps_per_epoch
from explorer.schedules import Constant
from explorer.spec import Experiment
from explorer.training import Epochs
from models.code import INDENT, WIDTH, as_python
from models.layers.self_attention import SelfAttention

BATCH_SIZE, CLIP_NORM = "training.batch_size", "training.clip_norm"
HEAD = "def make_changes(learner: Learner, interventions: Interventions) -> None:"
ABOUT = '"""What was changed by hand in the course of the run, each before the step that follows so many others."""'
NETWORKS = "networks["  # the beginning of a module's name
ENGINE = "explorer.engine.interventions"
FUNCTIONS = ("Interventions", "set_everywhere", "set_options", "begin_velocities", "set_weight")


@dataclass(frozen=True)
class Course:
    """What makes a run more than its experiment: the changes on its way, and with how many steps it counted when."""

    marks: tuple[Mark, ...] = ()
    paces: Mapping[int, float] = field(default_factory=dict)


def expected_steps(experiment: Experiment, course: Course) -> dict[int, float]:
    """How many steps the run has, by the step from which on it counted with them; 0 comes first.

    A change of the batch size makes more or fewer steps of the epochs that are left.
    """
    counts = {0: _num_steps(experiment, 0, 0, 0), **_recounts(experiment, course)}
    known = {0: inf} | {step: count for step, count in counts.items() if count is not None}
    return dict(sorted((known | dict(course.paces)).items()))


def last_step(experiment: Experiment, course: Course) -> int | None:
    """How many steps the run comes to in the end; None where its limit is a time."""
    return [_num_steps(experiment, 0, 0, 0), *_recounts(experiment, course).values()][-1]


def changes_text(experiment: Experiment, course: Course, has_constant: Callable[[str], bool]) -> str:
    """The function that makes the changes; constants that the script has none of change nothing."""
    cases, changed = [], set()
    for step in sorted({mark.step for mark in course.marks}):
        writer = _Case(experiment, course, step, has_constant)
        lines = list(writer.lines()) or ["pass"]
        changed |= writer.constants
        cases += [f"case {step}:", *(indent(line, INDENT) for line in lines)]
    constants = [f"global {', '.join(sorted(changed))}"] if changed else []
    if any(NETWORKS in line for line in cases):
        constants.append("networks = learner.networks")
    body = [ABOUT, *constants, "match learner.step:", *(indent(line, INDENT) for line in cases)]
    return "\n".join([HEAD, indent("\n".join(body), INDENT)])


class _Case:
    """What was changed after one number of steps."""

    def __init__(self, experiment: Experiment, course: Course, step: int, has_constant: Callable[[str], bool]) -> None:
        self._experiment, self._step, self._has_constant = experiment, step, has_constant
        self._changes = [mark.change for mark in course.marks if mark.step == step]
        self._was, self._now = (in_force(experiment, course.marks, before) for before in (step, step + 1))
        self.constants: set[str] = set()  # those that are set

    def lines(self) -> Iterator[str]:
        """The statements that do it."""
        if (self._was.frozen, self._was.silenced) != (self._now.frozen, self._now.silenced):
            yield from self._intervening(self._now)
        for path in dict.fromkeys(change.path for change in self._changes if isinstance(change, Setting)):
            yield from self._setting(path, edits.get(self._now.experiment, path))
        yield from self._options()
        for change in self._changes:
            if isinstance(change, LearningRate):
                yield self._rate(change)
        for change in self._changes:
            if isinstance(change, WeightEdit):
                where, value = as_python(change.index), as_python(change.value)
                yield _call("set_weight", self._modules(change.block)[0], as_python(change.weight), where, value)

    def _intervening(self, now: InForce) -> Iterator[str]:
        yield "interventions.lift()"
        for path in now.frozen:
            yield from (_call("interventions.freeze", module) for module in self._modules(path))
        shapes = feature_shapes(now) if now.silenced else {}
        for one in now.silenced:
            is_whole = isinstance(edits.get(now.experiment, one.block), SelfAttention)
            inside = "" if one.part == "unit" or is_whole else f".{attention_name(one.attention)}"
            for module in self._modules(one.block, inside):
                if one.part == "head":
                    yield _call("interventions.silence_heads", module, as_python(one.numbers))
                else:
                    shape = as_python(shapes[one.block])
                    yield _call("interventions.silence", module, as_python(one.numbers), shape, "DEVICE")

    def _setting(self, path: str, value: object) -> Iterator[str]:
        owner, _, name = path.rpartition(".")
        spec = edits.get(self._now.experiment, owner)
        if path == BATCH_SIZE:
            yield from self._batch_size()
        elif path == CLIP_NORM:
            yield f"learner.clip_norm = {as_python(value)}"
        elif spec.live[name]:
            for module in self._modules(owner):
                yield _call("set_everywhere", module, as_python(spec.live[name]), as_python(value))
        elif self._has_constant(constant := f"{spec.kind}_{name}".upper()):
            self.constants.add(constant)
            yield f"{constant} = {as_python(value)}"

    def _batch_size(self) -> Iterator[str]:
        size = self._now.experiment.training.samples_per_step
        self.constants.add("BATCH_SIZE")
        yield f"BATCH_SIZE = {size}"
        if not isinstance(self._experiment.training.schedule, Constant):
            self.constants.add("STEPS_PER_EPOCH")
            yield f"STEPS_PER_EPOCH = {steps_per_epoch(_num_samples(self._experiment), size)}"

    def _options(self) -> Iterator[str]:
        """The optimisers' settings; whoever thaws may need a velocity to begin with."""
        thaws = any(isinstance(change, Freeze) for change in self._changes)
        for name in self._experiment.architecture.parts:
            was, now = (force.experiment.training.optimizer_of(name).options() for force in (self._was, self._now))
            others = {option: value for option, value in now.items() if was[option] != value}
            if others:
                given = [f"{option}={as_python(value)}" for option, value in others.items()]
                yield _call("set_options", f"learner.optimizers[{as_python(name)}]", *given)
            elif thaws:
                yield f"begin_velocities(learner.optimizers[{as_python(name)}])"

    def _rate(self, change: LearningRate) -> str:
        network, value = as_python(change.network), as_python(change.value)
        if isinstance(self._experiment.training.schedule, Constant):
            return f'learner.optimizers[{network}].param_groups[0]["lr"] = {value}'
        return f"LEARNING_RATES[{network}] = {value}"

    def _modules(self, path: str, inside: str = "") -> list[str]:
        network = network_and_module(path)[0]
        stack = getattr(self._experiment.architecture, network).blocks
        found = []
        for name in module_names(self._experiment, path):
            _, number, *deeper = name.split(".")
            ours = ".".join([f"{stack[int(number)].kind}_{int(number) + 1}", *deeper]) + inside
            found.append(f"{NETWORKS}{as_python(network)}].get_submodule({as_python(ours)})")
        return found


def _call(name: str, *arguments: str) -> str:
    """A statement within a case; where it does not fit into its line, what it is given has a line of its own."""
    given = ", ".join(arguments)
    line = f"{name}({given})"
    return line if len(line) + 3 * len(INDENT) <= WIDTH else f"{name}(\n{INDENT}{given}\n)"


def _recounts(experiment: Experiment, course: Course) -> dict[int, int | None]:
    """How many steps the run comes to from each change of the batch size on."""
    counts: dict[int, int | None] = {}
    step = epoch = position = 0
    size, num_samples = experiment.training.samples_per_step, _num_samples(experiment)
    for until in sorted({mark.step for mark in course.marks if _is_batch_size(mark)}):
        while step < until:
            left = steps_per_epoch(num_samples - position, size)
            taken = min(left, until - step)
            step, position = step + taken, position + taken * size
            if taken == left:
                epoch, position = epoch + 1, 0
        now = in_force(experiment, course.marks, until + 1).experiment
        size, counts[until] = now.training.samples_per_step, _num_steps(now, step, epoch, position)
    return counts


def _is_batch_size(mark: Mark) -> bool:
    return isinstance(mark.change, Setting) and mark.change.path == BATCH_SIZE


def _num_steps(experiment: Experiment, step: int, epoch: int, position: int) -> int | None:
    """How many steps a run comes to that stands there."""
    limit, size, num_samples = experiment.training.limit, experiment.training.samples_per_step, _num_samples(experiment)
    per_epoch = steps_per_epoch(num_samples, size)
    if not isinstance(limit, Epochs):
        return num_steps(limit, per_epoch)
    return step + steps_per_epoch(num_samples - position, size) + (limit.count - epoch - 1) * per_epoch


def _num_samples(experiment: Experiment) -> int:
    return experiment.facts().num_samples["train"]
