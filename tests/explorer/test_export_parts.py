"""The parts of exported scripts: every block, dataset, objective, optimiser and schedule can be written down."""

import ast
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from torch import nn

from explorer import edits
from explorer.datasets import DATASETS
from explorer.datasets.points import Points
from explorer.datasets.waves import Waves
from explorer.export.definitions import Definitions
from explorer.export.network import calls_of, network_class
from explorer.export.places import as_script
from explorer.export.replaced import Learner
from explorer.export.script import LIBRARIES, python_script
from explorer.gallery import load
from explorer.objectives import OBJECTIVES
from explorer.optimizers import OPTIMIZERS
from explorer.schedules import SCHEDULES
from models.build import build
from models.code import as_constant, as_python, call, made, unless, written
from models.layer import LayerSpec
from models.layers import LAYERS
from models.network import EncoderDecoder, NetworkSpec, Single
from models.port import DataPorts, Port
from models.resolve import Resolved, resolve

PORTS = [Port("image", (4, 8, 8)), Port("sequence", (6, 8)), Port("vector", (64,)), Port("tokens", (6,), 9)]


ACTIVATION = {"blocks": [{"kind": "activation"}]}
INSIDE: dict[str, dict[str, Any]] = {
    **dict.fromkeys(("residual", "skip", "repeat"), ACTIVATION),
    "parallel": {"branches": [ACTIVATION, {"blocks": []}, {"blocks": [{"kind": "activation", "function": "tanh"}]}]},
}


def names_of(text: str) -> dict[str, Any]:
    """What a piece of a script defines."""
    names: dict[str, Any] = {"__name__": "script"}
    exec(compile(text, "script", "exec", dont_inherit=True), names)
    return names


def fitting(kind: type[LayerSpec]) -> list[tuple[str, Resolved]]:
    """The block with its defaults on every port that it fits, as the network of that name."""
    found = []
    inner = INSIDE.get(kind.model_fields["kind"].default, {})
    network = NetworkSpec.model_validate({"blocks": [{"kind": kind.model_fields["kind"].default, **inner}]})
    for port in PORTS:
        data = DataPorts(port, target=PORTS[1], num_classes=3, vocabulary=9)
        if kind.needs_memory:
            encoder = NetworkSpec.model_validate({"blocks": [{"kind": "activation"}]})
            resolved = resolve(EncoderDecoder(encoder=encoder, decoder=network), data)
            found.append(("decoder", resolved))
        else:
            found.append(("network", resolve(Single(network=network), data)))
    return [(name, resolved) for name, resolved in found if not resolved.problems]


@pytest.mark.parametrize("kind", LAYERS, ids=lambda kind: kind.__name__)
def test_every_block_is_written_as_it_is_built(kind: type[LayerSpec]) -> None:
    cases = fitting(kind)
    assert cases, f"{kind.__name__} fits none of the ports of this test"
    for name, resolved in cases:
        network, definitions = resolved.networks[name], Definitions()
        definitions.add_import("torch", "nn")
        definitions.add_import("torch", "Tensor")
        for code in calls_of(network):
            if code.module.startswith("models."):
                definitions.add(code.target)
        blocks = [*definitions.take(), network_class(network)]
        text = as_script("\n".join([line for group in definitions.import_lines() for line in group] + blocks)).text
        torch.manual_seed(0)
        theirs: nn.Module = names_of(text)[name.capitalize()]()
        torch.manual_seed(0)
        ours = build(resolved)[name]
        pairs = list(zip(ours.parameters(), theirs.parameters(), strict=True))
        assert all(torch.equal(one, other) for one, other in pairs)
        shape = (2, *network.in_port.shape)
        x = torch.randint(9, shape) if network.in_port.kind == "tokens" else torch.rand(shape)
        memory = [torch.rand(2, 6, 8)] if name == "decoder" else []
        for training in (True, False):
            torch.manual_seed(1)
            expected = ours.train(training)(x, *memory)
            torch.manual_seed(1)
            assert torch.equal(theirs.train(training)(x, *memory), expected)


@pytest.mark.parametrize(
    "dataset",
    [*(kind() for kind in DATASETS), Waves(task="cycles", length=16), *(Points(shape=one) for one in ("xor", "blobs"))],
    ids=lambda dataset: repr(dataset)[:40],
)
def test_every_dataset_is_written_as_it_is_loaded(dataset: Any) -> None:
    definitions = Definitions()
    name = definitions.add_method(dataset, "splits")
    text = "\n".join([*definitions.take()])
    imports = "\n".join(line for group in definitions.import_lines() for line in group)
    assert definitions.libraries() <= LIBRARIES.keys(), "scripts need nothing but these"
    names = names_of(f"{imports}\n{text}")
    if dataset.problems():
        pytest.skip("its text is fine; its files are not here, of which tests/explorer/test_export.py reads some")
    splits = names[name]()
    for split, arrays in dataset.load().splits.items():
        assert np.array_equal(splits[split].inputs, arrays.inputs)
        assert np.array_equal(splits[split].targets, arrays.targets)


