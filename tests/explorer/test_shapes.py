"""Shapes: what is said of a picture can be measured in it, and every combination is equally frequent."""

from itertools import product
from math import cos, pi, sin

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.dataset import SPLITS, Arrays
from explorer.datasets.shapes import CLASSES, COLOURS, DARKNESS, MARGIN, SIDE, VALUES, Shapes, _factors
from explorer.outlines import FLATNESS, PERIOD, SHAPES, TEXTURES, darker, outside
from tests.explorer.pinned import fingerprint


def drawn(target: str, **settings: object) -> Arrays:
    """The training split, without noise."""
    return Shapes.model_validate({"target": target, "num_samples": 1440, "noise": 0, **settings}).splits()["train"]


def of_shape(name: str, target: str) -> tuple[np.ndarray, np.ndarray]:
    """Masks of the pictures that hold this shape, and their values; the split depends on the shape alone."""
    values, shapes = drawn(target), drawn("shape")
    assert np.array_equal(values.inputs, shapes.inputs)
    mine = shapes.targets == SHAPES.index(name)
    return masks(values.inputs[mine]), values.targets[mine]


def masks(pictures_NCHW: np.ndarray) -> np.ndarray:
    """(N, H, W): where pictures are not paper, whose colour is that of the corner."""
    paper = pictures_NCHW[:, :, :1, :1].astype(int)
    return np.abs(pictures_NCHW.astype(int) - paper).sum(axis=1) > 6


def at(x: float, y: float) -> tuple[np.ndarray, np.ndarray]:
    return np.full((1, 1, 1), x, np.float32), np.full((1, 1, 1), y, np.float32)


@pytest.mark.parametrize(
    ("settings", "wanted"),
    [
        ({}, "18a2cc5c76078789"),
        ({"target": "rotation", "noise": 0}, "94fae98e56bf0a5b"),
        ({"target": "colour", "split_seed": 5}, "67a4e2699ca48c74"),
    ],
)
def test_the_same_settings_are_the_same_bytes_on_every_machine(settings: dict[str, object], wanted: str) -> None:
    found = fingerprint(Shapes.model_validate({"num_samples": 1000, **settings}))
    assert found == wanted, "they are drawn differently: raise Shapes.drawing, so that none that were kept are taken"


def test_every_shape_has_every_texture_and_every_colour_equally_often() -> None:
    classes = _factors(1440, np.random.default_rng(0)).classes
    combinations = list(zip(*(classes[name].tolist() for name in CLASSES), strict=True))
    assert set(combinations) == set(product(*(range(len(members)) for members in CLASSES.values())))
    assert {combinations.count(one) for one in combinations} == {10}


@pytest.mark.parametrize("target", CLASSES)
def test_classes_are_equally_frequent_in_every_split(target: str) -> None:
    data = Shapes.model_validate({"target": target, "num_samples": 1440})
    assert data.facts().class_names == tuple(CLASSES[target])
    for arrays in data.splits().values():
        counts = np.bincount(arrays.targets)
        assert counts.max() - counts.min() <= 2


@pytest.mark.parametrize("target", VALUES)
def test_the_question_changes_the_answers_and_not_the_pictures(target: str) -> None:
    asked, usual = (Shapes.model_validate({"target": one, "num_samples": 1000}).splits() for one in (target, "shape"))
    for name in SPLITS:
        assert np.array_equal(asked[name].inputs, usual[name].inputs)
        assert asked[name].targets.shape == (len(usual[name]), len(VALUES[target]))


@pytest.mark.parametrize("shape", ["ellipse", "rectangle", "cross"])
def test_the_middle_of_a_shape_is_where_its_position_says(shape: str) -> None:
    found, position_N2 = of_shape(shape, "position")
    pixels = np.arange(SIDE) + 0.5
    x = (found.any(axis=1) * pixels).max(axis=1) + np.where(found.any(axis=1), pixels, SIDE).min(axis=1)
    y = (found.any(axis=2) * pixels).max(axis=1) + np.where(found.any(axis=2), pixels, SIDE).min(axis=1)
    measured_N2 = np.stack([x, y], axis=1) / SIDE - 1
    assert np.abs(measured_N2 - position_N2).max() < 1.5 / (SIDE / 2)
    assert np.abs(position_N2).max() < 1 - (6 + MARGIN) / (SIDE / 2) + 1e-6
    assert np.abs(position_N2).max() > 0.4


def test_a_shape_is_as_large_as_is_said() -> None:
    found, size_N1 = of_shape("rectangle", "size")
    reaches = np.sqrt(found.sum(axis=(1, 2)) / (4 * 0.85 * 0.5))
    assert np.abs(reaches - size_N1[:, 0] * SIDE / 2).max() < 1.5
    assert size_N1.min() >= 6 / 16
    assert size_N1.max() <= 11 / 16


