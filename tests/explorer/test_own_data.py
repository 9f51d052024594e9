"""Data of one's own: what a scan says is what is loaded, exported and learned; what has changed since is told."""

import csv
import json
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow
import pytest
from PIL import Image
from pyarrow import parquet

from explorer import edits
from explorer.check import check
from explorer.dataset import SPLITS, Arrays, DatasetSpec
from explorer.engine.headless import train_headless
from explorer.export.definitions import Definitions
from explorer.files import load_experiment, save_experiment
from explorer.jobs.job import Cancelled
from explorer.own.network import suitable
from explorer.own.scan import Scan, scan
from explorer.own.scan_job import ScanData
from explorer.source import SourceSplit
from explorer.spec import Experiment
from models.problem import InputError
from tests.explorer.own_files import KINDS, write_own, write_pictures, write_table

CHANGES: dict[str, list[dict[str, object]]] = {
    "own_images": [
        {"height": 9, "width": 20, "colours": "grey", "fit": "pad", "cap_per_class": 7, "range": "standard"},
        {"validation_share": 0.0, "test_share": 0.3, "cap": 11, "split_seed": 5},
    ],
    "own_table": [
        {"task": "classify", "inputs": ("width",), "cap_per_class": 13}, {"target": "长度", "task": "regress"},
    ],
    "own_arrays": [{"layout": "vector", "cap": 50, "normalise": False}, {"targets": ""}, {"task": "regress"}],
    "own_text": [
        {"tokens": "words", "vocabulary": 12}, {"tokens": "pairs", "vocabulary": 60, "length": 16, "stride": 3},
        {"tokens": "characters", "vocabulary": 9, "cap": 900, "split_seed": 2, "length": 10},
    ],
    "own_labelled": [{"length": 5, "vocabulary": 11, "cap_per_class": 20}],
    "own_pairs": [{"tokens": "words"}, {"length": 3, "target_length": 9, "cap": 100, "vocabulary": 8}],
    "own_sounds": [{"form": "moments", "bands": 9, "frames": 13, "seconds": 0.5, "rate": 4000, "cap_per_class": 9}],
}  # fmt: skip


def silent(*_news: object) -> None:
    """Nobody wants to know how far a scan is."""


@pytest.fixture(scope="module")
def scans(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Scan]:
    """Every kind, scanned once."""
    folder = tmp_path_factory.mktemp("own 数据 🗂")
    return {kind: scan(write_own(kind, folder / kind), silent) for kind in KINDS}


def variants(scans: dict[str, Scan], kind: str) -> list[DatasetSpec]:
    spec = scans[kind].choices[0]
    return [spec, *(type(spec).model_validate({**dict(spec), **change}) for change in CHANGES[kind])]


@pytest.mark.parametrize("kind", KINDS)
def test_facts_from_a_scan_are_what_is_loaded_and_what_a_script_loads(kind: str, scans: dict[str, Scan]) -> None:
    assert next(choice.kind for choice in scans[kind].choices) == kind
    assert not scans[kind].problems
    for spec in variants(scans, kind):
        assert spec.problems() == ()
        facts, loaded = spec.facts(), spec.load()
        script = splits_of_script(spec)
        for split in SPLITS:
            part, port = loaded.splits[split], facts.ports.input
            inputs, targets = np.asarray(part.inputs[:]), part.targets
            assert len(inputs) == len(targets) == facts.num_samples[split]
            one_more = 1 if facts.target == "next" else 0
            assert inputs.shape[1:] == (port.shape[0] + one_more, *port.shape[1:])
            assert np.array_equal(script[split].inputs, inputs)
            assert np.array_equal(script[split].targets, targets)
            if port.kind == "tokens" and len(inputs):
                assert 0 <= inputs.min() <= inputs.max() < (port.vocabulary or 0)
            if facts.target == "class" and len(targets):
                assert 0 <= targets.min() <= targets.max() < len(facts.class_names)
            if facts.target == "tokens":
                assert facts.ports.target is not None
                assert targets.shape[1:] == (facts.ports.target.shape[0] + 1,)
            if facts.target == "value":
                assert targets.shape[1:] == (len(facts.value_names),)


