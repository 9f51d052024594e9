"""An experiment as one readable Python file that prints the losses of this program to the last bit."""

from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from math import isfinite
from textwrap import wrap

from explorer.early_stopping import Patience
from explorer.engine.threads import num_cores, num_threads
from explorer.export.course import ENGINE, FUNCTIONS, Course, changes_text, expected_steps, last_step
from explorer.export.definitions import Definitions
from explorer.export.loop import Functions, batch_text, evaluate_text, learning_rates, main_text
from explorer.export.network import Say, calls_of, network_class
from explorer.export.places import Script, as_script, at_place
from explorer.objective import ObjectiveSpec
from explorer.run_length import num_steps, steps_per_epoch
from explorer.schedules import Constant
from explorer.spec import Experiment
from explorer.training import Seconds
from models.code import WIDTH, as_constant, as_python
from models.network import Baseline
from models.resolve import resolve

PROGRAM = "neural-explorer"
LIBRARIES = {
    "numpy": "numpy", "torch": "torch", "sklearn": "scikit-learn", "scipy": "scipy", "torchvision": "torchvision",
    "PIL": "pillow",
}  # fmt: skip
NEEDED = (("argparse",), ("collections", "Counter"), ("torch",), ("torch", "Tensor"), ("torch", "nn"))


def python_script(
    experiment: Experiment,
    *,
    device: str = "cpu",
    threads: int | None = None,
    say: Say = str,
    course: Course | None = None,
) -> Script:
    """The script of an experiment; where blocks do not fit, comments say why, and it does not run.

    `threads` is how many torch shall use, by default as many as a run here would. Of a run, `course` tells what was
    changed on its way.

    Raises:
        ValueError: when something in the experiment cannot be written down, which is a failure of ours.
    """
    definitions, course = Definitions(), course or Course()
    for module, *name in NEEDED:
        definitions.add_import(module, *name)
    data = list(_data(experiment, definitions))
    networks = list(_networks(experiment, definitions, say))
    training = list(_training(experiment, definitions, course))
    imports = ["\n".join(lines) for lines in definitions.import_lines()]
    constants = _constants(experiment, device, threads or num_threads(experiment, num_cores()), course)
    head = "\n\n".join([_docstring(experiment, definitions), *imports, constants])
    return as_script("\n\n\n".join([head, *data, *networks, *training, 'if __name__ == "__main__":\n    main()']))


def _data(experiment: Experiment, definitions: Definitions) -> Iterator[str]:
    data = experiment.data
    definitions.add_method(data, "splits")
    definitions.add("explorer.export.parts.on_device")
    definitions.add("explorer.engine.device_data.selected")
    definitions.add("explorer.objective.Batch")
    yield _heading(f"The data: {data.label}")
    yield from (at_place(text, "data") for text in (*definitions.take(), batch_text(data)))


def _networks(experiment: Experiment, definitions: Definitions, say: Say) -> Iterator[str]:
    networks = resolve(experiment.architecture, experiment.data.facts().ports).networks.values()
    for network in networks:
        for code in calls_of(network):
            if code.module.startswith("models."):
                definitions.add(code.target)
    yield _heading("The networks" if len(networks) > 1 else "The network")
    yield from definitions.take()
    yield from (network_class(network, say) for network in networks)


def _training(experiment: Experiment, definitions: Definitions, course: Course) -> Iterator[str]:
    training = experiment.training
    objective = training.objective
    splits = definitions.add_method(experiment.data, "splits")
    step, score, summarise = (definitions.add_method(objective, name) for name in ("step", "score", "summarise"))
    if isinstance(experiment.architecture, Baseline):
        estimator = experiment.architecture.estimator.code()
        definitions.add_import(estimator.module, estimator.name)
    starts = type(objective).start is not ObjectiveSpec.start
    start = definitions.add_method(objective, "start") if starts else ""
    batches = "next_batch" if course.marks else "batch_sizes"
    for name in ("explorer.engine.seeding.epoch_order", f"explorer.run_length.{batches}"):
        definitions.add(name)
    yield _heading(f"Training: {objective.label}")
    yield from (at_place(text, "training.objective") for text in definitions.take())
    factor = after = is_over = ""
    if not isinstance(training.schedule, Constant):
        factor = definitions.add_method(training.schedule, "factor")
        yield from (at_place(text, "training.schedule") for text in definitions.take())
    if isinstance(training.early_stopping, Patience):
        after, is_over = (definitions.add_method(training.early_stopping, name) for name in ("after", "is_over"))
        yield from (at_place(text, "training.early_stopping") for text in definitions.take())
    if isinstance(training.limit, Seconds):
        for module in ("sys", "time", *(("math",) if factor else ())):
            definitions.add_import(module)
    yield evaluate_text(score, summarise)
    if course.marks:
        yield from _changes(experiment, definitions, course)
    yield main_text(experiment, Functions(splits, start, step, factor, after, is_over), has_changes=bool(course.marks))


