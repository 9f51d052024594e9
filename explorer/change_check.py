"""Whether a change fits a run: told at the command, so that training never fails on it; torch-free."""

from explorer import edits
from explorer.changes import AnyChange
from explorer.changes.freeze import Freeze
from explorer.changes.learning_rate import LearningRate
from explorer.changes.setting import Setting
from explorer.changes.silence import Silence
from explorer.changes.weight_edit import WeightEdit
from explorer.check import check_spec
from explorer.live_edits import live_settings
from explorer.probe import all_blocks
from explorer.problems import NO_SUCH_BLOCK, NO_SUCH_HEAD, NO_SUCH_NETWORK, NO_SUCH_UNIT, NOT_LIVE, NOTHING_TO_FREEZE
from explorer.spec import Experiment
from models.layers.decoder_block import DecoderBlock
from models.layers.self_attention import SelfAttention
from models.problem import InputError, Problem
from models.resolve import ResolvedBlock
from models.text import Text
from models.transformer_block import TransformerBlock


def check_change(experiment: Experiment, change: AnyChange) -> tuple[Problem, ...]:
    """What is wrong with a change of a run whose experiment is this one by now; never raises.

    Whether a block has the weight that is edited only its module can tell.
    """
    match change:
        case LearningRate():
            parts = experiment.architecture.parts
            named = ", ".join(parts)
            return () if change.network in parts else (NO_SUCH_NETWORK.at(change.network, networks=named),)
        case Setting():
            return _setting_problems(experiment, change)
    block = next((block for block in all_blocks(experiment) if block.path == change.block), None)
    if block is None:
        return (NO_SUCH_BLOCK.at(change.block, path=change.block),)
    label = Text(block.layer.label)
    match change:
        case Freeze() | WeightEdit() if block.num_params == 0:
            return (NOTHING_TO_FREEZE.at(block.path, label=label),)
        case Silence(part="unit"):
            count = 0 if block.out_port is None else block.out_port.features
            return () if _fit(change, count) else (NO_SUCH_UNIT.at(block.path, label=label, count=count),)
        case Silence():
            count = _num_heads(block, change)
            return () if _fit(change, count) else (NO_SUCH_HEAD.at(block.path, label=label, count=count),)
    return ()


def _setting_problems(experiment: Experiment, change: Setting) -> tuple[Problem, ...]:
    if change.path not in live_settings(experiment):
        return (NOT_LIVE.at(change.path, path=change.path),)
    try:
        return check_spec(edits.replace(experiment, change.path, change.value))
    except InputError as refused:
        return refused.problems


def _fit(change: Silence, count: int) -> bool:
    return all(0 <= number < count for number in change.numbers)


def _num_heads(block: ResolvedBlock, change: Silence) -> int:
    has_it = change.attention == "self" or isinstance(block.layer, DecoderBlock)
    return block.layer.heads if has_it and isinstance(block.layer, SelfAttention | TransformerBlock) else 0