def splits_of_script(spec: DatasetSpec) -> dict[str, Arrays]:
    """The splits as an exported script makes them."""
    definitions = Definitions()
    name = definitions.add_method(spec, "splits")
    text = "\n".join(definitions.take())
    imports = "\n".join(line for group in definitions.import_lines() for line in group)
    names: dict[str, Any] = {"__name__": "script"}
    exec(compile(f"{imports}\n{text}", "script", "exec", dont_inherit=True), names)
    splits: dict[str, Arrays] = names[name]()
    return splits


@pytest.mark.parametrize("kind", KINDS)
def test_an_experiment_keeps_a_path_and_facts_and_no_samples(kind: str, scans: dict[str, Scan], tmp_path: Path) -> None:
    experiment = suitable(scans[kind].choices[0])
    assert check(experiment) == ()
    save_experiment(experiment, tmp_path / "e.json")
    assert load_experiment(tmp_path / "e.json") == experiment
    assert (tmp_path / "e.json").stat().st_size < 40_000


def chance_and_score(experiment: Experiment, metrics: dict[str, float]) -> tuple[float, float]:
    """What guessing gives, and what was reached; larger is better."""
    facts = experiment.data.facts()
    if facts.target == "class":
        return 1.3 / len(facts.class_names), metrics["test/accuracy"]
    if facts.target in ("next", "tokens"):
        return 5 / (facts.ports.vocabulary or 1), metrics["test/accuracy"]
    return -0.8, -metrics["test/loss"]  # values of deviation 1


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_learned_on_the_command_line(
    kind: str, tmp_path: Path, command: Callable[..., tuple[int, str, str]], one_thread: None
) -> None:
    path, file = write_own(kind, tmp_path / "数据 🗂"), tmp_path / "e.json"
    code, out, err = command("data", "scan", str(path), "--experiment", str(file), "--json")
    assert (code, json.loads(out)["kind"], json.loads(out)["problems"]) == (0, kind, []), err
    code, out, err = command("train", str(file), "--steps", "60", "--out", str(tmp_path / "run"), "--json",
                             "--set", "training.optimizer.learning_rate=0.01")  # fmt: skip
    assert code == 0, err
    chance, score = chance_and_score(load_experiment(file), json.loads(out)["metrics"])
    assert score > chance


def test_people_read_the_same(tmp_path: Path, command: Callable[..., tuple[int, str, str]]) -> None:
    write_pictures(tmp_path / "p", 3)
    (tmp_path / "p" / "dogs 🐶" / "x.png").write_bytes(b"x")
    code, out, err = command("data", "scan", str(tmp_path / "p"))
    assert code == 0
    assert "猫 cats" in out
    assert "x.png is damaged" in err
    code, out, err = command("data", "scan", str(tmp_path / "nothing"))
    assert code == 2
    assert "There is no file or folder" in err


def test_a_table_of_values_is_learned(tmp_path: Path, one_thread: None) -> None:
    rng = np.random.default_rng(0)
    x = rng.normal(size=(200, 2))
    lines = [f"{a:.4f}\t{b:.4f}\t{1e5 * (a - b) + 3e6:.2f}" for a, b in x]
    (tmp_path / "t.tsv").write_text("a\tb\tprice\n" + "\n".join(lines), encoding="utf-8")
    (spec,) = scan(tmp_path / "t.tsv", silent).choices
    assert (spec.facts().target, spec.facts().value_names) == ("value", ("price",))
    experiment = edits.replace(suitable(spec), "training.limit", {"kind": "steps", "count": 80})
    metrics = train_headless(experiment, folder=tmp_path / "run").metrics
    chance, score = chance_and_score(experiment, dict(metrics))
    assert score > chance


def test_pictures_without_classes_can_be_reconstructed(tmp_path: Path) -> None:
    write_pictures(tmp_path / "x", 6, ("a",))
    for file in (tmp_path / "x" / "a").iterdir():
        file.rename(tmp_path / "x" / file.name)
    (tmp_path / "x" / "a").rmdir()
    (spec,) = scan(tmp_path / "x", silent).choices
    assert spec.facts().target == "none"
    assert check(suitable(spec)) == ()
    assert spec.load().splits["train"].targets.shape[1:] == (0,)


