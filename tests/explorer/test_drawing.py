"""What is drawn and written becomes a sample as the data's own were made."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from explorer.dataset import DataFacts
from explorer.datasets import Brackets, Digits, Glyphs, Mnist, Points, Reference, Sentences, Shapes
from explorer.drawing import as_loaded, as_picture, box_of, brightest_of, centred, drawn_shape, resampled
from explorer.spelling import pieces_of, spell
from models.port import DataPorts, Port

INK = arrays(np.float64, st.tuples(st.integers(20, 90), st.integers(20, 90)), elements=st.sampled_from([0.0, 0.5, 1.0]))


@settings(max_examples=40, deadline=None)
@given(INK, st.integers(4, 40), st.integers(4, 40))
def test_every_pixel_is_the_mean_of_its_area(ink: np.ndarray, height: int, width: int) -> None:
    small = resampled(ink[None], height, width)
    assert small.shape == (1, height, width)
    assert small.min() >= 0
    assert small.max() <= 1 + 1e-12
    assert small.mean() == pytest.approx(ink.mean())
    assert np.allclose(resampled(ink[None, :, ::-1], height, width), small[:, :, ::-1]), "left and right are alike"
    if (height, width) == ink.shape:
        assert np.allclose(small[0], ink)
    whole = np.kron(ink, np.ones((3, 2)))
    assert np.allclose(resampled(whole[None], *ink.shape)[0], ink)


@settings(max_examples=40, deadline=None)
@given(INK, st.sampled_from([(28, 20 / 28), (8, 1.0), (32, 20 / 28)]))
def test_ink_lies_in_its_box_with_its_mass_in_the_middle(ink: np.ndarray, kind: tuple[int, float]) -> None:
    side, box = kind
    made = centred(ink, side, side, box)
    if not ink.any():
        assert not made.any()
        return
    rows, columns = np.nonzero(made.any(axis=1))[0], np.nonzero(made.any(axis=0))[0]
    spans = rows[-1] - rows[0] + 1, columns[-1] - columns[0] + 1
    assert max(spans) == round(side * box)
    for mass, kept in ((made.sum(axis=1), rows), (made.sum(axis=0), columns)):
        centre = (np.arange(side) + 0.5) @ mass / mass.sum()
        assert abs(centre - side / 2) <= 0.5 + 1e-9 or kept[0] == 0 or kept[-1] == side - 1
    moved = np.pad(ink, ((0, 31), (17, 0)))
    assert np.allclose(centred(moved, side, side, box), made), "it does not matter where on the sheet it stands"
    assert np.allclose(centred(ink[:, ::-1], side, side, box)[:, ::-1].sum(axis=1), made.sum(axis=1))


def test_values_are_those_of_the_data() -> None:
    full = np.ones((1, 8, 8))
    for data, brightest in ((Digits(), 16), (Digits(range="signed"), 16)):
        loaded = as_loaded(full, data)
        assert (loaded.dtype, loaded.max(), brightest_of(data)) == (np.uint8, brightest, brightest)
        scale, shift = data.scaling()
        seen = (loaded * scale + shift).astype(np.float32)
        assert np.allclose(as_picture(seen, data), full)
    assert brightest_of(Mnist()) == brightest_of(Shapes()) == brightest_of(Glyphs(range="signed")) == 255
    assert as_loaded(full, Digits(form="rows")).shape == (8, 8)
    assert (box_of(Digits()), box_of(Mnist())) == (1.0, 20 / 28)


def test_what_is_a_picture_and_what_is_not() -> None:
    assert drawn_shape(Digits(form="rows").facts().ports.input) == (1, 8, 8)
    assert drawn_shape(Shapes().facts().ports.input) == (3, 32, 32)
    assert drawn_shape(Points().facts().ports.input) is None
    assert drawn_shape(Port("sequence", (48, 1))) is None


def test_unknown_words_are_read_as_unknown_and_short_texts_are_padded() -> None:
    facts = Sentences().facts()
    pieces = pieces_of("The [mask] of an Object, zzqx!", facts)
    assert pieces == ("the", "[mask]", "of", "an", "object", "zzqx")
    spelled = spell(pieces, facts)
    assert spelled.marks == (*["known"] * 5, "unknown")
    assert spelled.num_missing == 0
    read = [facts.symbols[token] for token in spelled.tokens]
    assert read == ["·"] * 26 + ["the", "[mask]", "of", "an", "object", "[?]"]
    long = spell(["the"] * 40, facts)
    assert (len(long.tokens), long.marks[31:33]) == (32, ("known", "unread"))


def test_letters_that_the_data_lack_are_left_out() -> None:
    facts = Brackets(num_pairs=8).facts()
    spelled = spell(pieces_of("(x)" + 13 * "(", facts), facts)
    assert (spelled.marks[1], spelled.num_missing, len(spelled.tokens)) == ("unknown", 1, 0)
    assert spell(pieces_of(8 * "()", facts), facts).num_missing == 0
    facts = Reference(length=8).facts()
    spelled = spell(pieces_of("The statement", facts), facts)
    assert "".join(facts.symbols[token] for token in spelled.tokens) == "tatement", "whoever goes on reads the end"
    assert spelled.marks[:6] == ("unread",) * 5 + ("known",)
    assert len(spell(("T",), facts).tokens) == 1
    assert spell((), facts).num_missing == 8


@settings(max_examples=40, deadline=None)
@given(st.text(st.sampled_from("abéß#中"), max_size=12))
def test_pieces_make_up_the_text(text: str) -> None:
    facts = DataFacts(DataPorts(Port("tokens", (4,), 4)), "class", {}, symbols=("a", "b", "ab", "ba"))
    pieces = pieces_of(text, facts)
    assert "".join(pieces) == text
    spelled = spell(pieces, facts)
    known = [mark == "unknown" for mark in spelled.marks]
    assert known == [piece not in facts.symbols for piece in pieces]
