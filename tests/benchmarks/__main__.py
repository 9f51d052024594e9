"""Runs all benchmarks, one after the other: `python -m tests.benchmarks [--quick] [--readme] [NAME ...]`.

Each runs in a process of its own. Writes build/bench.json and prints the table of the README; --readme puts it there,
between its two markers. Figures that were measured before stay when only some benchmarks are named.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import time
from importlib.metadata import version
from pathlib import Path
from typing import Any

from tests.benchmarks.table import put_into, table_of

ROOT = Path(__file__).resolve().parents[2]
RESULT, README = ROOT / "build" / "bench.json", ROOT / "README.md"
BENCHMARKS = (
    "engine_speed", "window", "start_up", "latencies", "probe_cost", "growth", "canvas_frames", "keystroke",
    "data_reading",
)  # fmt: skip


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"some of: {', '.join(BENCHMARKS)}")
    parser.add_argument("--quick", action="store_true", help="a first impression, in about two minutes")
    parser.add_argument("--readme", action="store_true", help="put the table into the README")
    options = parser.parse_args()
    unknown = set(options.names) - set(BENCHMARKS)
    if unknown:
        parser.error(f"no such benchmark: {', '.join(sorted(unknown))}")
    result = kept() if options.names else {}
    result["machine"] = {**machine(), "quick": options.quick}
    failed = []
    for name in options.names or BENCHMARKS:
        found = run(name, quick=options.quick)
        if found is None:
            failed.append(name)
        else:
            result[name] = found
        RESULT.parent.mkdir(exist_ok=True)
        RESULT.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    table = table_of(result)
    print(f"\n{table}\nAll figures are in {RESULT.relative_to(ROOT)}.")
    if options.readme:
        README.write_text(put_into(README.read_text("utf-8"), table), encoding="utf-8")
    if failed:
        print(f"These did not come to an end: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


def run(name: str, *, quick: bool) -> dict[str, Any] | None:
    """What a benchmark tells on its last line; None when it fails, which its own words explain."""
    began = time.perf_counter()
    print(f"{name} …", end=" ", flush=True)
    command = [sys.executable, "-m", f"tests.benchmarks.{name}", *(["--quick"] if quick else [])]
    environment = {"QT_QPA_PLATFORM": "offscreen"} | os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False, env=environment, cwd=ROOT)
    print(f"{time.perf_counter() - began:.0f} s", flush=True)
    if done.returncode:
        print(done.stdout, file=sys.stderr)
        return None
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def kept() -> dict[str, Any]:
    """What was measured last."""
    found: dict[str, Any] = json.loads(RESULT.read_text("utf-8")) if RESULT.exists() else {}
    return found


def machine() -> dict[str, Any]:
    """Where and with what it was measured."""
    return {
        "processor": processor(),
        "cores": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count(),
        "python": platform.python_version(),
        "torch": version("torch"),
        "pyside": version("PySide6-Essentials"),
        "day": time.strftime("%Y-%m-%d"),
    }


def processor() -> str:
    """Its name, as far as the system tells it."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text("utf-8").splitlines() if info.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()


if __name__ == "__main__":
    sys.exit(main())