def test_official_splits_and_a_folder_around_them_are_kept(tmp_path: Path) -> None:
    write_pictures(tmp_path / "all" / "in", 5, ("Train/a", "Train/b", "VAL/a", "VAL/b", "test/a", "test/b"))
    found = scan(tmp_path / "all", silent)
    (spec,) = found.choices
    assert dict(spec.facts().num_samples) == {"train": 10, "validation": 10, "test": 10}
    assert spec.facts().class_names == ("a", "b")
    assert len(spec.load().splits["validation"]) == 10


def test_labels_of_a_flat_folder_stand_in_a_table(tmp_path: Path) -> None:
    write_pictures(tmp_path / "x", 6, ("a",))
    for file in (tmp_path / "x" / "a").iterdir():
        file.rename(tmp_path / file.name)
    (tmp_path / "x" / "a").rmdir()
    rows = "".join(f"{'正反'[number % 2]};图 {number};1\n" for number in range(6))
    (tmp_path / "labels.csv").write_bytes(f"类别;文件;n\n{rows}".encode("gb18030"))
    (spec,) = scan(tmp_path, silent).choices
    assert spec.facts().class_names == ("反", "正")
    assert sum(spec.facts().num_samples.values()) == sum(map(len, spec.load().splits.values())) == 6


def test_what_has_changed_since_the_scan_is_told(tmp_path: Path) -> None:
    path = write_own("own_images", tmp_path / "p")
    (spec,) = scan(path, silent).choices
    file = path / "dogs 🐶" / "图 3.png"
    content = file.read_bytes()
    os.utime(file, ns=(1, 1))
    assert spec.problems() == ()  # a glance does not look into every file
    with pytest.raises(InputError) as changed:
        spec.load()
    assert changed.value.problems[0].code == "own_changed"
    file.unlink()
    assert [problem.code for problem in spec.problems()] == ["own_changed"]
    path.rename(tmp_path / "q")
    assert [problem.code for problem in spec.problems()] == ["own_not_found"]
    assert content


def test_files_that_vanish_while_a_network_trains_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("explorer.own.class_folders.FEW_FILES", 0)
    for kind in ("own_images", "own_sounds"):
        (spec,) = scan(write_own(kind, tmp_path / kind), silent).choices
        part = spec.load().splits["train"]
        assert isinstance(part, SourceSplit)
        whole = np.asarray(part.inputs[:])
        monkeypatch.setattr("explorer.own.class_folders.FEW_FILES", 1000)
        assert np.array_equal(whole, spec.load().splits["train"].inputs), "read at once or piece by piece"
        monkeypatch.setattr("explorer.own.class_folders.FEW_FILES", 0)
        victim = Path(part.inputs.folder) / part.inputs.names[1]  # type: ignore[attr-defined]
        victim.write_bytes(b"overwritten")
        with pytest.raises(InputError) as damaged:
            part.inputs[0:3]
        assert damaged.value.problems[0].code == "own_sample_damaged"
        victim.unlink()
        with pytest.raises(InputError) as gone:
            part.inputs[0:3]
        assert gone.value.problems[0].code == "own_sample_gone"
        assert victim.name in str(gone.value.problems[0].message)


def test_large_arrays_stay_on_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("explorer.datasets.own_arrays.MAPPED_BYTES", 0)
    rng = np.random.default_rng(0)
    np.save(tmp_path / "images.npy", rng.integers(256, size=(60, 6, 5, 3), dtype=np.uint8))
    np.save(tmp_path / "labels.npy", np.arange(60) % 3)
    (spec,) = scan(tmp_path, silent).choices
    assert spec.facts().ports.input.shape == (3, 6, 5)
    mapped = spec.load().splits
    assert all(isinstance(part, SourceSplit) and not part.inputs.is_costly for part in mapped.values())
    for name, part in spec.splits().items():
        assert np.array_equal(mapped[name].inputs[:], part.inputs)


