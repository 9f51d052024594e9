"""The part of a script that trains: batches, the evaluation of a split, and the loop."""

from dataclasses import dataclass
from textwrap import indent

from explorer.dataset import DatasetSpec
from explorer.early_stopping import Patience
from explorer.export.network import class_name
from explorer.export.places import at_place
from explorer.run_length import EVALUATION_BATCH
from explorer.schedules import counts_epochs
from explorer.spec import Experiment
from explorer.training import Seconds
from models.code import INDENT, Call, Written, as_constant, call, unless, written
from models.network import Baseline, Gan

BATCHES = ['    for rows in order.split(batch_sizes(len(splits["train"]), BATCH_SIZE)):']
CHANGED_BATCHES = [
    "    start = 0",
    "    while start < len(order):",
    "        make_changes(learner, interventions)",
    "        rows = order[start:][: next_batch(len(order) - start, BATCH_SIZE)]",
    "        start += len(rows)",
]


def batch_text(data: DatasetSpec, name: str = "batch_of") -> str:
    """The function of that name that takes samples out of a split, as networks and objective receive them."""
    facts, (scale, shift) = data.facts(), data.scaling()
    head = f"def {name}(split: DeviceSplit, rows: Tensor | slice) -> Batch:"
    if facts.target == "next":
        return f'''{head}
    """Windows of a text; at every position the target is the token that comes next."""
    tokens = selected(split.inputs, rows).long()
    return Batch(tokens[:, :-1], tokens[:, 1:])'''
    has_tokens = facts.ports.input.kind == "tokens"
    kind = "the numbers of their tokens" if has_tokens else "floating-point numbers"
    inputs = f"selected(split.inputs, rows).{'long' if has_tokens else 'float'}()"
    constants = []
    if (scale, shift) != (1.0, 0.0):
        inputs += " * SCALE" + (" + SHIFT" if shift else "")
        constants = [as_constant("SCALE", scale), *([as_constant("SHIFT", shift)] if shift else [])]
    function = f'''{head}
    """Samples of a split, their inputs as {kind}."""
    return Batch({inputs}, selected(split.targets, rows))'''
    return "\n\n\n".join(["\n".join(constants), function]) if constants else function


def evaluate_text(score: str, summarise: str) -> str:
    """The function that evaluates a whole split."""
    return f'''@torch.no_grad()
def evaluate(learner: Learner, split: DeviceSplit) -> dict[str, float]:
    """The metrics of a whole split, taken in large batches without changing anything."""
    for network in learner.networks.values():
        network.eval()
    totals: Counter[str] = Counter()
    for start in range(0, len(split), {EVALUATION_BATCH}):
        totals.update({score}(learner, batch_of(split, slice(start, start + {EVALUATION_BATCH}))))
    for network in learner.networks.values():
        network.train()
    return {summarise}(totals)'''


@dataclass(frozen=True)
class Functions:
    """The names of the functions that the loop calls; empty where there is none. `batch` is what a step gets."""

    splits: str
    batch: str
    start: str
    step: str
    factor: str
    after: str  # of early stopping: what it remembers after a validation
    is_over: str


def main_text(experiment: Experiment, functions: Functions, *, has_changes: bool = False) -> str:
    """The function that trains; where a run `has_changes`, they are made before each step."""
    going_on, is_done = "learner.step < num_steps", "learner.step >= num_steps"
    if _has_time_limit(experiment):
        going_on += " and time.perf_counter() - started < NUM_SECONDS"
        is_done += " or time.perf_counter() - started >= NUM_SECONDS"
    parts = [
        "parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)",
        'parser.add_argument("--steps", type=int, default=NUM_STEPS, help="stop after so many steps")',
        "num_steps = min(NUM_STEPS, parser.parse_args().steps)",
        "",
        at_place("torch.set_num_threads(NUM_THREADS)", "training.num_threads"),
        at_place(f"splits = {{name: on_device(part, DEVICE) for name, part in {functions.splits}().items()}}", "data"),
        at_place("torch.manual_seed(SEED)", "seed"),
        *_makers(experiment),
        *([at_place(f"{functions.start}(learner)", "training.objective")] if functions.start else []),
        *([at_place("stopping = StoppingMemory()", "training.early_stopping")] if functions.after else []),
        *(["started = time.perf_counter()"] if _has_time_limit(experiment) else []),
        *(["interventions = Interventions()"] if has_changes else []),
        *(["num_expected = EXPECTED_STEPS[0]"] if has_changes and functions.factor else []),
        "epoch = 0",
        f"while {going_on}:",
        '    order = epoch_order(SEED, epoch, len(splits["train"])).to(DEVICE)',
        *(CHANGED_BATCHES if has_changes else BATCHES),
        *([indent(_schedule(experiment, functions.factor, has_changes), 2 * INDENT)] if functions.factor else []),
        at_place(f"        metrics = {functions.step}(learner, {functions.batch})", "training.objective"),
        "        learner.step += 1",
        '        losses = [value.item() for name, value in metrics.items() if name.startswith("loss")]',
        "        print(learner.step, *losses)",
        f"        if {is_done}:",
        "            break",
        "    epoch += 1",
        '    validation = evaluate(learner, splits["validation"])',
        '    print("validation", validation)',
        *([indent(_stopping(experiment, functions), INDENT)] if functions.after else []),
        'print("test", evaluate(learner, splits["test"]))',
    ]
    return "\n".join(["def main() -> None:", indent("\n".join(parts), INDENT)])


