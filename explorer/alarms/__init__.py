"""The catalogue of alarms: one line to import, one to list."""

from explorer.alarm import AlarmKind
from explorer.alarms.dead_units import DeadUnits
from explorer.alarms.diverging import Diverging
from explorer.alarms.exploding_gradient import ExplodingGradient
from explorer.alarms.gan_collapse import GanCollapse
from explorer.alarms.gan_imbalance import GanImbalance
from explorer.alarms.not_finite import NotFinite
from explorer.alarms.overfitting import Overfitting
from explorer.alarms.plateau import Plateau
from explorer.alarms.rate_high import RateHigh
from explorer.alarms.rate_low import RateLow
from explorer.alarms.saturated_units import SaturatedUnits
from explorer.alarms.vanishing_gradient import VanishingGradient

ALARMS: tuple[type[AlarmKind], ...] = (
    NotFinite, Diverging, DeadUnits, SaturatedUnits, VanishingGradient, ExplodingGradient, RateHigh, RateLow, Plateau,
    Overfitting, GanCollapse, GanImbalance,
)  # fmt: skip
