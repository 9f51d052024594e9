"""Importing networks: what export writes is read back, torch's modules become blocks, what has none is named."""

import json
import runpy
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from hypothesis import assume, given
from hypothesis import strategies as st
from torch import nn
from torch.nn import functional as F

from explorer.check import check_spec
from explorer.export.network import calls_of, network_class
from explorer.export.script import python_script
from explorer.files import load_experiment
from explorer.gallery import ids, load
from explorer.importing import child
from explorer.importing.graph import StackReader
from explorer.importing.reader import Unreadable
from explorer.importing.reading import Reading, import_network
from models.build import build
from models.code import written
from models.layers import LAYERS
from models.network import NetworkSpec, Single
from models.port import DataPorts, Port
from models.problem import InputError
from models.resolve import Resolved, resolve
from tests.models.test_any_block import SLOW, fitting_stacks, samples

Command = Callable[..., tuple[int, str, str]]


ACTIVATION = {"blocks": [{"kind": "activation"}]}
INSIDE: dict[str, dict[str, Any]] = {
    **dict.fromkeys(("residual", "skip", "repeat"), ACTIVATION),
    "parallel": {"branches": [ACTIVATION, {"blocks": []}, {"blocks": [{"kind": "activation", "function": "tanh"}]}]},
}


def blocks_of(module: nn.Module) -> list[dict[str, Any]]:
    reader = StackReader(module)
    blocks = reader.blocks()
    assert not reader.missing
    return blocks


@pytest.mark.parametrize("experiment_id", [one for one in ids() if not check_spec(load(one))])
def test_what_export_writes_is_read_back(experiment_id: str, tmp_path: Path) -> None:
    experiment = load(experiment_id)
    ports = experiment.data.facts().ports
    original = resolve(experiment.architecture, ports)
    file = tmp_path / "script.py"
    file.write_text(python_script(experiment).text, encoding="utf-8")
    names = runpy.run_path(str(file))
    parts = {name: {"blocks": blocks_of(names[name.capitalize()]())} for name in original.networks}
    architecture = type(experiment.architecture).model_validate(parts | noise_of(experiment.architecture))
    again = resolve(architecture, ports)
    assert not again.problems
    for name, network in original.networks.items():
        assert network_class(again.networks[name]) == network_class(network)


def noise_of(architecture: Any) -> dict[str, int]:
    return {"noise": architecture.noise} if hasattr(architecture, "noise") else {}


def test_torch_modules_become_blocks() -> None:
    module = nn.Sequential(
        nn.Conv2d(3, 8, 3, stride=2, padding=1, bias=False),
        nn.BatchNorm2d(8),
        nn.LeakyReLU(0.2),
        nn.Sequential(nn.MaxPool2d(2), nn.Dropout(0.1)),
        nn.AdaptiveAvgPool2d(1),
        nn.Flatten(),
        nn.Linear(8, 10),
    )
    blocks = blocks_of(module)
    assert [block["kind"] for block in blocks] == [
        "conv2d", "batch_norm", "activation", "max_pool2d", "dropout", "adaptive_avg_pool2d", "flatten", "dense",
    ]  # fmt: skip
    assert blocks[0]["stride"] == 2
    assert blocks[0]["in_channels"] == 3
    assert not blocks[0]["bias"]
    assert blocks[2] == {"kind": "activation", "function": "leaky_relu", "negative_slope": 0.2}


class Functional(nn.Module):
    """Functions and methods instead of modules, a way around, and branches."""

    def __init__(self) -> None:
        super().__init__()
        self.first, self.second = nn.Conv2d(1, 4, 3, padding=1), nn.Conv2d(4, 4, 3, padding=1)
        self.left, self.right = nn.Conv2d(4, 2, 1), nn.Conv2d(4, 3, 1)
        self.last = nn.Linear(9 * 16, 10)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        x = F.relu(self.first(x))
        x = x + torch.tanh(self.second(x))
        x = torch.cat([x, torch.cat([self.left(x), self.right(x)], dim=1)], dim=1)
        x = F.max_pool2d(x, 2)
        x = x.view(x.size(0), -1)
        return self.last(F.dropout(x, 0.25, self.training))


