"""Acceptance: wherever one drags, every move of the mouse is painted within 50 ms while a run goes on.

pytest -m accept -s tests/accept/test_drags.py
"""

import pytest

from tests.measure.figures import Verdicts
from tests.measure.screen import on_screen
from ui.views import VIEWS

pytestmark = pytest.mark.accept

LONGEST_MS = 50


def test_a_drag_on_any_view_is_painted_at_once() -> None:
    found, verdicts = on_screen("drags"), Verdicts()
    assert {view.kind for view in VIEWS} <= set(found)
    print()
    for name, spread in found.items():
        print(f"{name}: median {spread['p50']} ms, most {spread['max']} ms")
        verdicts.at_most(f"a drag on {name}, p99, ms", spread["p99"], LONGEST_MS)
    verdicts.check()
