"""Probe: the output of one block for the pinned sample - feature maps, features of a sequence, activations."""

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Literal

from pydantic import Field

from explorer.probe import ProbeSpec, all_blocks, network_and_module
from explorer.problems import NOTHING_TO_SHOW
from explorer.snapshots import ActivationsSnapshot
from explorer.spec import Experiment
from models.problem import InputError
from models.text import Text

if TYPE_CHECKING:
    from torch import Tensor

    from explorer.engine.look import Look

MAX_CHANNELS = 1024
MAX_FEATURES = 16_384


class Activations(ProbeSpec):
    """The output of the block at `path`, such as "architecture.network.blocks.0"; empty takes the first block."""

    label: ClassVar[str] = "Activations"
    about: ClassVar[str] = "What one block answers for the pinned sample."

    kind: Literal["activations"] = "activations"
    path: str = Field("", title="Block", description="Which block to look at, by its path in the experiment.")

    @classmethod
    def applies_to(cls, experiment: Experiment) -> bool:
        return bool(all_blocks(experiment))

    def capture(self, look: "Look") -> ActivationsSnapshot:
        from explorer.engine.sample import array, describe

        path = self.path or all_blocks(look.experiment)[0].path
        network, output = self._output(look, path)
        sample = describe(look)
        if network == "generator":
            sample = replace(sample, values=array(look.noise(1)[0]), truth="", predicted="")
        values = output[0]
        most = MAX_FEATURES if values.ndim == 1 else MAX_CHANNELS
        if values.ndim == 2:
            return ActivationsSnapshot(path, sample, array(values[:, :most]), values.shape[1])
        return ActivationsSnapshot(path, sample, array(values[:most]), values.shape[0])

    def _output(self, look: "Look", path: str) -> "tuple[str, Tensor]":
        outputs = look.recorded().outputs
        if path.count(".") >= 2:
            network, module = network_and_module(path)
            if module in outputs.get(network, {}):
                return network, outputs[network][module]
        cause = Text("there is no block {path}.", {"path": path or "1"})
        raise InputError((NOTHING_TO_SHOW.at(path, view=Text(self.label), cause=cause),))
