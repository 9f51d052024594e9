"""How long a run takes to pause, and to come to any of its steps: `python -m tests.benchmarks.latencies [--quick]`."""

import tempfile
from pathlib import Path

from explorer.engine.client import start_engine
from tests.explorer.talk import Talk
from tests.measure.command_line import is_quick, tell
from tests.measure.figures import spread
from tests.measure.journeys import pause_seconds, rewind_seconds

PAUSED = ("mlp-digits", "cnn-digits", "lstm-digits", "transformer-digits", "gan-ring")


def main() -> None:
    quick = is_quick()
    client = start_engine("process")
    try:
        with tempfile.TemporaryDirectory() as folder:
            steps, rewinds = (300, 20) if quick else (10_000, 60)
            took = rewind_seconds(Talk(client), "cnn-digits", steps, rewinds, Path(folder) / "run")
        paused = [one for name in PAUSED[: 2 if quick else 5] for one in pause_seconds(Talk(client), name, 20)]
        tell({"steps": steps, "rewind_ms": spread(took), "pause_ms": spread(paused)})
    finally:
        client.close()


if __name__ == "__main__":
    main()