@pytest.mark.parametrize("kind", OBJECTIVES, ids=lambda kind: kind.__name__)
def test_every_objective_can_be_written_down(kind: type[Any]) -> None:
    definitions = Definitions()
    for method in ("start", "step", "score", "summarise"):
        definitions.add_method(kind(), method)
    text = "\n".join(definitions.take())
    assert definitions.libraries() <= LIBRARIES.keys(), "scripts need nothing but these"
    used = {
        node.attr
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "learner"
    }
    known = {*Learner.__dataclass_fields__, *vars(Learner)}
    assert used <= known, f"a script's learner (explorer/export/replaced.py) has no {used - known}"
    imports = "\n".join(line for group in definitions.import_lines() for line in group)
    names_of(f"{imports}\n{text}")


@pytest.mark.parametrize("dataset", DATASETS, ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("objective", OBJECTIVES, ids=lambda kind: kind.__name__)
def test_every_dataset_and_every_objective_go_into_one_script(dataset: type[Any], objective: type[Any]) -> None:
    definitions = Definitions()
    definitions.add_method(dataset(), "splits")
    definitions.add_method(objective(), "step")


@pytest.mark.parametrize("kind", OPTIMIZERS, ids=lambda kind: kind.__name__)
def test_every_optimiser_is_made_from_its_code(kind: type[Any]) -> None:
    weights = nn.Linear(2, 2)
    optimizer = made(kind().code(), weights.parameters())
    text = written(kind().code(), "weights.parameters()")
    same = eval(text, {"torch": torch, "weights": weights})
    assert same.defaults == optimizer.defaults


@pytest.mark.parametrize("kind", SCHEDULES, ids=lambda kind: kind.__name__)
def test_every_schedule_is_written_as_it_counts(kind: type[Any]) -> None:
    definitions = Definitions()
    name = definitions.add_method(kind(), "factor")
    text = "\n".join(definitions.take())
    imports = "\n".join(line for group in definitions.import_lines() for line in group)
    factor = names_of(f"{imports}\n{text}")[name]
    assert [factor(step, 500, 20) for step in range(500)] == [kind().factor(step, 500, 20) for step in range(500)]


def test_lines_know_their_places() -> None:
    script = python_script(load("gan-digits"))
    lines = script.text.splitlines()
    assert len(lines) == len(script.places)
    by_place: dict[str, list[str]] = {}
    for line, place in zip(lines, script.places, strict=True):
        by_place.setdefault(place, []).append(line.strip())
    first = by_place["architecture.generator.blocks.0"]
    assert first == ["self.dense_1 = nn.Linear(32, 128)", "x = self.dense_1(x)  # 128"]
    assert by_place["seed"][0].startswith("SEED = 0")
    assert any("torch.optim.Adam(" in line for line in by_place["training.optimizer"])
    assert by_place["data"]
    assert by_place["training.objective"]


def test_a_misfit_is_a_comment_at_its_block() -> None:
    experiment = load("cnn-two-conv-as-printed")
    script = python_script(experiment)
    lines = [
        line.strip()
        for line, place in zip(script.text.splitlines(), script.places, strict=True)
        if place == "architecture.network.blocks.7"
    ]
    assert lines[0].startswith("# Dense expects")
    assert lines[-1].startswith("x = self.dense_8(x)")
    empty = edits.replace(experiment, "architecture.network.blocks", [])
    assert "class Network(nn.Module):" in python_script(empty).text


def test_words_of_a_person_do_no_harm() -> None:
    title = 'end """ \\ of\0the "world'
    experiment = edits.replace(edits.replace(load("mlp-moons"), "title", title), "summary", '"""\n\nimport os\n')
    assert ast.get_docstring(ast.parse(python_script(experiment).text))


def test_calls_are_written_as_they_are_made() -> None:
    code = call("torch.nn.Conv2d", 1, 2, 3, padding=unless(0, 1), bias=unless(True, True))
    assert written(code) == "nn.Conv2d(1, 2, 3, padding=1)"
    assert made(code).padding == (1, 1)
    nested = call("torch.nn.Sequential", call("torch.nn.Flatten"), call("torch.nn.Unflatten", 1, (2, 3)))
    assert str(eval(written(nested), {"nn": nn})) == str(made(nested))


@pytest.mark.parametrize("value", ["a", "it's", 'say "x"', "both ' and \"", "a\nb\\", 1e-08, (1,), (1, 2), None, True])
def test_values_are_written_so_that_python_reads_them(value: object) -> None:
    assert eval(as_python(value)) == value
    names: dict[str, object] = {}
    exec(as_constant("NAME", value, "What it is."), names)
    assert names["NAME"] == value


def test_sources_are_read_without_importing(tmp_path: Path) -> None:
    import subprocess
    import sys

    program = (
        "import sys\nfrom explorer.export.script import python_script\nfrom explorer.gallery import load\n"
        "python_script(load('transformer-lm'))\nassert 'torch' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def test_every_process_writes_the_same_script() -> None:
    import os
    import subprocess
    import sys

    program = (
        "from explorer.export.script import python_script\nfrom explorer.gallery import load\n"
        "print(python_script(load('cnn-digits'), threads=1).text)"
    )
    texts = {
        subprocess.run(
            [sys.executable, "-c", program], check=True, capture_output=True, env=os.environ | {"PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(texts) == 1