def _changes(experiment: Experiment, definitions: Definitions, course: Course) -> Iterator[str]:
    text = changes_text(experiment, course, definitions.has_constant)
    for name in FUNCTIONS:
        if name in text:
            definitions.add(f"{ENGINE}.{name}")
    yield _heading("What was changed by hand")
    yield from definitions.take()
    yield text


def _constants(experiment: Experiment, device: str, threads: int, course: Course) -> str:
    training, limit = experiment.training, experiment.training.limit
    num_samples = experiment.data.facts().num_samples["train"]
    per_epoch = steps_per_epoch(num_samples, training.samples_per_step)
    steps = last_step(experiment, course)
    length = f"{limit.count} epochs of {per_epoch} steps" if limit.kind == "epochs" else ""
    if steps != num_steps(limit, per_epoch):
        length = f"{limit.count} epochs, with batches of other sizes on the way"
    if training.objective.takes_all:
        return _constants_of_one_step(experiment, num_samples, threads, device)
    count = training.objective.batches_per_step
    batches = f"{count} batches of {training.batch_size}" if count > 1 else ""
    lines = [
        at_place(as_constant("SEED", experiment.seed, "decides initial weights, batch order and dropout"), "seed"),
        at_place(as_constant("BATCH_SIZE", training.samples_per_step, batches), "training.batch_size"),
        at_place(as_constant("NUM_STEPS", steps, length) if steps else "NUM_STEPS = sys.maxsize", "training.limit"),
    ]
    if isinstance(limit, Seconds):
        lines.append(at_place(as_constant("NUM_SECONDS", limit.count), "training.limit"))
    if not isinstance(training.schedule, Constant):
        lines.append(at_place(as_constant("STEPS_PER_EPOCH", per_epoch), "training.schedule"))
        lines.append(at_place(as_constant("LEARNING_RATES", learning_rates(experiment)), "training.optimizer"))
        if course.marks:
            lines.append(at_place(_expected(expected_steps(experiment, course)), "training.schedule"))
    lines.append(at_place(as_constant("NUM_THREADS", threads, "of the processor"), "training.num_threads"))
    return "\n".join([*lines, f'DEVICE = torch.device("{device}")'])


def _constants_of_one_step(experiment: Experiment, num_samples: int, threads: int, device: str) -> str:
    lines = [
        at_place(as_constant("SEED", experiment.seed, "decides nothing here but the order of the samples"), "seed"),
        as_constant("BATCH_SIZE", num_samples, "all training samples"),
        as_constant("NUM_STEPS", 1, "the estimator is fitted at once"),
        at_place(as_constant("NUM_THREADS", threads, "of the processor"), "training.num_threads"),
    ]
    return "\n".join([*lines, f'DEVICE = torch.device("{device}")'])


def _expected(counts: dict[int, float]) -> str:
    """How many steps the run seemed to have, by the step from which on it did."""
    lines = [f"    {step}: {as_python(count) if isfinite(count) else 'math.inf'}," for step, count in counts.items()]
    return "\n".join(["EXPECTED_STEPS = {  # by the step from which on the run counted with so many", *lines, "}"])


def _docstring(experiment: Experiment, definitions: Definitions) -> str:
    libraries = ", ".join(sorted(LIBRARIES[name] for name in definitions.libraries()))
    about = (
        f"Written by Neural Explorer {_version()}; needs {libraries}, and nothing of that program. Every step prints "
        "its number and its losses, every epoch what the validation samples say. On the processor that wrote it and "
        "with the same torch, the losses are those of the program to the last bit."
    )
    usage = "    python FILE.py              trains to the end\n    python FILE.py --steps 200  stops after 200 steps"
    paragraphs = [_plain(experiment.title) or "An experiment.", _plain(experiment.summary), about]
    texts = ["\n".join(wrap(text, WIDTH - 3)) for text in paragraphs if text]
    return '"""' + "\n\n".join([*texts, usage]) + '\n"""'


def _plain(text: str) -> str:
    """A person's words as they may stand in a docstring."""
    printable = "".join(letter if letter.isprintable() else " " for letter in text)
    return " ".join(printable.replace("\\", "/").replace('"', "'").split())


def _heading(text: str) -> str:
    return f"# {'-' * 10} {text} {'-' * 10}"


def _version() -> str:
    try:
        return version(PROGRAM)
    except PackageNotFoundError:
        return "from its source"
