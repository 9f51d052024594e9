"""Time as a dimension: whatever step a run is brought back to, it lives the same life again, to the last bit."""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.changes import LearningRate
from explorer.commands import Change, Fork, Pause, Play, Rewind, StepOnce, Stop, Watch
from explorer.engine.client import EngineClient, start_engine
from explorer.engine.thinning import least_missed
from explorer.events import Event, MetricsRecorded, ProblemsFound, Progress, RunLoaded, SnapshotTaken, StateChanged
from explorer.probes.generated_text import GeneratedText
from explorer.probes.weights import Weights
from explorer.runs.run_folder import RunFolder
from explorer.spec import Experiment
from tests.explorer.talk import Talk, is_event, load