def test_links_are_followed_but_not_in_circles(tmp_path: Path) -> None:
    write_pictures(tmp_path / "real", 4, ("b",))
    write_pictures(tmp_path / "x", 4, ("a",))
    (tmp_path / "x" / "b").symlink_to(tmp_path / "real" / "b", target_is_directory=True)
    (tmp_path / "x" / "a" / "round").symlink_to(tmp_path / "x", target_is_directory=True)
    (tmp_path / "x" / "a" / "gone.png").symlink_to(tmp_path / "nothing.png")
    found = scan(tmp_path / "x", silent)
    assert found.balance == (("a", 4), ("b", 4))
    assert len(found.choices[0].load().splits["train"]) > 0


def test_a_scan_can_be_cancelled(tmp_path: Path) -> None:
    def refuse(*_news: object) -> None:
        raise Cancelled

    for kind in ("own_images", "own_text", "own_arrays"):
        with pytest.raises(Cancelled):
            ScanData(str(write_own(kind, tmp_path / kind))).run(refuse)


@pytest.mark.parametrize("kind", KINDS)
def test_scanned_facts_that_a_person_has_rewritten_are_refused_or_told(kind: str, scans: dict[str, Scan]) -> None:
    plain = scans[kind].choices[0].model_dump(mode="json")
    for name in plain["scanned"]:
        for absurd in ([], [[]], [-1], 0, -5, "", "words", None, {}, [["a", 1]], [[1, 2, 3]]):
            changed = {**plain, "scanned": {**plain["scanned"], name: absurd}}
            try:
                experiment = edits.replace(suitable(scans[kind].choices[0]), "data", changed)
            except InputError:
                continue
            assert experiment.data.facts()
            check(experiment)
            with suppress(InputError):
                experiment.data.load()


def test_a_parquet_table_gives_what_the_same_table_gives_as_csv(tmp_path: Path) -> None:
    path = write_table(tmp_path)
    with path.open(encoding="gb18030", newline="") as file:
        names, *rows = csv.reader(file)
    columns = [list(column) for column in zip(*rows, strict=True)]
    numbers = [[float(cell) for cell in column] for column in columns[:2]]
    same = path.with_suffix(".parquet")
    parquet.write_table(pyarrow.table(dict(zip(names, [*numbers, *columns[2:]], strict=True))), same)
    from_csv, from_parquet = scan(path, silent), scan(same, silent)
    assert from_parquet.problems == ()
    one, other = (found.choices[0].load().splits for found in (from_csv, from_parquet))
    for split in SPLITS:
        assert np.array_equal(np.asarray(one[split].inputs[:]), np.asarray(other[split].inputs[:]))
        assert np.array_equal(one[split].targets, other[split].targets)
    script = splits_of_script(from_parquet.choices[0])
    assert np.array_equal(script["test"].inputs, np.asarray(other["test"].inputs[:]))


def test_a_parquet_table_with_gaps_is_filled_and_told(tmp_path: Path) -> None:
    path = tmp_path / "gaps.parquet"
    values = [None if row == 4 else row / 9 for row in range(60)]
    labels = ["low" if row < 30 else "high" for row in range(60)]
    parquet.write_table(pyarrow.table({"x": values, "label": labels}), path)
    found = scan(path, silent)
    assert [problem.code for problem in found.problems] == ["own_not_finite"]
    splits = found.choices[0].load().splits.values()
    assert all(np.isfinite(np.asarray(part.inputs[:])).all() for part in splits)


def test_pictures_of_a_camera_that_was_held_sideways_stand_upright(tmp_path: Path) -> None:
    turned = Image.Exif()
    turned[0x0112] = 6
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        for number in range(5):
            pixels = np.zeros((20, 40), np.uint8)
            pixels[:, :10] = 40 * number + (80 if name == "b" else 0)
            Image.fromarray(pixels).save(tmp_path / name / f"{number}.png", exif=turned)
    (spec,) = scan(tmp_path, silent).choices
    assert spec.facts().ports.input.shape == (1, 40, 20)
    inputs = np.asarray(spec.load().splits["train"].inputs[:])
    assert (inputs[:, 0, 10:] == 0).all()
    assert inputs[:, 0, :10].any()
