"""Writes the gallery's index from its experiments; `python tests/benchmarks/gallery_index.py ID ...` times those named.

Seconds are the training time of one headless run on this machine; run it while nothing else does.
"""

import json
import sys

from explorer.engine.headless import train_headless
from explorer.files import write_atomically
from explorer.gallery import cards, experiment_path, load
from explorer.spec import family


def entry(experiment_id: str, seconds: float | None, alarm: str) -> dict[str, object]:
    """What the index holds of an experiment; title and summary stand in its own file."""
    experiment = load(experiment_id)
    return {
        "id": experiment_id,
        "family": family(experiment),
        "data": experiment.data.label,
        "offline": experiment.data.offline,
        "fetch_bytes": experiment.data.facts().fetch_bytes,
        "seconds": seconds,
        **({"alarm": alarm} if alarm else {}),
    }


def measured(experiment_id: str) -> float:
    seconds = train_headless(load(experiment_id), "cpu").seconds
    print(f"{experiment_id}: {seconds:.1f} s", flush=True)
    return round(seconds, 1)


def main(timed: list[str]) -> None:
    entries = [entry(card.id, measured(card.id) if card.id in timed else card.seconds, card.alarm) for card in cards()]
    lines = ",\n".join(f"  {json.dumps(item)}" for item in entries)
    write_atomically(experiment_path("index"), f"[\n{lines}\n]\n".encode())


if __name__ == "__main__":
    main(sys.argv[1:])
