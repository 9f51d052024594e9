"""Which block a module or a weight of a learner's networks belongs to."""

from dataclasses import dataclass
from functools import cached_property

from explorer.engine.learner import Learner
from explorer.probe import all_blocks, network_and_module, path_of

# They only change the shape of what an activation before them has answered.
SHAPERS = frozenset({"flatten", "reshape", "unflatten"})


@dataclass(frozen=True)
class Blocks:
    """All blocks of a learner's networks, parents first. `ends` are those that make the networks' answers."""

    paths: tuple[str, ...]
    ends: tuple[str, ...]

    @classmethod
    def of(cls, learner: Learner) -> "Blocks":
        blocks = all_blocks(learner.experiment)
        tops: dict[str, str] = {}
        for block in blocks:
            network, module = network_and_module(block.path)
            if module.count(".") == 1 and block.layer.kind not in SHAPERS:
                tops[network] = block.path
        return cls(tuple(block.path for block in blocks), tuple(tops.values()))

    @property
    def last(self) -> str:
        """The block whose answer the loss is worked out from; "" where there are none."""
        return self.ends[-1] if self.ends else ""

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(self.paths)

    def owner(self, network: str, name: str) -> str:
        """The innermost block that has the module or weight of that name; "" for none.

        A repeat's further copies have blocks of the same places as its first one, but belong to the repeat itself.
        """
        keys = name.split(".")
        candidates = (path_of(network, ".".join(keys[:length])) for length in range(len(keys), 0, -1))
        return next((path for path in candidates if path in self._known), "")
