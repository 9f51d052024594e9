"""Changes of a run in words: blocks by their names, and what is silenced as channels, features, units or heads."""

from collections.abc import Sequence

from pydantic import BaseModel

from explorer.changes import AnyChange, Mark
from explorer.changes.setting import Setting
from explorer.changes.silence import Part, Silence
from explorer.places import value_at
from explorer.spec import Experiment
from models.problem import InputError
from ui.editors.facts import block_path, facts_of
from ui.editors.place_words import place_words
from ui.text import say, tr


def mark_words(mark: Mark, experiment: Experiment | None) -> str:
    """A mark of the timeline: after how many steps, and what."""
    return tr("step {step}: {change}", step=mark.step, change=change_words(mark.change, experiment))


def change_words(change: AnyChange, experiment: Experiment | None) -> str:
    """What has been changed in a run of this experiment; with raw paths where there is none."""
    words = change.words()
    if experiment is None:
        return say(words)
    if isinstance(change, Silence):
        return _silence_words(change, experiment)
    named = dict(words.params)
    if isinstance(change, Setting):
        named["setting"] = setting_words(experiment, change.path)
    elif "block" in named:
        named["block"] = place_words(experiment, str(named["block"]))
    return tr(words.source, **named)


def setting_words(experiment: Experiment, path: str) -> str:
    """A setting by its title, and the block that it belongs to; its path where there is no such setting."""
    owner, _, key = path.rpartition(".")
    try:
        spec = value_at(experiment, owner)
    except InputError:
        return path
    if not isinstance(spec, BaseModel) or key not in type(spec).model_fields:
        return path
    title = tr(type(spec).model_fields[key].title or key)
    block = facts_of(experiment).block(block_path(path))
    return title if block is None else tr("{setting} of {block}", setting=title, block=place_words(experiment, path))


def part_words(experiment: Experiment, path: str, part: Part, numbers: Sequence[int]) -> str:
    """Parts of a block as views call and count them: channels, features and units from 0, heads from 1."""
    shown = ", ".join(str(number + 1 if part == "head" else number) for number in numbers)
    block = facts_of(experiment).block(path)
    kind = part if part == "head" or block is None or block.out_port is None else block.out_port.kind
    is_one = len(numbers) == 1
    match kind:
        case "head":
            return tr("head {numbers}", numbers=shown) if is_one else tr("heads {numbers}", numbers=shown)
        case "image":
            return tr("channel {numbers}", numbers=shown) if is_one else tr("channels {numbers}", numbers=shown)
        case "sequence":
            return tr("feature {numbers}", numbers=shown) if is_one else tr("features {numbers}", numbers=shown)
        case _:
            return tr("unit {numbers}", numbers=shown) if is_one else tr("units {numbers}", numbers=shown)


def _silence_words(change: Silence, experiment: Experiment) -> str:
    parts = part_words(experiment, change.block, change.part, change.numbers)
    block = place_words(experiment, change.block)
    if change.is_silent:
        return tr("{parts} of {block} silenced", parts=parts, block=block)
    return tr("{parts} of {block} restored", parts=parts, block=block)
