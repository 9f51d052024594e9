"""The catalogue of views: one line to import, one to list."""

from ui.view import View
from ui.views.attention import Attention
from ui.views.boundary import Boundary
from ui.views.curves import Curves
from ui.views.draw import Draw
from ui.views.feature_maps import FeatureMaps
from ui.views.gan_samples import GanSamples
from ui.views.generated_text import GeneratedText
from ui.views.hidden_words import HiddenWords
from ui.views.model import Model
from ui.views.predictions import Predictions
from ui.views.reconstructions import Reconstructions
from ui.views.sequences import Sequences
from ui.views.states import States
from ui.views.weights import Weights
from ui.views.word_vectors import WordVectors

VIEWS: tuple[type[View], ...] = (
    Curves, Model, FeatureMaps, Predictions, Boundary, Attention, States, GanSamples, Reconstructions, HiddenWords,
    WordVectors, Sequences, GeneratedText, Weights, Draw,
)  # fmt: skip
