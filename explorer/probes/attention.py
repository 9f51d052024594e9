"""Probe: where every head of every attention layer looks, for the pinned sample."""

# H heads, T targets, S sources

import re
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from pydantic import Field

from explorer.probe import ProbeSpec, all_blocks, path_of
from explorer.problems import NOTHING_TO_SHOW
from explorer.snapshots import AttentionSnapshot, FloatArray, Sample
from explorer.spec import Experiment
from models.problem import InputError
from models.text import Text

if TYPE_CHECKING:
    from explorer.engine.look import Look

ATTENTION_BLOCKS = frozenset({"self_attention", "attention_pooling", "encoder_block", "decoder_block"})
MAX_POSITIONS = 256
BLOCK = re.compile(r"blocks\.\d+((\.branches\.\d+)?\.blocks\.\d+)*")

Tokens = tuple[str, ...]


class Attention(ProbeSpec):
    """The weights of all heads, network by network; `network` narrows it to one of them.

    Of longer sequences only the first 256 positions are shown.
    """

    label: ClassVar[str] = "Attention"
    about: ClassVar[str] = "Where every attention head looks, for the pinned sample."

    kind: Literal["attention"] = "attention"
    network: str = Field("", title="Network", description="Only this network, such as decoder; empty takes all.")

    @classmethod
    def applies_to(cls, experiment: Experiment) -> bool:
        return any(block.layer.kind in ATTENTION_BLOCKS for block in all_blocks(experiment))

    def capture(self, look: "Look") -> AttentionSnapshot:
        from explorer.engine.sample import array, describe

        sample = describe(look)
        layers, weights, targets, sources = [], [], [], []
        for network, module, kind, weights_HTS in self._attentions(look):
            shown = array(weights_HTS[:, :MAX_POSITIONS, :MAX_POSITIONS])
            layers.append((path_of(network, _block(module)), kind))
            weights.append(shown)
            rows, columns = _labels(look, sample, network, kind)
            targets.append(_fitting(rows, shown, axis=1))
            sources.append(_fitting(columns, shown, axis=2))
        if not layers:
            cause = Text("no block of this network pays attention.")
            raise InputError((NOTHING_TO_SHOW.at("architecture", view=Text(self.label), cause=cause),))
        return AttentionSnapshot(sample, tuple(layers), tuple(weights), tuple(targets), tuple(sources))

    def _attentions(self, look: "Look") -> "list[tuple[str, str, str, Any]]":
        """Network, module, kind and weights (H, T, S) of every attention that took part, in order of modules."""
        from models.modules.attention import Attention as Heads
        from models.modules.attention import AttentionPooling

        record, found = look.recorded(), []
        for network, stack in look.learner.networks.items():
            if self.network not in ("", network):
                continue
            for name, module in stack.named_modules():
                if ".copies." in name:  # what a repeat block runs is shown the first time
                    continue
                if isinstance(module, Heads):
                    is_cross = len(record.inputs[network][name]) > 1
                    weights_HTS = record.outputs[network][f"{name}.softmax"][0]
                    found.append((network, name, "cross" if is_cross else "self", weights_HTS))
                elif isinstance(module, AttentionPooling):
                    found.append((network, name, "pooling", record.outputs[network][f"{name}.softmax"][None]))
        return found


def _block(module: str) -> str:
    found = BLOCK.match(module)
    return found[0] if found else module


def _labels(look: "Look", sample: Sample, network: str, kind: str) -> tuple[Tokens, Tokens]:
    """What rows and columns stand for; empty where positions have no names."""
    from explorer.engine.sample import symbols

    if network != "decoder":
        return ("",) if kind == "pooling" else sample.tokens, sample.tokens
    if kind == "cross":
        return symbols(look.recorded().answer[0].argmax(-1), look.facts), sample.tokens
    read = symbols(look.pinned().targets[0, :-1], look.facts)
    return read, read


def _fitting(labels: Tokens, weights_HTS: FloatArray, axis: int) -> Tokens:
    """The labels of one axis; numbers where there are none or where the positions are not those of the input."""
    count = weights_HTS.shape[axis]
    if len(labels) < count or (len(labels) > count and count < MAX_POSITIONS):
        return tuple(str(position + 1) for position in range(count))
    return labels[:count]
