"""Command: describe - shapes, parameters and problems of an experiment, without torch."""

from typing import Any

from explorer.check import check_spec
from explorer.cli.output import as_json, out, print_json, print_problems, print_table, say
from explorer.cli.sentences import BLOCK_HEADINGS, NO_PROBLEMS, PARAMETERS
from explorer.spec import Experiment, family
from models.network import Baseline
from models.problem import Problem
from models.resolve import Resolved, ResolvedBlock, ResolvedNetwork, resolve
from models.text import shown


def print_description(experiment_id: str, experiment: Experiment, as_json_value: bool) -> None:
    """Print the facts of every network and every problem, of which there may be any number."""
    resolved = resolve(experiment.architecture, experiment.data.facts().ports)
    problems = check_spec(experiment)
    if as_json_value:
        print_json(_description(experiment_id, experiment, resolved, problems))
    else:
        _print_for_people(experiment, resolved, problems)


def _description(
    experiment_id: str, experiment: Experiment, resolved: Resolved, problems: tuple[Problem, ...]
) -> dict[str, Any]:
    return {
        "id": experiment_id,
        "family": family(experiment),
        "num_params": resolved.num_params,
        "networks": {name: _network(network) for name, network in resolved.networks.items()},
        "problems": [as_json(problem) for problem in problems],
    }


def _network(network: ResolvedNetwork) -> dict[str, Any]:
    return {"num_params": network.num_params, "blocks": [_block(block) for block in network.flat()]}


def _block(block: ResolvedBlock) -> dict[str, Any]:
    return {
        "path": block.path,
        "kind": block.layer.kind,
        "label": block.layer.label,
        "out_shape": list(block.out_port.shape) if block.out_port else None,
        "num_params": block.num_params,
    }


def _print_for_people(experiment: Experiment, resolved: Resolved, problems: tuple[Problem, ...]) -> None:
    out(f"{say(experiment.title)} · {say(family(experiment))} · {_parameters(resolved.num_params)}")
    for network in resolved.networks.values():
        out()
        out(f"{say(network.name)} · {shown(network.in_port.shape)} · {_parameters(network.num_params)}")
        headings = tuple(say(heading) for heading in BLOCK_HEADINGS)
        print_table([headings, *(_row(block) for block in network.flat())], right=(2,))
    if isinstance(experiment.architecture, Baseline):
        estimator = experiment.architecture.estimator
        out(f"{say(estimator.label)} · {say(estimator.about)}")
    out()
    if problems:
        print_problems(problems)
    else:
        out(say(NO_PROBLEMS))


def _row(block: ResolvedBlock) -> tuple[str, str, str]:
    depth = block.path.count(".blocks.") - 1
    _, branches, branch = block.path.rpartition(".blocks.")[0].rpartition(".branches.")
    number = f"{int(branch) + 1}: " if branches and branch.isdecimal() else ""
    label = f"{'  ' * depth}{number}{say(block.layer.label)} {block.layer.caption()}".rstrip()
    return label, shown(block.out_port.shape) if block.out_port else "?", shown(block.num_params)


def _parameters(num_params: int) -> str:
    return say(PARAMETERS, num_params=num_params)
