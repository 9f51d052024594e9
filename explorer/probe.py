"""The contract of a probe: computes what a view shows, at one moment of training, without disturbing it."""

from typing import TYPE_CHECKING

from explorer.spec import Experiment
from models.resolve import ResolvedBlock, resolve
from models.spec import Spec

if TYPE_CHECKING:
    from explorer.engine.look import Look
    from explorer.snapshots import Snapshot


class ProbeSpec(Spec):
    """A probe's settings as a frozen value; members add `kind`, their settings, and the two methods.

    Importing a member must not import torch. A probe is given a Look, which hides what must not change: it runs the
    networks in evaluation mode without gradients and without drawing from torch's global random state.
    """

    kind: str

    @classmethod
    def applies_to(cls, experiment: Experiment) -> bool:
        """Whether there is anything for this probe in that experiment; instant and torch-free."""
        raise NotImplementedError

    def capture(self, look: "Look") -> "Snapshot":
        """Compute the snapshot for the moment that `look` stands for.

        Raises:
            InputError: when these settings do not go with the run, with what to do about it.
        """
        raise NotImplementedError


def all_blocks(experiment: Experiment) -> list[ResolvedBlock]:
    """The blocks of all networks, nested ones too, parents first."""
    resolved = resolve(experiment.architecture, experiment.data.facts().ports)
    return [block for network in resolved.networks.values() for block in network.flat()]


def network_and_module(path: str) -> tuple[str, str]:
    """A block's path as network and module name: "architecture.encoder.blocks.3" -> ("encoder", "blocks.3")."""
    _, network, module = path.split(".", 2)
    return network, module


def path_of(network: str, module: str) -> str:
    """The other way round."""
    return f"architecture.{network}.{module}"
