"""Where the data of a run are while it trains: all on the device, or streamed to it; torch-free, for people to read."""

from dataclasses import dataclass
from typing import Literal

from models.text import Text, shown_bytes

ResidenceKind = Literal["resident", "thread", "processes"]


@dataclass(frozen=True)
class Residence:
    """All splits together take `num_bytes`. They are streamed by a thread, or by so many processes, or not at all."""

    kind: ResidenceKind
    num_bytes: int
    num_workers: int = 0

    def words(self) -> Text:
        """A sentence for the person who asks."""
        size = shown_bytes(self.num_bytes)
        match self.kind:
            case "resident":
                return Text("The data are on the device: {size}.", {"size": size})
            case "thread":
                return Text("The data are streamed to the device: {size}, read by a thread.", {"size": size})
            case _:
                params = {"size": size, "count": self.num_workers}
                if self.num_workers == 1:
                    return Text("The data are streamed to the device: {size}, read by 1 process.", params)
                return Text("The data are streamed to the device: {size}, read by {count} processes.", params)
