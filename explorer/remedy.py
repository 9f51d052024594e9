"""A remedy: a named edit that makes one problem go away; and what those who look for one need to know."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from explorer import edits
from explorer.dataset import DataFacts
from explorer.options import OPTION_LABELS
from explorer.places import index_of, sibling, stack_of, value_at
from explorer.spec import Experiment
from models.layer import LayerSpec
from models.options import OPTION_LABELS as LAYER_OPTIONS
from models.problem import Problem
from models.resolve import Resolved, ResolvedBlock
from models.spec import Spec
from models.text import Text


@dataclass(frozen=True)
class Remedy:
    """What helps, in a few words, and the experiment after it; `place` is where what was wrong lies then."""

    label: Text
    experiment: Experiment
    place: str


@dataclass(frozen=True)
class Attempt:
    """An edit that may help. `added` are the places of blocks that it puts in."""

    label: Text
    edit: Callable[[Experiment], Experiment]
    place: str
    added: tuple[str, ...] = ()


@dataclass(frozen=True)
class Case:
    """A problem with the experiment that has it. Its methods name attempts; none of them changes anything."""

    experiment: Experiment
    problem: Problem
    facts: DataFacts
    resolved: Resolved

    @property
    def params(self) -> Mapping[str, object]:
        """The numbers of the problem's sentence."""
        return self.problem.message.params

    @property
    def place(self) -> str:
        return self.problem.place

    @cached_property
    def blocks(self) -> dict[str, ResolvedBlock]:
        """All blocks by their paths."""
        return {block.path: block for network in self.resolved.networks.values() for block in network.flat()}

    @property
    def block(self) -> ResolvedBlock:
        """The block that the problem lies at."""
        return self.blocks[self.place]

    def before(self, path: str) -> ResolvedBlock | None:
        """The block right before another one in the same stack."""
        return self.blocks.get(sibling(path, -1))

    def named(self, path: str) -> Text:
        """A block as people call it; one that the problem is not about with its number in the network, from one."""
        label = Text(self.blocks[path].layer.label)
        if path == self.place:
            return label
        number = ".".join(str(int(step) + 1) for step in path.split(".") if step.isdecimal())
        return Text("block {number} ({label})", {"number": number, "label": label})

    def choose(self, path: str, value: object) -> Attempt:
        """Set one field to a value."""
        return self.set({path: value})

    def set(self, values: Mapping[str, object]) -> Attempt:
        """Set fields, named by the last of them."""

        def edit(experiment: Experiment) -> Experiment:
            for path, value in values.items():
                experiment = edits.replace(experiment, path, value)
            return experiment

        path, value = list(values.items())[-1]
        owner, _, name = path.rpartition(".")
        spec = value_at(self.experiment, owner) if owner else self.experiment
        words = {"field": field_title(spec, name), "value": shown_value(value)}
        label = Text("Set {field} to {value}", words)
        if isinstance(spec, LayerSpec) and owner != self.place:
            label = Text("Set {field} of {block} to {value}", {**words, "block": self.named(owner)})
        return Attempt(label, edit, self.place)

    def turn(self, place: str, kind: type[Spec]) -> Attempt:
        """Make what lies at a place one of another kind."""
        path, name = f"{place}.kind", kind.model_fields["kind"].default
        label = Text("Choose {kind} instead", {"kind": Text(kind.label)})
        return Attempt(label, lambda it: edits.replace(it, path, name), self.place)

    def put_before(self, path: str, *blocks: LayerSpec) -> Attempt:
        """Put blocks in before the one at `path`."""
        added = tuple(sibling(path, number) for number in range(len(blocks)))
        place = sibling(self.place, len(blocks)) if stack_of(path) == stack_of(self.place) else self.place
        label = Text("Put {blocks} before it", {"blocks": named(blocks)})
        if path != self.place:
            label = Text("Put {blocks} before {block}", {"blocks": named(blocks), "block": self.named(path)})
        return Attempt(label, lambda it: edits.insert_blocks(it, path, blocks), place, added)

    def put_at_end(self, stack: str, *blocks: LayerSpec) -> Attempt:
        """Put blocks in at the end of a stack."""
        end = len(value_at(self.experiment, stack))
        added = tuple(f"{stack}.{end + number}" for number in range(len(blocks)))
        label = Text("Put {blocks} at the end", {"blocks": named(blocks)})
        inside = stack.removeprefix(f"{self.place}.").split(".")
        if inside[0] == "branches":
            words = {"blocks": named(blocks), "number": int(inside[1]) + 1}
            label = Text("Put {blocks} at the end of branch {number}", words)
        return Attempt(label, lambda it: edits.insert_blocks(it, f"{stack}.{end}", blocks), self.place, added)

    def every(self, values: Mapping[str, object], label: Text) -> Attempt:
        """Set several fields at once, under a name of its own."""
        return Attempt(label, self.set(values).edit, self.place)

    def remove(self, path: str) -> Attempt:
        """Take a block out."""
        label = Text("Remove {block}", {"block": self.named(path)})
        earlier = stack_of(path) == stack_of(self.place) and index_of(path) < index_of(self.place)
        place = sibling(self.place, -1) if earlier else "" if path == self.place else self.place
        return Attempt(label, lambda it: edits.remove_block(it, path), place)

    def unwrap(self) -> Attempt:
        """Take the blocks out of the composite."""
        label = Text("Take the blocks out of {block}", {"block": self.named(self.place)})
        return Attempt(label, lambda it: edits.unwrap_block(it, self.place), "")


def field_title(spec: object, name: str) -> Text:
    """What a field is called on screen."""
    field = type(spec).model_fields[name] if isinstance(spec, Spec) else None
    return Text(field.title if field is not None and field.title else name)


def shown_value(value: object) -> object:
    """A value as it is said in a sentence."""
    if isinstance(value, str):
        return Text((LAYER_OPTIONS | OPTION_LABELS).get(value, value))
    return tuple(value) if isinstance(value, list) else value


def named(blocks: Sequence[LayerSpec]) -> Text:
    """Blocks by their names, with the settings that tell them apart."""
    names = [_name(block) for block in blocks]
    text = names[0]
    for name in names[1:]:
        text = Text("{one} and {other}", {"one": text, "other": name})
    return text


def _name(block: LayerSpec) -> Text:
    if not block.caption():
        return Text(block.label)
    return Text("{label} {caption}", {"label": Text(block.label), "caption": Text(block.caption())})
