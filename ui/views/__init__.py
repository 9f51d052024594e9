"""The catalogue of views: one line to import, one to list."""

from ui.view import View
from ui.views.attention import Attention
from ui.views.boundary import Boundary
from ui.views.curves import Curves
from ui.views.feature_maps import FeatureMaps
from ui.views.gan_samples import GanSamples
from ui.views.generated_text import GeneratedText
from ui.views.model import Model
from ui.views.predictions import Predictions
from ui.views.sequences import Sequences
from ui.views.states import States

VIEWS: tuple[type[View], ...] = (
    Curves, Model, FeatureMaps, Predictions, Boundary, Attention, States, GanSamples, Sequences, GeneratedText,
)  # fmt: skip
