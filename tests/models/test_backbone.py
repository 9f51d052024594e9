"""Backbones: what is known of them without torch is what torchvision builds; pretrained weights and their problems."""

import io
import pickle
import sys
from pathlib import Path
from typing import get_args
from urllib.error import URLError

import pytest
import torch
from torch import nn
from torch.utils.flop_counter import FlopCounterMode

from models.build import build
from models.layers import Backbone, Dense
from models.layers.backbone import FACTS, Known
from models.modules import pretrained
from models.network import NetworkSpec, Single
from models.port import Context, DataPorts, Port
from models.problem import InputError, Problem
from models.resolve import Resolved, resolve

PLACE = "architecture.network.blocks.0"


def resolved(block: Backbone, *shape: int) -> Resolved:
    network = NetworkSpec(blocks=(block, Dense(units=4)))
    return resolve(Single(network=network), DataPorts(Port("image", shape or (3, 32, 32))))


def built(block: Backbone, *shape: int) -> nn.Module:
    return build(resolved(block, *shape))["network"].get_submodule("blocks.0")


@pytest.mark.parametrize("channels", [1, 3])
@pytest.mark.parametrize("model", get_args(Known))
def test_what_is_known_of_a_network_is_what_torchvision_builds(model: Known, channels: int) -> None:
    side = FACTS[model].side or 20
    facts = resolved(Backbone(model=model), channels, side, side)
    assert facts.problems == ()
    with torch.device("meta"):
        module = build(facts)["network"].get_submodule("blocks.0").eval()
        out = module(torch.empty(2, channels, side, side))
    (block, _) = facts.networks["network"].blocks
    assert block.out_port == Port("vector", tuple(out.shape[1:]))
    assert sum(weights.numel() for weights in module.parameters()) == block.num_params


@pytest.mark.parametrize(
    ("model", "shape"),
    [
        ("resnet18", (1, 33, 64)), ("resnet18", (3, 1, 5)), ("mobilenet_v3_small", (2, 57, 20)),
        ("vit_b_16", (1, 224, 224)),
    ],
)  # fmt: skip
def test_multiplications_are_those_that_torch_counts(model: Known, shape: tuple[int, ...]) -> None:
    with torch.device("meta"):
        module = built(Backbone(model=model), *shape).eval()
        with FlopCounterMode(display=False) as counted:
            module(torch.empty(1, *shape))
    assert Backbone(model=model).num_macs(Port("image", shape), Context()) == counted.get_total_flops() // 2


@pytest.mark.parametrize(
    ("model", "shape"), [("resnet18", (1, 8, 8)), ("resnet18", (3, 17, 5)), ("mobilenet_v3_small", (2, 1, 1))]
)
def test_small_images_and_single_samples_train(model: Known, shape: tuple[int, ...]) -> None:
    torch.manual_seed(0)
    module = built(Backbone(model=model), *shape)
    for num_samples in (1, 3):
        module(torch.randn(num_samples, *shape)).sum().backward()
    assert all(weights.grad is not None and weights.grad.isfinite().all() for weights in module.parameters())


def test_the_first_convolution_starts_as_torchvisions() -> None:
    torch.manual_seed(0)
    deviations = [built(Backbone(), channels, 8, 8).get_parameter("body.conv1.weight").std() for channels in (1, 3)]
    assert deviations[0].item() == pytest.approx(deviations[1].item(), rel=0.1)


def test_what_a_network_cannot_take_is_named() -> None:
    (problem,) = resolved(Backbone(model="vit_b_16"), 3, 28, 28).problems
    assert "ViT-B/16 takes images of 224 × 224, but receives 28 × 28." in str(problem.message)
    assert resolved(Backbone(model="vit_b_16"), 3, 28, 28).networks["network"].out_port == Port("vector", (4,))
    (problem,) = resolved(Backbone(pretrained=True), 1, 28, 28).problems
    assert "of 3 channels, but receive 1." in str(problem.message)


# --- pretrained weights ---


@pytest.fixture
def checkpoints(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of pretrained weights, empty, on a machine without a network."""

    def offline(url: str, timeout: float) -> None:
        raise URLError("no network here")

    monkeypatch.setattr(torch.hub, "_hub_dir", str(tmp_path))
    monkeypatch.setattr(pretrained, "urlopen", offline)
    folder = tmp_path / "checkpoints"
    folder.mkdir()
    return folder


def problem_of() -> Problem:
    with pytest.raises(InputError) as refused:
        built(Backbone(pretrained=True))
    (problem,) = refused.value.problems
    assert problem.place == PLACE
    return problem


def test_pretrained_weights_are_those_of_the_file(checkpoints: Path) -> None:
    import torchvision

    torch.manual_seed(5)
    theirs = torchvision.models.resnet18()
    torch.save(theirs.state_dict(), checkpoints / "resnet18-f37072fd.pth")
    own = built(Backbone(pretrained=True)).eval()
    theirs.fc = nn.Identity()
    x_BCHW = torch.randn(2, 3, 40, 40)
    assert torch.equal(own(x_BCHW), theirs.eval()(x_BCHW))


def test_without_file_and_network_the_problem_says_so(checkpoints: Path) -> None:
    problem = problem_of()
    assert problem.code == "weights_missing"
    assert f"resnet18-f37072fd.pth, which are not in {checkpoints}" in str(problem.message)
    assert "no network here" in str(problem.message)


def test_what_arrives_with_another_checksum_is_thrown_away(checkpoints: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = checkpoints.parent / "elsewhere"
    source.write_bytes(b"a page that asks for a password")
    monkeypatch.setattr(pretrained, "urlopen", lambda url, timeout: source.open("rb"))
    assert "another checksum" in str(problem_of().message)
    assert list(checkpoints.iterdir()) == []


class BrokenOff(io.BytesIO):
    """An answer that ends in an error, while another process fetches the same file."""

    def __init__(self, folder: Path) -> None:
        super().__init__(b"the beginning")
        self.folder = folder

    def read(self, size: int | None = -1) -> bytes:
        chunk = super().read(size)
        if chunk:
            return chunk
        (mine,) = self.folder.iterdir()
        assert mine.name != "resnet18-f37072fd.pth.part", "another process would write into the same file"
        raise OSError("the line is dead")


def test_what_breaks_off_leaves_nothing_and_has_a_name_of_its_own(
    checkpoints: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pretrained, "urlopen", lambda url, timeout: BrokenOff(checkpoints))
    assert "the line is dead" in str(problem_of().message)
    assert list(checkpoints.iterdir()) == []


class Evil:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return exec, ("import sys; sys.evil_was_here = True",)


@pytest.mark.parametrize("content", [b"", b"no weights", pickle.dumps(Evil())])
def test_a_damaged_file_is_a_problem_and_runs_nothing(checkpoints: Path, content: bytes) -> None:
    (checkpoints / "resnet18-f37072fd.pth").write_bytes(content)
    assert problem_of().code == "weights_damaged"
    assert not hasattr(sys, "evil_was_here")


def test_a_file_of_another_network_is_a_problem(checkpoints: Path) -> None:
    torch.save({"conv1.weight": torch.zeros(1)}, checkpoints / "resnet18-f37072fd.pth")
    assert problem_of().code == "weights_damaged"