def learning_rates(experiment: Experiment) -> dict[str, float]:
    """The learning rate of every network, before the schedule."""
    return {name: experiment.training.optimizer_of(name).learning_rate for name in experiment.architecture.parts}


def _makers(experiment: Experiment) -> list[str]:
    """Networks, optimisers and what holds both, in the order in which a run makes them."""
    architecture, training = experiment.architecture, experiment.training
    networks, optimizers = [], []
    for name in architecture.parts:
        networks.append(at_place(f'    "{name}": {class_name(name)}().to(DEVICE),', f"architecture.{name}"))
        spec, key = training.optimizer_of(name), f'    "{name}": '
        text = written(spec.code(), f'networks["{name}"].parameters()', room=len(key) + len(INDENT) + 1)
        place = "training.optimizer" if spec is training.optimizer else "training.discriminator_optimizer"
        optimizers.append(at_place(f"{key}{indent(text, INDENT).lstrip()},", place))
    return [
        *_dictionary("networks: dict[str, nn.Module]", networks),
        *_dictionary("optimizers: dict[str, torch.optim.Optimizer]", optimizers),
        f"learner = {written(_learner(experiment), 'networks', 'optimizers', 'splits', 'DEVICE', room=14)}",
    ]


def _dictionary(name: str, items: list[str]) -> list[str]:
    return [f"{name} = {{", *items, "}"] if items else [f"{name} = {{}}"]


def _learner(experiment: Experiment) -> Call:
    training, architecture, facts = experiment.training, experiment.architecture, experiment.facts()
    ports = facts.ports
    return call(
        "explorer.engine.learner.Learner",
        input_shape=ports.input.shape,
        num_classes=unless(None, ports.num_classes),
        num_noise_values=architecture.noise if isinstance(architecture, Gan) else unless(0, 0),
        vocabulary=unless(1, ports.vocabulary or 1),
        padding=unless(None, facts.padding),
        mask=unless(None, facts.mask),
        first_word=unless(0, facts.first_word),
        estimator=architecture.estimator.code() if isinstance(architecture, Baseline) else unless(None, None),
        precision=Written("torch.bfloat16") if training.precision == "bf16" else unless(0, 0),
        clip_norm=unless(0.0, training.clip_norm),
    )


def _stopping(experiment: Experiment, functions: Functions) -> str:
    rule = experiment.training.early_stopping
    metric = rule.metric if isinstance(rule, Patience) else ""
    lines = [
        f'stopping = {functions.after}(stopping, validation["{metric}"], learner.step)',
        f"if {functions.is_over}(stopping):",
        "    break",
    ]
    return at_place("\n".join(lines), "training.early_stopping")


def _schedule(experiment: Experiment, factor: str, has_changes: bool) -> str:
    expected, step = ["num_expected = NUM_STEPS"], "learner.step"
    if has_changes:
        expected = ["num_expected = EXPECTED_STEPS.get(learner.step, num_expected)"]
        step = "epoch * STEPS_PER_EPOCH" if counts_epochs(experiment.training.schedule) else step
    elif _has_time_limit(experiment):
        expected = [
            "share = min(1.0, (time.perf_counter() - started) / NUM_SECONDS)",
            "num_expected = learner.step / share if learner.step and share else math.inf",
        ]
    lines = [
        *expected,
        f"factor = {factor}({step}, num_expected, STEPS_PER_EPOCH)",
        "for name, optimizer in learner.optimizers.items():",
        "    for group in optimizer.param_groups:",
        '        group["lr"] = LEARNING_RATES[name] * factor',
    ]
    return at_place("\n".join(lines), "training.schedule")


def _has_time_limit(experiment: Experiment) -> bool:
    return isinstance(experiment.training.limit, Seconds)
