"""The catalogue of views: one line to import, one to list."""

from ui.view import View
from ui.views.curves import Curves
from ui.views.feature_maps import FeatureMaps

VIEWS: tuple[type[View], ...] = (Curves, FeatureMaps)
