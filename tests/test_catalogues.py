"""Every file of a catalogue is listed in it, by name; nothing is listed twice."""

import importlib
import inspect
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

# package -> (the catalogue's name in its __init__, the module that holds the contract, the contract)
CATALOGUES = {
    "models.layers": ("LAYERS", "models.layer", "LayerSpec"),
    "explorer.datasets": ("DATASETS", "explorer.dataset", "DatasetSpec"),
    "explorer.objectives": ("OBJECTIVES", "explorer.objective", "ObjectiveSpec"),
    "explorer.transforms": ("TRANSFORMS", "explorer.transform", "TransformSpec"),
    "explorer.probes": ("PROBES", "explorer.probe", "ProbeSpec"),
    "explorer.alarms": ("ALARMS", "explorer.alarm", "AlarmKind"),
    "ui.views": ("VIEWS", "ui.view", "View"),
}


def listed(package: str) -> tuple[type, ...]:
    return tuple(getattr(importlib.import_module(package), CATALOGUES[package][0]))


@pytest.mark.parametrize("package", CATALOGUES)
def test_every_member_file_is_listed(package: str) -> None:
    _, contract_module, contract_name = CATALOGUES[package]
    contract = getattr(importlib.import_module(contract_module), contract_name)
    files = sorted(path.stem for path in (ROOT / package.replace(".", "/")).glob("*.py") if path.stem != "__init__")
    members = {member.__module__.rpartition(".")[2] for member in listed(package)}
    for file in files:
        module = importlib.import_module(f"{package}.{file}")
        owned = [
            value
            for value in vars(module).values()
            if inspect.isclass(value) and issubclass(value, contract) and value.__module__ == module.__name__
        ]
        assert owned, f"{package}/{file}.py defines no {contract_name}: move it to the singular file or modules/"
        assert file in members, f"{package}/{file}.py is not listed in {CATALOGUES[package][0]}"


@pytest.mark.parametrize("package", CATALOGUES)
def test_kinds_are_unique_and_labelled(package: str) -> None:
    members = listed(package)
    kinds = [kind_of(member) for member in members]
    assert len(set(kinds)) == len(kinds)
    for member in members:
        label = getattr(member, "title", "") if package == "ui.views" else getattr(member, "label", "")
        assert label, f"{member.__name__} has no name for the screen"
        assert getattr(member, "about", ""), f"{member.__name__} does not say in a sentence what it is"


@pytest.mark.parametrize("package", CATALOGUES)
def test_members_do_not_import_each_other(package: str) -> None:
    for path in (ROOT / package.replace(".", "/")).glob("*.py"):
        if path.stem != "__init__":
            lines = path.read_text(encoding="utf-8").splitlines()
            guilty = [line for line in lines if line.startswith((f"from {package}.", f"import {package}."))]
            assert not guilty, f"{path.name} imports another member: {guilty}"


def kind_of(member: type) -> str:
    fields = getattr(member, "model_fields", None)
    return str(fields["kind"].default if fields else member.kind)  # type: ignore[attr-defined]


def test_every_probe_has_one_view() -> None:
    from explorer.probes import PROBES

    files = [path for path in (ROOT / "ui" / "views").glob("*.py") if path.stem != "__init__"]
    for probe in PROBES:
        line = f"from {probe.__module__} import {probe.__name__}"
        drawing = [path.name for path in files if line in path.read_text(encoding="utf-8")]
        assert len(drawing) == 1, f"{probe.__name__} is drawn by {drawing}"


def test_every_snapshot_has_a_view() -> None:
    from typing import get_args

    from explorer.snapshots import Snapshot

    text = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "ui" / "views").glob("*.py"))
    for snapshot in get_args(Snapshot):
        assert snapshot.__name__ in text, f"no view draws a {snapshot.__name__}"