def test_functions_ways_around_and_branches_become_blocks() -> None:
    blocks = blocks_of(Functional())
    kinds = [block["kind"] for block in blocks]
    assert kinds == ["conv2d", "activation", "residual", "skip", "max_pool2d", "flatten", "dropout", "dense"]
    assert [block["kind"] for block in blocks[2]["blocks"]] == ["conv2d", "activation"]
    assert blocks[6]["probability"] == 0.25


class LastOfLstm(nn.Module):
    def __init__(self, bidirectional: bool = False) -> None:
        super().__init__()
        self.lstm = nn.LSTM(8, 16, num_layers=2, batch_first=True, dropout=0.1, bidirectional=bidirectional)
        self.last = nn.Linear(16, 10)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        hidden, _ = self.lstm(x)
        return self.last(hidden[:, -1, :])  # type: ignore[no-any-return]


def test_the_last_position_of_a_recurrent_module_is_its_output() -> None:
    recurrent, dense = blocks_of(LastOfLstm())
    assert (recurrent["cell"], recurrent["layers"], recurrent["output"]) == ("lstm", 2, "last")
    assert dense["units"] == 10
    with pytest.raises(Exception, match="last position"):
        blocks_of(LastOfLstm(bidirectional=True))


def test_torch_transformer_layers_become_encoder_blocks() -> None:
    layer = nn.TransformerEncoderLayer(16, 2, 32, 0.2, "gelu", batch_first=True, norm_first=True)
    blocks = blocks_of(nn.Sequential(nn.Embedding(9, 16), nn.TransformerEncoder(layer, 2, enable_nested_tensor=False)))
    assert [block["kind"] for block in blocks] == ["embedding", "encoder_block", "encoder_block"]
    assert (blocks[1]["heads"], blocks[1]["ff_units"], blocks[1]["norm"]) == (2, 32, "first")


@pytest.mark.parametrize(
    ("module", "what"),
    [
        (nn.PixelShuffle(2), "PixelShuffle"),
        (nn.Conv2d(1, 2, 3, dilation=2), "dilation"),
        (nn.Conv2d(1, 2, (3, 5)), "kernel_size"),
        (nn.Flatten(2), "start_dim"),
        (nn.LayerNorm(4, elementwise_affine=False), "gain"),
        (nn.LSTM(3, 4), "batch_first"),
        (nn.BatchNorm2d(4, eps=1e-3), "eps"),
        (nn.BatchNorm2d(4, momentum=None), "momentum"),
        (nn.LayerNorm(4, eps=1e-6), "eps"),
        (nn.LayerNorm((4, 4)), "normalized_shape"),
        (nn.GroupNorm(2, 4, affine=False), "affine"),
        (nn.GroupNorm(2, 4, eps=1e-6), "eps"),
        (nn.AvgPool2d(3, padding=1, count_include_pad=False), "count_include_pad"),
        (nn.MaxPool2d(3, ceil_mode=True), "ceil_mode"),
        (nn.Embedding(9, 4, padding_idx=0), "padding_idx"),
        (nn.Upsample(scale_factor=2, mode="bilinear", align_corners=True), "align_corners"),
        (nn.TransformerEncoderLayer(8, 2, batch_first=True, bias=False), "bias"),
        (nn.TransformerEncoderLayer(8, 2, batch_first=True, layer_norm_eps=1e-3), "eps"),
    ],
)
def test_what_has_no_block_is_named_with_its_place(module: nn.Module, what: str) -> None:
    reader = StackReader(nn.Sequential(nn.ReLU(), nn.Sequential(module)))
    reader.blocks()
    ((place, reason),) = reader.missing
    assert place == "1.0"
    assert what in reason


class Once(nn.Module):
    """A forward that a test gives, around modules that it names."""

    def __init__(self, forward: Callable[..., torch.Tensor], **modules: nn.Module) -> None:
        super().__init__()
        self.run = forward
        self.register_buffer("mask", torch.triu(torch.full((6, 6), float("-inf")), 1))
        for name, module in modules.items():
            self.add_module(name, module)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.run(self, x)


def refusal(module: nn.Module) -> str:
    """Why a network is not read, wherever that is told."""
    reader = StackReader(module)
    try:
        reader.blocks()
    except Unreadable as reason:
        return str(reason)
    return "; ".join(what for _, what in reader.missing)


def encoder() -> nn.Module:
    return nn.TransformerEncoderLayer(8, 2, 16, batch_first=True)


