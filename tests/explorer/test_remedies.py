"""Remedies: whatever is offered makes the problem it is offered for go away, and hides it behind no other."""

from collections import Counter
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from explorer import edits, problems
from explorer.check import check_spec
from explorer.datasets.digits import Digits
from explorer.datasets.points import Points
from explorer.datasets.reference import Reference
from explorer.datasets.reversal import Reversal
from explorer.datasets.waves import Waves
from explorer.gallery import ids, load
from explorer.objectives.adversarial import Adversarial
from explorer.objectives.predict_next import PredictNext
from explorer.objectives.regress import Regress
from explorer.remedies import CATALOGUE, MOST, remedies
from explorer.remedy import Remedy
from explorer.spec import Experiment
from explorer.training import Training
from models.layer import LayerSpec
from models.layers import LAYERS
from models.limits import MAX_DEPTH
from models.network import EncoderDecoder, Gan, NetworkSpec, Single
from models.problem import Problem, ProblemKind
from models.problems import MODEL_PROBLEMS
from models.resolve import resolve
from models.text import THIN_SPACE
from tests.explorer.made_up import EXPERIMENTS

IMAGE, VECTOR, SEQUENCE, TOKENS = Digits(), Points(), Digits(form="rows"), Reference()
KINDS: dict[str, type[LayerSpec]] = {layer.model_fields["kind"].default: layer for layer in LAYERS}


def network(*blocks: Any) -> NetworkSpec:
    return NetworkSpec.model_validate(
        {"blocks": [{"kind": block} if isinstance(block, str) else block for block in blocks]}
    )


def single(data: Any, *blocks: Any, **training: Any) -> Experiment:
    return Experiment(data=data, architecture=Single(network=network(*blocks)), training=Training(**training))


def of(kind: str, **fields: Any) -> dict[str, Any]:
    return {"kind": kind, **fields}


def labels(experiment: Experiment, code: str) -> list[str]:
    problem = next(problem for problem in check_spec(experiment) if problem.code == code)
    found = remedies(experiment, problem)
    for remedy in found:
        assert_helps(problem, remedy)
    return [str(remedy.label).replace(THIN_SPACE, " ") for remedy in found]


def assert_helps(problem: Problem, remedy: Remedy) -> None:
    left = {(other.code, other.place) for other in check_spec(remedy.experiment)}
    assert (problem.code, problem.place) not in left
    assert (problem.code, remedy.place) not in left
    assert "{" not in str(remedy.label)


HEAD = ("flatten", of("dense", units="classes"))


