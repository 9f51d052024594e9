"""The part of a script that prepares data: fewer training samples, wrong labels, and transforms batch by batch."""

from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import indent

from explorer.export.definitions import Definitions
from explorer.export.loop import batch_text
from explorer.export.places import at_place
from explorer.spec import Experiment
from explorer.transform import TransformSpec
from models.code import INDENT, WIDTH, as_python

PLACE = "preparation"
SPLITS, TRAINING = "prepared_splits", "training_batch_of"


@dataclass(frozen=True)
class Prepared:
    """What the rest of a script calls: the function that gives all splits, and that of a training batch's text."""

    splits: str
    training_batch: str = 'batch_of(splits["train"], rows)'


def prepared_names(experiment: Experiment, splits: str) -> Prepared:
    """The names that a script of this experiment has for them; `splits` is what its dataset has become."""
    transforms = experiment.preparation.transforms
    is_changed = _has_fewer(experiment) or _has_noise(experiment) or _is_measured(transforms) or bool(experiment.added)
    splits = SPLITS if is_changed else splits
    if all(transform.everywhere for transform in transforms):
        return Prepared(splits)
    return Prepared(splits, f'{TRAINING}(splits["train"], rows, learner.step)')


def batch_texts(experiment: Experiment, splits: str, definitions: Definitions) -> Iterator[str]:
    """The functions that give all splits and that take samples out of one, as networks and objective receive them.

    Raises:
        ValueError: when a transform does something that has no place in a script.
    """
    transforms, names = experiment.preparation.transforms, prepared_names(experiment, splits)
    if names.splits == SPLITS:
        yield from _splits(experiment, splits, definitions)
    if not transforms:
        yield at_place(batch_text(experiment.data), "data")
        return
    definitions.add_import("functools", "cache")
    needed = ["explorer.transform.Known"]
    if _is_measured(transforms):
        needed += ["explorer.engine.transforming.known_of", "explorer.prepared_splits.measured_rows"]
    else:
        needed.append("explorer.engine.transforming.only_black")
    if _follows_normalise(transforms):
        needed.append("explorer.transform.after_normalise")
    if names.training_batch.startswith(TRAINING):
        needed.append("explorer.engine.seeding.step_seed")
        definitions.add_import("torch", "Generator")
    for name in needed:
        definitions.add(name)
    methods = [_methods(transform, definitions) for transform in transforms]
    yield from (at_place(text, PLACE) for text in definitions.take())
    yield at_place(_known(experiment), PLACE)
    yield at_place(batch_text(experiment.data, "samples_of"), "data")
    yield at_place(_batch_of(transforms), PLACE)
    if names.training_batch.startswith(TRAINING):
        yield at_place(_training_batch_of(experiment, methods), PLACE)


def _methods(transform: TransformSpec, definitions: Definitions) -> tuple[str, str, str]:
    """The functions that draw, change inputs and change targets; empty where a transform has none of its own."""
    owner = type(transform)
    draws, answers = owner.draw is not TransformSpec.draw, owner.answers is not TransformSpec.answers
    return (
        definitions.add_method(transform, "draw") if draws else "",
        definitions.add_method(transform, "apply"),
        definitions.add_method(transform, "answers") if answers else "",
    )


def _splits(experiment: Experiment, splits: str, definitions: Definitions) -> Iterator[str]:
    preparation, data, facts = experiment.preparation, experiment.data, experiment.data.facts()
    definitions.add_import("functools", "cache")
    definitions.add("explorer.dataset.Arrays")
    definitions.add("explorer.dataset.SplitName")
    lines = []
    if _has_fewer(experiment):
        definitions.add("explorer.prepared_splits.chosen_rows")
        count = as_python(preparation.facts(facts).num_samples["train"])
        lines += [
            f"rows = chosen_rows(train.targets, {count}, {data.split_seed})",
            "train = Arrays(train.inputs[rows], train.targets[rows])",
        ]
    if _has_noise(experiment):
        definitions.add("explorer.prepared_splits.wrong_classes")
        share, num_classes = as_python(preparation.label_noise), facts.ports.num_classes
        lines += [
            f"wrong = wrong_classes(train.targets, {share}, {num_classes}, {data.split_seed})",
            "train = Arrays(train.inputs, wrong)",
        ]
    if lines:
        lines = [f"splits = {splits}()", 'train = splits["train"]', *lines]
    prepared = '{**splits, "train": train}' if lines else f"{splits}()"
    if experiment.added:
        definitions.add("explorer.added.joined")
        prepared = f"joined({prepared}, ADDED)"
    yield from (at_place(text, PLACE) for text in definitions.take())
    if experiment.added:
        yield at_place(_added(experiment), "added")
    head = f"@cache\ndef {SPLITS}() -> dict[SplitName, Arrays]:"
    about = '"""All splits; those for training as the experiment prepares them."""'
    yield at_place("\n".join([head, indent("\n".join([about, *lines, f"return {prepared}"]), INDENT)]), PLACE)


