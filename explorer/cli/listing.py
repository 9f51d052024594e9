"""Command: list - what there is to choose from, for people and for scripts."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Any

from explorer.cli.output import as_json, out, print_json, print_table, say
from explorer.cli.sentences import NEEDS_FETCHING, NOTHING_LISTED, RUN_STATES

Entry = dict[str, Any]


class Listed(StrEnum):
    """What can be listed."""

    experiments = "experiments"
    blocks = "blocks"
    datasets = "datasets"
    transforms = "transforms"
    objectives = "objectives"
    probes = "probes"
    alarms = "alarms"
    views = "views"
    devices = "devices"
    runs = "runs"


def print_list(what: Listed, as_json_value: bool) -> None:
    """Print every entry: id, label, summary, and what else scripts need to know."""
    entries = LISTS[what]()
    if as_json_value:
        print_json(entries)
    elif entries:
        print_table([_row(entry) for entry in entries])
    else:
        out(say(NOTHING_LISTED))


def _row(entry: Entry) -> tuple[str, str, str]:
    remark = f" ({say(NEEDS_FETCHING)})" if entry.get("offline") is False else ""
    return entry["id"], say(entry["label"]), say(entry["summary"]) + remark


def _experiments() -> list[Entry]:
    from explorer.gallery import cards

    return [
        {
            "id": card.id,
            "label": card.title,
            "summary": card.summary,
            "family": card.family,
            "data": card.data,
            "offline": card.offline,
            "fetch_bytes": card.fetch_bytes,
            "seconds": card.seconds,
            "alarm": card.alarm,
        }
        for card in cards()
    ]


def _specs(members: Iterable[Any], **more: Callable[[Any], object]) -> list[Entry]:
    return [
        {
            "id": member.model_fields["kind"].default,
            "label": member.label,
            "summary": member.about,
            **{key: value(member) for key, value in more.items()},
        }
        for member in members
    ]


def _blocks() -> list[Entry]:
    from models.layers import LAYERS

    return _specs(LAYERS, group=lambda block: block.group, accepts=lambda block: list(block.accepts))


def _datasets() -> list[Entry]:
    from explorer.datasets import DATASETS

    return _specs(DATASETS, offline=lambda dataset: dataset.offline)


def _transforms() -> list[Entry]:
    from explorer.transforms import TRANSFORMS

    return _specs(TRANSFORMS, accepts=lambda transform: list(transform.accepts))


def _objectives() -> list[Entry]:
    from explorer.objectives import OBJECTIVES

    return _specs(OBJECTIVES, architecture=lambda objective: objective.architecture)


def _probes() -> list[Entry]:
    from explorer.probes import PROBES

    return _specs(PROBES)


def _alarms() -> list[Entry]:
    from explorer.alarms import ALARMS

    return [
        {"id": kind.kind, "label": kind.label, "summary": kind.about, "threshold": kind.threshold} for kind in ALARMS
    ]


def _views() -> list[Entry]:
    from explorer.cli.window import window_part

    return [{"id": view.kind, "label": view.title, "summary": view.about} for view in window_part("views")]


def _devices() -> list[Entry]:
    from explorer.engine.devices import list_devices

    return [
        {
            "id": device.id,
            "label": device.label,
            "summary": f"{device.memory_bytes / 2**30:.1f} GiB" if device.memory_bytes else "",
            "memory_bytes": device.memory_bytes,
        }
        for device in list_devices()
    ]


def _runs() -> list[Entry]:
    from explorer.runs.library import list_runs

    return [
        {
            "id": run.id,
            "label": run.title,
            "summary": str(RUN_STATES[run.status]),
            "family": run.family,
            "status": run.status,
            "started": run.started,
            "device": run.device,
            "steps": run.steps,
            "best": dict(run.best),
            "num_bytes": run.num_bytes,
            "folder": str(run.folder),
            "parent": run.parent,
            "problem": as_json(run.problem) if run.problem else None,
        }
        for run in list_runs()
    ]


LISTS: dict[Listed, Callable[[], list[Entry]]] = {
    Listed.experiments: _experiments,
    Listed.blocks: _blocks,
    Listed.datasets: _datasets,
    Listed.transforms: _transforms,
    Listed.objectives: _objectives,
    Listed.probes: _probes,
    Listed.alarms: _alarms,
    Listed.views: _views,
    Listed.devices: _devices,
    Listed.runs: _runs,
}