@pytest.mark.parametrize(
    ("experiment", "code", "expected"),
    [
        (single(IMAGE, "flatten", of("dense", in_features=100), of("dense", units="classes")), "input_mismatch",
         ["Set Inputs to Automatic"]),
        (single(VECTOR, of("dense", units=5), of("dense", units="classes", in_features=7)), "input_mismatch",
         ["Set Inputs to Automatic", "Set Outputs of block 1 (Dense) to 7"]),
        (single(IMAGE, of("conv2d", out_channels=4), of("conv2d", in_channels=3), *HEAD), "input_mismatch",
         ["Set Input channels to Automatic", "Set Channels of block 1 (Conv) to 3"]),
        (single(IMAGE, of("dense", units="classes")), "wrong_kind", ["Put Flatten before it", "Remove Dense"]),
        (single(IMAGE, "recurrent"), "wrong_kind",
         ["Put Patch embedding 4×4 before it", "Put Reshape 8×8 before it", "Remove Recurrent"]),
        (single(TOKENS, "recurrent"), "wrong_kind", ["Put Embedding before it", "Remove Recurrent"]),
        (single(TOKENS, "dense"), "wrong_kind",
         ["Put Embedding and Mean over positions before it", "Put Embedding and Flatten before it", "Remove Dense"]),
        (single(SEQUENCE, "conv2d", *HEAD), "wrong_kind", ["Put Reshape 1×8×8 before it", "Remove Conv"]),
        (single(IMAGE, "flatten", of("dense", units=48), "conv2d", *HEAD), "wrong_kind",
         ["Put Reshape 3×4×4 before it", "Remove Conv"]),
        (single(IMAGE, "embedding", *HEAD), "wrong_kind", ["Remove Embedding"]),
        (single(IMAGE, "max_pool2d", "max_pool2d", "conv2d", *HEAD), "window_too_large",
         ["Set Kernel to 2", "Set Padding to Same size", "Set Padding to 1", "Remove block 2 (Max pool)"]),
        (single(IMAGE, of("max_pool2d", kernel_size=9), *HEAD), "window_too_large",
         ["Set Window to 8", "Set Padding to 1"]),
        (single(SEQUENCE, of("conv1d", kernel_size=9, padding=0), *HEAD), "window_too_large",
         ["Set Kernel to 8", "Set Padding to Same size", "Set Padding to 1"]),
        (single(IMAGE, of("max_pool2d", padding=5), *HEAD), "padding_too_large",
         ["Set Padding to 1", "Set Padding to 0"]),
        (single(IMAGE, of("conv_transpose2d", padding=12), *HEAD), "padding_too_large",
         ["Set Padding to 5", "Set Padding to 2", "Set Padding to 1", "Set Padding to 0"]),
        (single(IMAGE, of("conv_transpose2d", output_padding=3), *HEAD), "output_padding_too_large",
         ["Set Output padding to 0", "Set Stride to 4"]),
        (single(IMAGE, of("conv2d", padding="same", stride=2), *HEAD), "same_with_stride",
         ["Set Stride to 1", "Set Padding to 1"]),
        (single(IMAGE, of("conv2d", out_channels=6), of("conv2d", out_channels=9, groups=4), *HEAD),
         "groups_leave_a_rest", ["Set Groups to 3", "Set Groups to 1"]),
        (single(IMAGE, of("patch_embedding", side=3), *HEAD), "patches_leave_a_rest",
         ["Set Side to 2", "Set Side to 4"]),
        (single(SEQUENCE, of("self_attention", heads=3), *HEAD), "not_divisible", ["Set Heads to 2", "Set Heads to 4"]),
        (single(SEQUENCE, of("positions", length=5), *HEAD), "too_long",
         ["Set Positions to Automatic", "Set Positions to 8"]),
        (single(IMAGE, of("reshape", shape=[4, 5, 5]), *HEAD), "reshape_mismatch",
         ["Set Shape to 4 × 4 × 4", "Set Shape to 1 × 8 × 8", "Set Shape to 64"]),
        (single(SEQUENCE, of("decoder_block", heads=2), *HEAD), "no_memory", ["Choose Encoder block instead"]),
        (single(IMAGE), "empty_network", ["Put Flatten and Dense at the end"]),
        (single(IMAGE, "flatten", "dense"), "wrong_output",
         ["Set Outputs of block 2 (Dense) to Classes", "Put Dense at the end"]),
        (single(IMAGE, "conv2d"), "wrong_output", ["Put Flatten and Dense at the end"]),
        (single(SEQUENCE, "recurrent", of("dense", units=3), objective=Regress()), "wrong_target",
         ["Choose Classify instead", "Choose Reconstruct instead"]),
        (single(IMAGE, *HEAD, objective=Adversarial()), "wrong_architecture",
         ["Choose Classify instead", "Choose Reconstruct instead", "Choose Generator and discriminator instead"]),
        (single(IMAGE, *HEAD, batch_size=65_536), "batch_too_large", ["Set Batch size to 1 258"]),
        (single(Waves(task="cycles"), "flatten", of("dense", units="classes"), objective=Regress()), "size_unknown",
         ["Set Outputs to 1", "Set Outputs to 64"]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_what_helps(experiment: Experiment, code: str, expected: list[str]) -> None:
    assert labels(experiment, code) == expected


def test_a_residual_gets_its_shape_back() -> None:
    def inside(*blocks: Any) -> Experiment:
        return single(IMAGE, of("conv2d", out_channels=4), of("residual", blocks=network(*blocks).blocks), *HEAD)

    assert labels(inside(of("conv2d", out_channels=9, padding=1)), "shape_changed") == [
        "Put Conv 1×1 at the end", "Take the blocks out of Residual"
    ]  # fmt: skip
    assert labels(inside(of("conv2d", out_channels=4)), "shape_changed") == [
        "Let the convolutions inside keep the size",
        "Put Adaptive average pool 6×6 at the end",
        "Take the blocks out of Residual",
    ]
    assert labels(inside(of("max_pool2d"), of("conv2d", out_channels=5, padding=1)), "shape_changed") == [
        "Put Upsample ×2 and Conv 1×1 at the end", "Take the blocks out of Residual"
    ]  # fmt: skip
    assert labels(inside("flatten"), "shape_changed")[0] == "Put Reshape 4×6×6 at the end"


def test_a_skip_gets_its_sides_back() -> None:
    experiment = single(IMAGE, of("skip", blocks=[of("max_pool2d"), of("conv2d", padding=1)]), *HEAD)
    assert labels(experiment, "not_beside") == ["Put Upsample ×2 at the end", "Take the blocks out of Skip"]


def test_branches_that_differ_are_made_alike() -> None:
    def joined(join: str, *second: Any) -> Experiment:
        branches = [{"blocks": [of("conv2d", out_channels=4, padding=1)]}, {"blocks": network(*second).blocks}]
        return single(IMAGE, of("parallel", join=join, branches=branches), *HEAD)

    assert labels(joined("add", of("conv2d", out_channels=6, padding=1)), "branches_do_not_fit") == [
        "Put Conv 1×1 at the end of branch 2", "Put Conv 1×1 at the end of branch 1", "Set Join to Side by side"
    ]  # fmt: skip
    assert labels(joined("concatenate", "max_pool2d"), "branches_do_not_fit") == [
        "Put Upsample ×2 at the end of branch 2", "Put Adaptive average pool 4×4 at the end of branch 1"
    ]  # fmt: skip
    assert (
        labels(joined("add", of("conv2d", out_channels=4)), "branches_do_not_fit")[0]
        == "Let the convolutions inside keep the size"
    )
    assert labels(single(IMAGE, of("parallel", branches=[]), *HEAD), "no_branches") == ["Add a branch"]


def test_what_is_repeated_keeps_its_shape_or_runs_once() -> None:
    experiment = single(SEQUENCE, of("repeat", blocks=[of("dense", units=5)]), *HEAD)
    assert labels(experiment, "shape_changed") == [
        "Put Dense at the end", "Set Times to 1", "Take the blocks out of Repeat"
    ]  # fmt: skip


def test_other_networks_images_and_heads() -> None:
    rotary = single(SEQUENCE, of("self_attention", heads=8, positions="rotary"), *HEAD)
    assert labels(rotary, "odd_rotary") == [
        "Set Heads to 4",
        "Set Heads to 2",
        "Set Heads to 1",
        "Set Positions to None",
    ]
    unflatten = single(IMAGE, "flatten", of("unflatten", height=5, width=5), *HEAD)
    assert labels(unflatten, "reshape_mismatch") == ["Make the image 8 × 8"]
    vit = single(IMAGE, of("backbone", model="vit_b_16"), of("dense", units="classes"))
    assert labels(vit, "backbone_input") == [
        "Put Adaptive average pool 224×224 before it", "Set Network to ResNet-18"
    ]  # fmt: skip
    pretrained = single(IMAGE, of("backbone", pretrained=True), of("dense", units="classes"))
    assert labels(pretrained, "backbone_input") == ["Put Conv 1×1 before it", "Set Pretrained to False"]


def test_what_is_nested_too_deep_comes_out() -> None:
    inner: dict[str, Any] = of("residual")
    for _ in range(MAX_DEPTH):
        inner = of("residual", blocks=[inner])
    assert labels(single(VECTOR, inner), "too_deep") == ["Take the blocks out of Residual"]


def test_what_is_too_large_is_made_smaller() -> None:
    large = single(IMAGE, "flatten", of("dense", units=10**6), of("dense", units=10**6), of("dense", units="classes"))
    assert labels(large, "too_large")[0] == "Set Outputs to 3 906"
    many = single(IMAGE, "flatten", *[of("dense", units=40_000)] * 4, of("dense", units="classes"))
    assert len(labels(many, "too_large")) == MOST


def test_a_batch_that_fills_the_memory_is_made_smaller() -> None:
    heavy = single(IMAGE, of("upsample", factor=64), of("upsample", factor=32), *HEAD, batch_size=32)
    assert {problem.code for problem in check_spec(heavy)} == {"batch_takes_too_much"}
    assert labels(heavy, "batch_takes_too_much")[0] == "Set Batch size to 16"


def test_an_objective_that_does_not_suit_the_data_is_changed() -> None:
    tokens = single(TOKENS, "embedding", of("dense", units="vocabulary"), objective={"kind": "reconstruct"})
    assert labels(tokens, "not_numbers")[0] == "Choose Predict next instead"
    coder = single(IMAGE, "flatten", of("dense", units=7), objective={"kind": "reconstruct"})
    assert labels(coder, "wrong_output")[0] == "Put Dense and Reshape 1×8×8 at the end"


def test_what_does_not_go_with_a_loss() -> None:
    squashed = single(IMAGE, *HEAD, of("activation", function="softmax"))
    assert labels(squashed, "squashed_twice") == ["Remove Activation"]

    def gan(*blocks: Any, **options: Any) -> Experiment:
        architecture = Gan(generator=network(of("dense", units=2)), discriminator=network(*blocks))
        return Experiment(data=VECTOR, architecture=architecture, training=Training(objective=Adversarial(**options)))

    bounded = gan(of("dense", units=1), of("activation", function="tanh"), loss="hinge")
    assert labels(bounded, "score_bounded") == ["Remove Activation", "Set Loss to LSGAN", "Set Loss to Cross-entropy"]
    mixed = gan("dense", "batch_norm", of("dense", units=1), loss="wgan_gp", interpolation_penalty=10)
    assert labels(mixed, "batch_mixed")[:2] == ["Choose Layer norm instead", "Set Loss to LSGAN"]
    large = Experiment.model_validate({
        **gan("dense", of("dense", units=1), critic_steps=5).model_dump(),
        "training": {"objective": {"kind": "adversarial", "critic_steps": 5}, "batch_size": 300},
    })  # fmt: skip
    assert labels(large, "step_too_large") == ["Set Batch size to 140", "Set Critic steps to 2"]
    stopping = {"kind": "patience", "metric": "accuracy"}
    absent = single(
        Waves(task="cycles"), "recurrent", of("dense", units=1), objective=Regress(), early_stopping=stopping
    )
    assert labels(absent, "metric_absent") == ["Set Watched to Loss", "Choose Off instead"]


def test_what_looks_ahead_is_kept_from_it() -> None:
    def ahead(*blocks: Any) -> list[str]:
        experiment = single(TOKENS, "embedding", *blocks, of("dense", units="vocabulary"), objective=PredictNext())
        return labels(experiment, "looks_ahead")

    assert ahead("encoder_block") == ["Set Causal to True", "Remove Encoder block"]
    assert ahead(of("recurrent", output="sequence", bidirectional=True)) == [
        "Set Both directions to False", "Remove Recurrent",
    ]  # fmt: skip
    assert ahead("conv1d") == ["Set Padding to Causal", "Remove Conv 1-D"]


def test_networks_of_two_parts_get_what_is_missing() -> None:
    gan = Experiment(architecture=Gan(), training=Training(objective=Adversarial()))
    for problem in check_spec(gan):
        assert str(remedies(gan, problem)[0].label).endswith("at the end")
    translator = Experiment(
        data=Reversal(),
        architecture=EncoderDecoder(
            encoder=network("embedding", "flatten", "dense"), decoder=network("embedding", "decoder_block")
        ),
    )
    assert labels(translator, "memory_not_sequence")[0] == "Put Reshape 64×1 at the end"


def test_the_printed_mistake_of_the_textbook_is_mended_in_two_ways() -> None:
    experiment = load("cnn-two-conv-as-printed")
    (problem,) = check_spec(experiment)
    automatic, with_convolution, *_ = remedies(experiment, problem)
    assert str(automatic.label) == "Set Inputs to Automatic"
    assert num_params(experiment) == 315_722
    assert num_params(automatic.experiment) == 545_098
    assert str(with_convolution.label) == "Put Conv 3×3 before block 7 (Flatten)"
    assert check_spec(automatic.experiment) == check_spec(with_convolution.experiment) == ()
    assert with_convolution.place == "architecture.network.blocks.8"
    assert edits.get(with_convolution.experiment, with_convolution.place).in_features == 2304


def num_params(experiment: Experiment) -> int:
    return resolve(experiment.architecture, experiment.data.facts().ports).num_params


def test_a_problem_of_an_experiment_that_was_edited_since_has_no_remedy() -> None:
    experiment = load("cnn-two-conv-as-printed")
    (problem,) = check_spec(experiment)
    assert remedies(edits.replace(experiment, "architecture.network.blocks", []), problem) == ()
    first = "architecture.network.blocks.0"
    odd = edits.replace(edits.replace(load("cnn-digits"), f"{first}.groups", 4), f"{first}.out_channels", 6)
    (problem,) = check_spec(odd)
    other = edits.replace(odd, first, {"kind": "max_pool2d"})
    assert remedies(odd, problem)
    assert remedies(other, problem) == ()
    for code in ("weights_missing", "weights_damaged"):
        kind = next(kind for kind in MODEL_PROBLEMS if kind.code == code)
        assert remedies(other, kind.at(first, label="", file="", folder="", cause="")) == ()


def test_a_block_beyond_all_bounds_is_not_offered() -> None:
    huge = [of("upsample", factor=64), of("upsample", factor=4)]
    experiment = single(IMAGE, *huge, "flatten", of("dense", in_features=1), of("dense", units="classes"))
    assert labels(experiment, "input_mismatch") == ["Set Inputs to Automatic"]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(EXPERIMENTS)
def test_nothing_broken_is_offered_for_anything_broken(experiment: Experiment) -> None:
    for problem in check_spec(experiment):
        found = remedies(experiment, problem)
        assert len(found) <= MOST
        assert len({str(remedy.label) for remedy in found}) == len(found)
        for remedy in found:
            assert_helps(problem, remedy)
            assert Experiment.model_validate_json(remedy.experiment.model_dump_json()) == remedy.experiment


@pytest.mark.parametrize("experiment_id", ids())
def test_one_block_less_has_a_remedy_wherever_it_is_missed(experiment_id: str) -> None:
    experiment = load(experiment_id)
    networks = resolve(experiment.architecture, experiment.data.facts().ports).networks
    helped: Counter[bool] = Counter()
    for block in (block for network in networks.values() for block in network.blocks):
        broken = edits.remove_block(experiment, block.path)
        for problem in check_spec(broken):
            helped[bool(remedies(broken, problem))] += 1
    assert not helped[False]


def test_every_remedy_is_for_a_problem_of_the_catalogues() -> None:
    of_experiments = {kind.code for kind in vars(problems).values() if isinstance(kind, ProblemKind)}
    assert set(CATALOGUE) <= {kind.code for kind in MODEL_PROBLEMS} | of_experiments
    assert {kind.code for kind in MODEL_PROBLEMS} <= set(CATALOGUE)