def _added(experiment: Experiment) -> str:
    """The samples that were added by hand, as `joined` takes them."""
    items = []
    for sample in experiment.added:
        item = f"{INDENT}{as_python(sample.kept)},"
        if len(item) > WIDTH:
            parts = [f"{2 * INDENT}{as_python(part)}," for part in sample.kept]
            item = "\n".join([f"{INDENT}(", *parts, f"{INDENT}),"])
        items.append(item)
    return "\n".join(
        ["ADDED = (  # type, values and class of samples for training that were made by hand", *items, ")"]
    )


def _known(experiment: Experiment) -> str:
    """What transforms know of the training samples, worked out once."""
    scale, shift = experiment.data.scaling()
    head = "@cache\ndef known() -> Known:"
    if not _is_measured(experiment.preparation.transforms):
        lines = [
            '"""What transforms know of the samples: what is black."""',
            f"return only_black({as_python(shift)}, DEVICE)",
        ]
        return "\n".join([head, indent("\n".join(lines), INDENT)])
    axis = 2 if experiment.facts().ports.input.kind == "sequence" else 1
    lines = [
        '"""What transforms know of the training samples: mean, deviation and black."""',
        f'inputs = {SPLITS}()["train"].inputs',
        "pieces = (inputs[rows] for rows in measured_rows(len(inputs)))",
        f"return known_of(pieces, {axis}, {as_python(scale)}, {as_python(shift)}, DEVICE)",
    ]
    return "\n".join([head, indent("\n".join(lines), INDENT)])


def _batch_of(transforms: tuple[TransformSpec, ...]) -> str:
    """What evaluation sees."""
    applied = [f"{one.kind}_apply(batch.inputs, (), known())" for one in transforms if one.everywhere]
    body = (
        f"batch = samples_of(split, rows)\n    return Batch({applied[0]}, batch.targets)"
        if applied
        else "return samples_of(split, rows)"
    )
    return f'''def batch_of(split: DeviceSplit, rows: Tensor | slice) -> Batch:
    """Samples of a split as they are seen in an evaluation."""
    {body}'''


def _training_batch_of(experiment: Experiment, methods: list[tuple[str, str, str]]) -> str:
    """What training sees."""
    transforms, num_classes = experiment.preparation.transforms, experiment.facts().ports.num_classes
    lines = [
        "batch = samples_of(split, rows)",
        "inputs, targets, knows = batch.inputs, batch.targets, known()",
        "generator = Generator().manual_seed(step_seed(SEED, step))",
    ]
    for number, (transform, (draw, apply, answers)) in enumerate(zip(transforms, methods, strict=True)):
        if draw:
            lines.append(f"drawn = {draw}(generator, tuple(inputs.shape))")
        lines.append(f"inputs = {apply}(inputs, {'drawn' if draw else '()'}, knows)")
        if answers:
            lines.append(f"targets = {answers}(targets, drawn, {num_classes})")
        if transform.everywhere and number < len(transforms) - 1:
            lines.append("knows = after_normalise(knows)")
    head = f"def {TRAINING}(split: DeviceSplit, rows: Tensor, step: int) -> Batch:"
    about = '"""Samples as training sees them in the step that follows so many others."""'
    return "\n".join([head, indent("\n".join([about, *lines, "return Batch(inputs, targets)"]), INDENT)])


def _has_fewer(experiment: Experiment) -> bool:
    facts = experiment.data.facts()
    return experiment.preparation.facts(facts).num_samples["train"] < facts.num_samples["train"]


def _has_noise(experiment: Experiment) -> bool:
    return experiment.preparation.has_label_noise(experiment.data.facts())


def _is_measured(transforms: tuple[TransformSpec, ...]) -> bool:
    return any(transform.everywhere for transform in transforms)


def _follows_normalise(transforms: tuple[TransformSpec, ...]) -> bool:
    return any(transform.everywhere for transform in transforms[:-1])
