"""The table of the README out of what was measured: every figure, and beside it its target where there is one."""

from collections.abc import Iterator
from typing import Any

BEGIN, END = "<!-- bench -->", "<!-- /bench -->"
Row = tuple[str, str, str]

WORKLOADS = {
    "mlp": "MLP, MNIST", "lenet": "LeNet-5, CIFAR-10", "lstm": "LSTM, AG News",
    "transformer": "Transformer, characters", "gan": "GAN, MNIST",
    "points": "2-D MLP, batch 128", "points at batch 10": "2-D MLP, batch 10",
}  # fmt: skip
LIVE_TARGETS = {"points": ">= 200 000", "points at batch 10": ">= 50 000"}


def table_of(result: dict[str, Any]) -> str:
    """Markdown: the machine, the speeds of the workloads, everything else; what was not measured is absent."""
    parts = [_machine(result.get("machine", {})), _speeds(result), _figures(result)]
    return "\n\n".join(part for part in parts if part)


def put_into(readme: str, table: str) -> str:
    """The text with the table between its two markers.

    Raises:
        ValueError: when they are not there.
    """
    before, begin, rest = readme.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"the README has no place for the table: put {BEGIN} and {END} where it shall stand")
    return f"{before}{BEGIN}\n{table}\n{END}{after}"


def _machine(machine: dict[str, Any]) -> str:
    if not machine:
        return ""
    made = "A quick run" if machine["quick"] else "Measured"
    where = f"{machine['cores']} cores of {machine['processor']}"
    return f"{made} on {where}, torch {machine['torch']}, {machine['day']}; `make bench` measures yours."


def _speeds(result: dict[str, Any]) -> str:
    """One line for every workload: samples a second of the loops, headless, and in the window.

    What is compared has equally many threads, all that there are; beside it the engine with its own choice of threads.
    """
    speed, window = result.get("engine_speed", {}), result.get("window", {})
    rows = []
    for name, label in WORKLOADS.items():
        one, live = speed.get(name), window.get(name)
        if one or live:
            rows.append([label, *(_headless(one) if one else [""] * 6), _live(name, live) if live else ""])
    if not rows:
        return ""
    heads = [
        "samples/s", "textbook loop", "tight loop", "engine", "engine / tight", "engine / textbook",
        "engine, threads `auto`", "in the window, with its views",
    ]  # fmt: skip
    return _markdown(heads, rows)


def _headless(one: dict[str, Any]) -> list[str]:
    rates, equal = one["samples per second"], one["against tight at equal threads"]
    threads = max(equal, key=int)
    ours = rates[f"engine at {threads}"]
    loops = [_count(rate) for rate in (rates["textbook"], rates[f"tight at {threads}"], ours)]
    return [*loops, f"{equal[threads]:.2f}", f"{ours / rates['textbook']:.1f}", _count(one["engine"])]


def _live(name: str, live: dict[str, Any]) -> str:
    target = LIVE_TARGETS.get(name)
    return _count(live["samples_per_second"]) + (f" ({target})" if target else "")


def _figures(result: dict[str, Any]) -> str:
    rows = [list(row) for part in (_means, _window, _waits, _probes, _growth, _hands, _reading) for row in part(result)]
    return _markdown(["figure", "measured", "target"], rows) if rows else ""


def _means(result: dict[str, Any]) -> Iterator[Row]:
    means = result.get("engine_speed", {}).get("geometric mean at equal threads", {})
    for count, mean in means.items():
        target = ">= 1.05" if count == max(means, key=int) else ""
        threads = f"both at {count} thread{'s' if count != '1' else ''}"
        yield f"engine / tight, geometric mean of the five, {threads}", f"{mean:.2f}", target


def _window(result: dict[str, Any]) -> Iterator[Row]:
    for name, one in result.get("window", {}).items():
        label = WORKLOADS.get(name, name)
        yield f"{label}: frame, work, ms", _spread(one["work_ms"]), "p99 <= 16"
        bare = one["bare_interval_ms"]["p99"]
        yield f"{label}: interval of frames, ms", _spread(one["interval_ms"]), f"p99 <= {1.3 * bare:.1f} (1.3 bare)"
        yield f"{label}: cost of watching", f"{100 * one['watching_cost']:.1f} %", "<= 5 %"
        yield f"{label}: most memory, window and engine, MB", _memory(one["peak_mb"]), ""


def _waits(result: dict[str, Any]) -> Iterator[Row]:
    start, waits = result.get("start_up", {}), result.get("latencies", {})
    if start:
        yield "window on screen, s (a bare one)", f"{start['window_s']} ({start['a bare window_s']})", "<= 1.5"
        yield "first step, s", str(start["first step_s"]), "<= 5"
    if waits:
        yield "pause, ms", _spread(waits["pause_ms"]), "p99 <= 100"
        yield f"rewind to any of {_count(waits['steps'])} steps, ms", _spread(waits["rewind_ms"]), "<= 1 000"


def _probes(result: dict[str, Any]) -> Iterator[Row]:
    for kind, one in sorted(result.get("probe_cost", {}).items()):
        looked = f"{one['capture_ms'] + one['pickle_ms']:.2f} ms, {_count(one['bytes'])} bytes"
        yield f"one look: {kind} ({one['experiment']})", f"{looked}; a step {one['step_ms']:.2f} ms", ""


def _growth(result: dict[str, Any]) -> Iterator[Row]:
    for what, sizes in result.get("growth", {}).items():
        for size, one in sizes.items():
            if "watching_cost" in one:
                rest = f"watching told as {100 * one['watching_cost']:.1f} %, {_memory(one['peak_mb'])} MB"
            else:
                rest = f"{one['share_of_the_bare_loop']:.2f} of the bare loop, {one['memory_mb']:.0f} MB"
            yield f"growth, {what}: {_count(int(size))}", f"{_count(one['samples_per_second'])} samples/s, {rest}", ""


def _hands(result: dict[str, Any]) -> Iterator[Row]:
    for zoom, spread in result.get("canvas_frames", {}).items():
        yield f"dragging one of 200 blocks, {zoom}, ms", _spread(spread), "p99 <= 16"
    if "keystroke" in result:
        yield "a keystroke among 100 blocks, ms", _spread(result["keystroke"]["keystroke_ms"]), "p50 <= 5"


def _reading(result: dict[str, Any]) -> Iterator[Row]:
    found = result.get("data_reading", {})
    if "mnist" in found:
        yield "reading files of MNIST's format, pictures/s", _count(found["mnist"]["images_per_second"]), ">= 1 000 000"
    if "cifar10" in found:
        yield "reading all files of CIFAR-10's format, s", f"{found['cifar10']['seconds']:.3f}", "<= 0.3"


def _spread(spread: dict[str, float]) -> str:
    return f"p50 {spread['p50']:.1f}, p99 {spread['p99']:.1f}, max {spread['max']:.1f}"


def _memory(both: list[float]) -> str:
    """Window and engine."""
    return " + ".join(f"{mb:.0f}" for mb in both)


def _count(number: float) -> str:
    """Thousands apart: 31417 -> "31 417"."""
    return f"{round(number):,}".replace(",", " ")


def _markdown(heads: list[str], rows: list[list[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
