"""Changes of a run in words: blocks by their names, and what is silenced as channels, features, units or heads."""

from collections.abc import Iterable

from pydantic import BaseModel

from explorer.changes import AnyChange, Mark
from explorer.changes.setting import Setting
from explorer.changes.silence import Silence
from explorer.held import BlockPart, parts_of
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
    if isinstance(change, Silence) and change.numbers:
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


def part_words(experiment: Experiment, parts: Iterable[BlockPart]) -> str:
    """Parts of one block, alike but for their numbers, as views count them: channels and units from 0, heads from 1."""
    ones = sorted(parts)
    is_head, is_one = ones[0].part == "head", len(ones) == 1
    numbers = ", ".join(str(one.number + 1 if is_head else one.number) for one in ones)
    block = facts_of(experiment).block(ones[0].block)
    port = None if block is None else block.out_port
    match "head" if is_head else port.kind if port is not None else "vector":
        case "head":
            words = tr("head {numbers}", numbers=numbers) if is_one else tr("heads {numbers}", numbers=numbers)
            has_two = block is not None and block.layer.kind == "decoder_block"
            kind = tr("cross") if ones[0].attention == "cross" else tr("self")
            return f"{words} ({kind})" if has_two else words
        case "image":
            return tr("channel {numbers}", numbers=numbers) if is_one else tr("channels {numbers}", numbers=numbers)
        case "sequence":
            return tr("feature {numbers}", numbers=numbers) if is_one else tr("features {numbers}", numbers=numbers)
        case _:
            return tr("unit {numbers}", numbers=numbers) if is_one else tr("units {numbers}", numbers=numbers)


def _silence_words(change: Silence, experiment: Experiment) -> str:
    parts = part_words(experiment, parts_of(change))
    block = place_words(experiment, change.block)
    if change.is_silent:
        return tr("{parts} of {block} silenced", parts=parts, block=block)
    return tr("{parts} of {block} restored", parts=parts, block=block)