def test_a_shape_is_turned_as_far_as_is_said() -> None:
    found, rotation_N1 = of_shape("ellipse", "rotation")
    y, x = np.mgrid[:SIDE, :SIDE]
    measured = []
    for mask in found:
        across, down = x[mask] - x[mask].mean(), y[mask] - y[mask].mean()
        measured.append(np.arctan2(2 * (across * down).mean(), (across**2 - down**2).mean()) / 2)
    assert np.abs(np.array(measured) - rotation_N1[:, 0]).max() < 0.12
    assert np.abs(rotation_N1).max() <= pi / 6 + 1e-3
    assert rotation_N1.min() < -0.4 < 0.4 < rotation_N1.max()


def test_no_shape_touches_the_edge() -> None:
    found = masks(drawn("shape").inputs)
    assert not found[:, [0, -1]].any()
    assert not found[:, :, [0, -1]].any()
    assert found.any(axis=(1, 2)).all()


def test_a_textured_shape_has_darker_parts_and_a_plain_one_has_none() -> None:
    arrays = drawn("texture")
    dark = np.array([dark_share(picture) for picture in arrays.inputs])
    for number, texture in enumerate(TEXTURES):
        mine = dark[arrays.targets == number]
        mine = mine[~np.isnan(mine)]
        assert len(mine) > 100
        assert mine.max() == 0 if texture == "plain" else np.median(mine) > 0.15, texture


def dark_share(picture_CHW: np.ndarray) -> float:
    """How much of a shape's inside, two pixels from its edge on, is clearly darker than its brightest colour."""
    (inside,) = masks(picture_CHW[None])
    around = np.lib.stride_tricks.sliding_window_view(np.pad(inside, 2), (5, 5))
    brightness = picture_CHW.max(axis=0)[around.all(axis=(2, 3))]
    return float((brightness < brightness.max() * (1 - DARKNESS / 2)).mean()) if len(brightness) > 12 else np.nan


def test_the_brightest_colour_of_a_picture_is_its_class() -> None:
    arrays = drawn("colour")
    pixels_NCP = arrays.inputs.reshape(len(arrays), 3, -1).astype(int)
    brightest_N = pixels_NCP.max(axis=1).argmax(axis=1)
    found_NC = pixels_NCP[np.arange(len(arrays)), :, brightest_N]
    distances = np.abs(found_NC[:, None] - np.array(list(COLOURS.values()))).sum(axis=2)
    assert (distances.argmin(axis=1) == arrays.targets).all()


def test_noise_changes_every_picture_a_little() -> None:
    clean, noisy = drawn("shape").inputs.astype(int), drawn("shape", noise=20).inputs.astype(int)
    change = np.abs(noisy - clean)
    assert change.max() <= 21
    assert (change.mean(axis=(1, 2, 3)) > 5).all()


@given(st.sampled_from(SHAPES), st.floats(0, 2 * pi), st.floats(1.05, 3))
def test_no_shape_reaches_farther_than_one(shape: str, angle: float, radius: float) -> None:
    assert outside(shape, *at(radius * cos(angle), radius * sin(angle)))[0, 0, 0] > 0


@given(st.floats(0, 2 * pi), st.floats(0, 1.2), st.integers(1, 4))
def test_a_star_looks_alike_after_a_fifth_of_a_turn(angle: float, radius: float, fifths: int) -> None:
    one, other = (
        outside("star", *at(radius * sin(turned), radius * cos(turned)))[0, 0, 0]
        for turned in (angle, angle + fifths * 2 * pi / 5)
    )
    assert one == pytest.approx(other, abs=1e-4)


def test_shapes_hold_the_places_that_make_them() -> None:
    for shape, inside, beyond in (
        ("ellipse", (0.9, 0.0), (0.0, 0.9 * 1.0)),
        ("rectangle", (0.8, 0.45), (0.0, 0.55)),
        ("triangle", (0.0, -0.9), (0.0, 0.6)),
        ("star", (0.0, -0.9), (0.0, 0.5)),
        ("cross", (0.9, 0.0), (0.5, 0.5)),
        ("moon", (-0.9, 0.0), (0.3, 0.0)),
    ):
        assert outside(shape, *at(*inside))[0, 0, 0] < 0, shape
        assert outside(shape, *at(*beyond))[0, 0, 0] > 0, shape
    assert outside("ellipse", *at(0.0, FLATNESS))[0, 0, 0] == pytest.approx(0, abs=1e-6)


@given(st.sampled_from(TEXTURES), st.floats(-20, 20), st.floats(-20, 20), st.integers(-3, 3))
def test_textures_repeat_and_are_shares(texture: str, x: float, y: float, periods: int) -> None:
    found, again = (darker(texture, *at(x + shift * PERIOD, y))[0, 0, 0] for shift in (0, periods))
    assert 0 <= found <= 1
    assert found == pytest.approx(again, abs=1e-3)


@pytest.mark.parametrize(("texture", "share"), [("plain", 0.0), ("stripes", 0.5), ("checks", 0.5), ("dots", 0.32)])
def test_textures_are_as_dark_as_they_are_meant(texture: str, share: float) -> None:
    y, x = np.mgrid[:200, :200].astype(np.float32)[:, None] * np.float32(0.1)
    assert darker(texture, x, y).mean() == pytest.approx(share, abs=0.06)
