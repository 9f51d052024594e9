"""Builds the learner of an experiment: seeded, initialised, and with its data on the device."""

import torch

from explorer.check import check
from explorer.dataset import LoadedData
from explorer.engine.adding import with_added
from explorer.engine.compiling import compiler_of
from explorer.engine.device_data import DeviceData
from explorer.engine.devices import refuse_precision
from explorer.engine.fast_path import fast_path_of
from explorer.engine.learner import Learner
from explorer.engine.memory_layout import lay_out
from explorer.engine.optimizers import make_optimizer
from explorer.engine.seeding import seed_everything
from explorer.folders import data_folder
from explorer.prepared_splits import prepared
from explorer.spec import Experiment
from models.build import build
from models.modules.stack import Stack
from models.port import DataPorts
from models.problem import InputError
from models.resolve import resolve


def make_learner(experiment: Experiment, data: LoadedData, device: torch.device) -> Learner:
    """Seed, build and initialise; the same experiment gives the same learner on every call.

    Raises:
        InputError: when data, architecture and training do not go together, or the device lacks the precision.
    """
    problems = check(experiment)
    if problems:
        raise InputError(problems)
    refuse_precision(device, experiment.training.precision)
    seed_everything(experiment.seed)
    training, facts = experiment.training, experiment.facts()
    networks = _networks(experiment, facts.ports, device)
    data = prepared(data, experiment.preparation, experiment.data.facts(), experiment.data.split_seed)
    specs = {name: training.optimizer_of(name) for name in networks}
    optimizers = {name: make_optimizer(specs[name], network) for name, network in networks.items()}
    learner = Learner(
        experiment=experiment,
        device=device,
        networks=networks,
        optimizers=optimizers,
        data=DeviceData.of(with_added(data, experiment.added), facts, device, experiment.preparation.transforms),
        learning_rates={name: spec.learning_rate for name, spec in specs.items()},
    )
    learner.objective.start(learner)
    learner.compiler = compiler_of(learner)
    learner.fast_path = fast_path_of(learner)
    return learner


def _networks(experiment: Experiment, ports: DataPorts, device: torch.device) -> dict[str, Stack]:
    torch.hub.set_dir(str(data_folder() / "hub"))  # pretrained weights are data like others
    networks = build(resolve(experiment.architecture, ports))
    for network in networks.values():
        network.to(device)
    lay_out(networks.values(), device, experiment.training.precision)
    return networks
