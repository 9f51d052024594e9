"""Command describe: the numbers of networks, without torch."""

import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest

Command = Callable[..., tuple[int, str, str]]
Scripted = Callable[..., Any]
Small = Callable[..., str]


# Every number of parameters that the textbooks state: of a network, or of one block by its path.
TEXTBOOK = [
    ("mlp-mnist", "network", 101_770),
    ("cnn-two-conv-as-printed", "network", 315_722),
    ("cnn-two-conv", "network", 545_098),
    ("lenet5-cifar10", "network", 62_006),
    ("cnn-three-conv", "network", 93_322),
    ("lstm-classifier", "network", 214_282),
    ("lstm-agnews", "network", 665_348),
    ("transformer-seq2seq", "encoder.blocks.2", 49_984),
    ("transformer-seq2seq", "decoder.blocks.2", 66_752),
    ("gan-mnist", "generator", 561_168),
    ("gan-mnist", "discriminator", 533_505),
]


@pytest.mark.parametrize(("experiment", "place", "num_params"), TEXTBOOK)
def test_the_textbooks_networks_have_the_textbooks_numbers(
    scripted: Scripted, experiment: str, place: str, num_params: int
) -> None:
    networks = scripted("describe", experiment)["networks"]
    counted = {name: network["num_params"] for name, network in networks.items()}
    for network in networks.values():
        counted |= {block["path"].removeprefix("architecture."): block["num_params"] for block in network["blocks"]}
    assert counted[place] == num_params


def test_describe_has_the_keys_that_scripts_read(scripted: Scripted) -> None:
    answer = scripted("describe", "cnn-digits")
    assert list(answer) == ["id", "family", "num_params", "networks", "problems"]
    assert (answer["id"], answer["family"], answer["problems"]) == ("cnn-digits", "CNN", [])
    network = answer["networks"]["network"]
    assert network["num_params"] == answer["num_params"] == sum(block["num_params"] for block in network["blocks"])
    first = network["blocks"][0]
    assert list(first)[:5] == ["path", "kind", "label", "out_shape", "num_params"]
    assert list(first)[5:] == ["flops", "activation_bytes", "receptive_field"]
    # 3 x 3 x 1 x 16 x 8 x 8 multiply-adds, twice; 16 x 8 x 8 values of four bytes
    assert [first[key] for key in list(first)[5:]] == [18_432, 4096, 3]
    assert network["flops"] == sum(block["flops"] for block in network["blocks"])
    assert network["activation_bytes"] == sum(block["activation_bytes"] for block in network["blocks"])
    assert (first["path"], first["kind"]) == ("architecture.network.blocks.0", "conv2d")
    assert all(isinstance(size, int) for block in network["blocks"] for size in block["out_shape"])


@pytest.mark.parametrize(
    ("experiment", "networks"),
    [("transformer-reversal", ["encoder", "decoder"]), ("gan-ring", ["generator", "discriminator"])],
)
def test_describe_names_every_network(scripted: Scripted, experiment: str, networks: list[str]) -> None:
    assert list(scripted("describe", experiment)["networks"]) == networks


def test_blocks_inside_a_composite_are_listed_flat_and_counted_once(scripted: Scripted, small: Small) -> None:
    inner = {"kind": "dense", "units": 64}
    answer = scripted("describe", small({"kind": "flatten"}, {"kind": "residual", "blocks": [inner]}))
    listed = {block["path"]: block["num_params"] for block in answer["networks"]["network"]["blocks"]}
    assert listed == {
        "architecture.network.blocks.0": 0,
        "architecture.network.blocks.1": 64 * 65,
        "architecture.network.blocks.1.blocks.0": 64 * 65,
    }
    assert answer["num_params"] == 64 * 65


def test_describe_exits_with_zero_and_puts_problems_inside(scripted: Scripted) -> None:
    problems = scripted("describe", "cnn-two-conv-as-printed")["problems"]
    misfit = next(problem for problem in problems if problem["code"] == "input_mismatch")
    assert set(misfit) == {"code", "place", "message", "remedy"}
    assert misfit["place"].startswith("architecture.network.blocks.")
    assert "64 × 8 × 8" in misfit["message"]


def test_describe_for_people(command: Command) -> None:
    code, out, _ = command("describe", "cnn-digits")
    assert code == 0
    assert "Feature maps of a digit" in out
    assert "16 × 8 × 8" in out


def test_describe_and_list_import_neither_torch_nor_qt_and_are_quick() -> None:
    code = (
        "import sys; from explorer.cli.app import run;"
        "assert run(['describe', 'cnn-digits', '--json']) == 0;"
        "assert run(['list', 'experiments', '--json']) == 0;"
        "bad = {'torch', 'PySide6', 'sklearn', 'torchvision', 'scipy'} & set(sys.modules); assert not bad, bad"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)


def test_costs_are_columns_for_those_who_ask(command: Command) -> None:
    _, plain, _ = command("describe", "cnn-two-conv")
    code, out, _ = command("describe", "cnn-two-conv", "--costs")
    assert code == 0
    assert "FLOPs" not in plain
    (line,) = [line for line in out.splitlines() if "64 × 16 × 16" in line and "18" in line]
    assert line.replace("\u202f", " ").split("  ")[-1].strip() == "8"
    assert "9 437 184" in line.replace("\u202f", " ")
    assert "65.5 KB" in line
    assert "counts as 2" in out
