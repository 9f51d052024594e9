"""Probe: one parameter of a block - its values, the gradient that lies there, and what the last update changed."""

from typing import TYPE_CHECKING, ClassVar, Literal

from pydantic import Field

from explorer.probe import ProbeSpec, all_blocks, network_and_module
from explorer.problems import NOTHING_TO_SHOW
from explorer.snapshots import TensorPart, WeightsSnapshot
from explorer.spec import Experiment
from models.problem import InputError
from models.text import Text

if TYPE_CHECKING:
    from torch import Tensor, nn

    from explorer.engine.learner import Learner
    from explorer.engine.look import Look

# The most values of each dimension that are sent, by the number of dimensions: what a view has pixels for.
MOST = {0: (), 1: (4096,), 2: (256, 256), 3: (32, 64, 64), 4: (16, 16, 32, 32)}
NUM_BINS = 64


class Weights(ProbeSpec):
    """Exactly the numbers that the network has at this moment, and before its last update.

    What was before is known where this probe has looked before and after that one update: while a run stands, or goes
    on in slow motion. A gradient stays until the next step begins; after an update it is the one that was used, as it
    was clipped.
    """

    label: ClassVar[str] = "Weights and gradients"
    about: ClassVar[str] = "What a block has learned, its gradient, and what the last update changed."

    kind: Literal["weights"] = "weights"
    path: str = Field(
        "", title="Block", description="Which block that learns, by its path in the experiment; empty takes the first."
    )
    parameter: str = Field(
        "", title="Parameter", description="Which of its parameters, such as weight or bias; empty takes the first."
    )

    @classmethod
    def applies_to(cls, experiment: Experiment) -> bool:
        return any(block.num_params for block in all_blocks(experiment))

    def capture(self, look: "Look") -> WeightsSnapshot:
        from explorer.engine.live_changes import ahead

        with ahead(look.learner):  # a weight that was set by hand while the run stands
            return self._captured(look)

    def _captured(self, look: "Look") -> WeightsSnapshot:
        path, network, parameters = self._parameters(look)
        name = self.parameter if self.parameter in parameters else next(iter(parameters))
        weight, phase = parameters[name], look.learner.phase
        before = _before_update(look, network, weight)
        return WeightsSnapshot(
            path=path,
            parameter=name,
            parameters=tuple(parameters),
            shape=tuple(weight.shape),
            phase=phase.name if phase is not None and look.learner.is_in_step else "",
            network=phase.network if phase is not None and look.learner.is_in_step else "",
            weights=tensor_part(weight),
            gradient=None if weight.grad is None else tensor_part(weight.grad),
            is_gradient_new=_is_gradient_new(look.learner, network),
            before=None if before is None else tensor_part(before),
            change=None if before is None else tensor_part(weight.detach() - before),
        )

    def _parameters(self, look: "Look") -> "tuple[str, str, dict[str, nn.Parameter]]":
        """The block's path, its network, and its parameters by name."""
        learning = [block.path for block in all_blocks(look.experiment) if block.num_params]
        path = self.path or (learning[0] if learning else "")
        if path in learning:
            network, module = network_and_module(path)
            parameters = dict(look.learner.networks[network].get_submodule(module).named_parameters())
            if parameters:
                return path, network, parameters
        cause = Text("there is no block with weights here.")
        raise InputError((NOTHING_TO_SHOW.at(path, view=Text(self.label), cause=cause),))


def _before_update(look: "Look", network: str, weight: "Tensor") -> "Tensor | None":
    """The values before the network's last update, if this probe has seen them; remembers those of this moment."""
    memory, count = look.memory, look.learner.num_updates[network]
    if not look.at_leisure:  # many updates lie between two looks: copies would be for nothing
        memory.clear()
        return None
    if memory.get("count") != count:
        memory["before"] = memory.get("now") if memory.get("count") == count - 1 else None
    memory["now"], memory["count"] = weight.detach().clone(), count  # a weight may have been set by hand since
    before: Tensor | None = memory["before"]
    return before


def _is_gradient_new(learner: "Learner", network: str) -> bool:
    """Whether the gradient has been computed in the step under way and waits for its update."""
    phase = learner.phase
    if phase is None or not learner.is_in_step:
        return False
    if phase.name == "backward":  # what comes back to the beginning of the decoder goes on into the encoder
        return network in (phase.network, "encoder" if phase.network == "decoder" else "")
    return (phase.name, phase.network, network) == ("update", "encoder", "decoder")


def tensor_part(tensor: "Tensor") -> TensorPart:
    """The first values of a tensor as they are, and what all of them are like."""
    import numpy as np

    from explorer.engine.sample import array

    tensor = tensor.detach()
    part = tensor[tuple(slice(most) for most in MOST.get(tensor.ndim, (8,) * tensor.ndim))]
    values = array(tensor.reshape(-1))
    finite = values[np.isfinite(values)]
    reach = float(np.abs(finite).max(initial=0.0)) or 1.0
    counts, edges = np.histogram(finite, NUM_BINS, (-reach, reach))
    length = float(np.linalg.norm(values.astype(np.float64)))
    return TensorPart(array(part), counts.astype(np.int64), edges.astype(np.float32), length)