def test_a_mask_that_is_said_to_be_causal_makes_the_block_causal() -> None:
    (block,) = blocks_of(Once(lambda net, x: net.t(x, net.mask, is_causal=True), t=encoder()))
    assert (block["kind"], block["causal"]) == ("encoder_block", True)
    stack = nn.TransformerEncoder(encoder(), 2, enable_nested_tensor=False)  # type: ignore[arg-type]
    assert all(
        block["causal"] for block in blocks_of(Once(lambda net, x: net.t(x, mask=net.mask, is_causal=True), t=stack))
    )
    (plain,) = blocks_of(Once(lambda net, x: net.t(x, None, is_causal=False), t=encoder()))
    assert not plain.get("causal")


class TwoInputs(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.t = encoder()

    def forward(self, x: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        return self.t(x, mask)  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    "module",
    [
        Once(lambda net, x: net.t(x, net.mask), t=encoder()),
        Once(lambda net, x: net.t(x, src_key_padding_mask=net.mask, src_mask=net.mask, is_causal=True), t=encoder()),
        Once(lambda net, x: net.t(x, (net.mask, net.mask))[0], t=nn.LSTM(8, 8, batch_first=True)),
        TwoInputs(),
    ],
)
def test_a_module_that_is_given_more_than_its_input_is_refused(module: nn.Module) -> None:
    assert "more than its input" in refusal(module)


@pytest.mark.parametrize(
    ("forward", "block"),
    [
        (lambda net, x: F.max_pool2d(x, 3, 2, padding=1),
         {"kind": "max_pool2d", "kernel_size": 3, "stride": 2, "padding": 1}),
        (lambda net, x: F.avg_pool2d(x, 2), {"kind": "avg_pool2d", "kernel_size": 2, "stride": "auto", "padding": 0}),
        (lambda net, x: F.leaky_relu(x, 0.2), {"kind": "activation", "function": "leaky_relu", "negative_slope": 0.2}),
        (lambda net, x: F.dropout(x, 0.2, net.training), {"kind": "dropout", "probability": 0.2}),
        (lambda net, x: x.softmax(-1), {"kind": "activation", "function": "softmax"}),
        (lambda net, x: x.flatten(1), {"kind": "flatten"}),
        (lambda net, x: x.view(x.shape[0], -1), {"kind": "flatten"}),
        (lambda net, x: x.add(x), {"kind": "residual", "blocks": []}),
    ],
)  # fmt: skip
def test_a_function_is_read_with_its_settings(forward: Callable[..., torch.Tensor], block: dict[str, Any]) -> None:
    assert blocks_of(Once(forward)) == [block]


@pytest.mark.parametrize(
    ("forward", "why"),
    [
        (lambda net, x: F.max_pool2d(x, 3, 2, padding=1, ceil_mode=True), "ceil_mode"),
        (lambda net, x: F.max_pool1d(x, 2), "max_pool1d"),
        (lambda net, x: torch.flatten(x, 1, 2), "end_dim"),
        (lambda net, x: F.softmax(x, dim=0), "dim=0"),
        (lambda net, x: F.elu(x, 2.0), "alpha"),
        (lambda net, x: F.gelu(x, approximate="tanh"), "approximate"),
        (lambda net, x: torch.add(x, x.relu(), alpha=0.1), "add"),
        (lambda net, x: torch.cat([x, net.mask], 1), "cat"),
        (lambda net, x: x[0], "[0]"),
        (lambda net, x: x.view(x.size(1), -1), "a batch of"),
        (lambda net, x: F.dropout(x, x.mean()), "computed"),
        (lambda net, x: torch.cat([x, net.conv(x)], dim=-1), "dim=-1"),
        (lambda net, x: torch.cat([x, net.conv(x).relu()], dim=2), "dim=2"),
        (lambda net, x: torch.cat([net.lstm(x)[0], x], dim=1), "dim=1"),
        (lambda net, x: net.conv(x).softmax(-1), "dim=-1"),
        (lambda net, x: net.norm(net.lstm(x)[0]), "dim=1"),
        (lambda net, x: net.last(net.conv(x)), "dim=-1"),
    ],
)  # fmt: skip
def test_settings_that_no_block_has_are_refused(forward: Callable[..., torch.Tensor], why: str) -> None:
    parts = {"conv": nn.Conv2d(1, 4, 1), "lstm": nn.LSTM(8, 8, batch_first=True)}
    assert why in refusal(Once(forward, **parts, norm=nn.BatchNorm1d(8), last=nn.LayerNorm(8)))


def test_the_same_stream_twice_is_there_twice() -> None:
    (block,) = blocks_of(Once(lambda net, x: torch.cat([x, x.relu(), x], 1)))
    assert [len(branch["blocks"]) for branch in block["branches"]] == [0, 1, 0]


def named(name: str, base: type[nn.Module], *sizes: int) -> nn.Module:
    """A class of somebody's own that has a known name, and does something else."""
    other: Callable[..., nn.Module] = type(name, (base,), {"forward": lambda self, x: x.relu()})
    return other(*sizes)


@pytest.mark.parametrize(
    ("name", "base", "sizes"),
    [("Linear", nn.Linear, (3, 2)), ("SameConv2d", nn.Conv2d, (3, 2, 3)), ("ELU", nn.ELU, ())],
)
def test_a_class_that_does_more_than_the_one_it_is_made_from_is_looked_into(
    name: str, base: type[nn.Module], sizes: tuple[int, ...]
) -> None:
    assert blocks_of(nn.Sequential(named(name, base, *sizes))) == [{"kind": "activation", "function": "relu"}]


def test_what_hooks_do_to_a_module_has_no_block() -> None:
    hooked = nn.Linear(3, 2)
    hooked.register_forward_pre_hook(lambda module, inputs: None)  # as spectral_norm does
    assert "hooks" in refusal(nn.Sequential(hooked))


@pytest.mark.parametrize(
    "name", ["Attention", "EncoderLayer", "Patches", "Noise", "RecurrentLayers", "Flatten", "ReLU"]
)
def test_a_class_that_only_has_a_known_name_is_looked_into(name: str) -> None:
    assert blocks_of(nn.Sequential(named(name, nn.Module))) == [{"kind": "activation", "function": "relu"}]


@given(
    kernel=st.integers(1, 6), stride=st.integers(1, 3), padding=st.integers(0, 3) | st.sampled_from(["same", "causal"])
)
def test_a_convolution_along_a_sequence_is_read_as_it_was(kernel: int, stride: int, padding: int | str) -> None:
    port = Port("sequence", (8, 2))
    block = {"kind": "conv1d", "kernel_size": kernel, "stride": stride, "padding": padding}
    resolved = resolve(Single.model_validate({"network": {"blocks": [block]}}), DataPorts(port))
    assume(not resolved.problems)
    (read,) = blocks_of(build(resolved)["network"])
    again = resolve(Single.model_validate({"network": {"blocks": [read]}}), DataPorts(port))
    assert written_calls(again) == written_calls(resolved)


FILE = """
from torch import nn
print("a message")

class Made(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Sequential(nn.Flatten(), nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10))

    def forward(self, x):
        return self.body(x)

class Needs(nn.Module):
    def __init__(self, size):
        super().__init__()

if __name__ == "__main__":
    raise SystemExit("this must not run")
"""


@pytest.fixture
def python_file(tmp_path: Path) -> Callable[[str], str]:
    def write(text: str) -> str:
        (tmp_path / "mine.py").write_text(text, encoding="utf-8")
        return str(tmp_path / "mine.py")

    return write


def test_a_file_becomes_an_experiment_that_fits(
    command: Command, python_file: Callable[[str], str], tmp_path: Path
) -> None:
    out = str(tmp_path / "mine.json")
    code, printed, told = command("import", python_file(FILE), "--yes", "--out", out)
    assert (code, printed) == (0, "")
    assert out in told
    experiment = load_experiment(out)
    assert not check_spec(experiment)
    assert experiment.data.kind == "digits"
    assert isinstance(experiment.architecture, Single)
    kinds = [block.kind for block in experiment.architecture.network.blocks]
    assert kinds == ["flatten", "dense", "activation", "dense"]
    assert json.loads(Path(out).read_text())["architecture"]["network"]["blocks"][-1]["units"] == "classes"


def test_nothing_runs_without_agreement(command: Command, python_file: Callable[[str], str], tmp_path: Path) -> None:
    trace = tmp_path / "ran"
    file = python_file(f"open({str(trace)!r}, 'w')\n")
    code, _, told = command("import", file, "--out", str(tmp_path / "mine.json"))
    assert code == 2
    assert "--yes" in told
    assert not trace.exists()


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("1 / 0", "", "file_failed"),
        ("raise SystemExit(3)", "", "file_failed"),
        ("x = 1", "", "no_network"),
        ("from torch import nn\na, b = nn.ReLU(), nn.Tanh()", "", "several_networks"),
        ("from torch import nn\na = nn.ReLU()", "c", "unknown_network"),
        ("from torch import nn\nclass A(nn.Module):\n  def forward(self, x):\n    return x if x.sum() > 0 else -x",
         "", "not_followed"),
        ("from torch import nn\na = nn.Sequential(nn.ReLU(), nn.PixelShuffle(2))", "", "no_block"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_a_named_problem(
    python_file: Callable[[str], str],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    text: str,
    name: str,
    code: str,
) -> None:
    file = Path(python_file(text))
    monkeypatch.setattr(sys, "path", list(sys.path))
    child.main(str(file), name)
    with pytest.raises(InputError) as caught:
        Reading(file, name).experiment(*capsys.readouterr())
    assert [problem.code for problem in caught.value.problems] == [code]


def test_a_file_that_ends_the_process_is_a_named_problem(python_file: Callable[[str], str]) -> None:
    with pytest.raises(InputError) as caught:
        import_network(Path(python_file("import os\nos._exit(7)")))
    assert [problem.code for problem in caught.value.problems] == ["file_failed"]


@pytest.mark.parametrize("text", ["print(3)", "print('[]')", "print('{}')", "input()"])
def test_a_file_that_says_the_last_word_is_a_named_problem(python_file: Callable[[str], str], text: str) -> None:
    end = "import os, sys\nsys.stdout = sys.__stdout__\n" + text + "\nsys.stdout.flush()\nos._exit(0)"
    with pytest.raises(InputError) as caught:
        import_network(Path(python_file(end)))
    assert [problem.code for problem in caught.value.problems] == ["file_failed"]


def test_a_class_and_its_only_instance_are_one_network(python_file: Callable[[str], str], monkeypatch: Any) -> None:
    monkeypatch.setattr(sys, "path", list(sys.path))
    file = python_file(FILE + "\nmodel = Made()\n")
    assert child._architecture(file, "") == child._architecture(file, "Made")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        import_network(tmp_path / "nothing.py")


def written_calls(resolved: Resolved) -> list[str]:
    return [written(code) for code in calls_of(resolved.networks["network"])]


@SLOW
@given(fitting_stacks())
def test_any_stack_is_read_back_as_the_function_that_it_is(fitting: tuple[NetworkSpec, DataPorts]) -> None:
    network, data = fitting
    ours = build(resolve(Single(network=network), data))["network"]
    read = blocks_of(ours)
    assume(read)  # of what does nothing, nothing is left
    again = resolve(Single.model_validate({"network": {"blocks": read}}), data)
    assert not again.problems
    theirs = build(again)["network"]
    for one, other in zip(ours.parameters(), theirs.parameters(), strict=True):
        other.data.copy_(one)
    x = samples(data.input, 2)
    for training in (True, False):
        torch.manual_seed(0)
        expected = ours.train(training)(x)
        torch.manual_seed(0)
        assert torch.equal(theirs.train(training)(x), expected)


def test_every_block_of_ours_is_read_back() -> None:
    ports = [Port("image", (4, 8, 8)), Port("sequence", (6, 8)), Port("vector", (64,)), Port("tokens", (6,), 9)]
    unread = []
    for kind in LAYERS:
        for port in ports:
            inner = INSIDE.get(kind.model_fields["kind"].default, {})
            spec = NetworkSpec.model_validate({"blocks": [{"kind": kind.model_fields["kind"].default, **inner}]})
            resolved = resolve(Single(network=spec), DataPorts(port, num_classes=3, vocabulary=9))
            if resolved.problems:
                continue
            reader = StackReader(build(resolved)["network"])
            blocks = reader.blocks()
            if reader.missing:
                unread.append((kind.__name__, reader.missing))
                continue
            again = resolve(Single.model_validate({"network": {"blocks": blocks}}), DataPorts(port, None, 3, 9))
            assert written_calls(again) == written_calls(resolved)
    assert not unread, "explorer/importing/readers has no reader for these"
