"""Text becomes words, words become numbers, and back."""

from hypothesis import given
from hypothesis import strategies as st

from explorer.prose import sentences, topics
from explorer.words import PADDING, SPECIAL, UNKNOWN, numbered, spelled, vocabulary, words_of

WORDS = st.lists(st.sampled_from(["the", "name", "is", "bound", "to", "an", "object"]), min_size=1, max_size=12)


def test_words_are_small_letters_without_signs() -> None:
    assert words_of("Don’t call `__init__()` twice; 3.14 isn't 3!") == (
        "don't", "call", "init", "twice", "3", "14", "isn't", "3",
    )  # fmt: skip


def test_the_vocabulary_holds_the_most_frequent_words_and_equal_ones_by_the_alphabet() -> None:
    assert vocabulary([("b", "a"), ("c", "b")], 5) == (*SPECIAL, "b", "a")
    assert vocabulary([], 10) == SPECIAL


@given(st.lists(WORDS, min_size=1, max_size=5), st.integers(1, 15))
def test_rows_end_with_the_words_of_their_text(texts: list[list[str]], length: int) -> None:
    symbols = vocabulary(texts, 100)
    rows = numbered(texts, symbols, length)
    assert rows.shape == (len(texts), length)
    for row, text in zip(rows.tolist(), texts, strict=True):
        kept = text[:length]
        assert [symbols[number] for number in row[length - len(kept) :]] == kept
        assert row[: length - len(kept)] == [PADDING] * (length - len(kept))
        assert spelled([symbols[number] for number in row]) == " ".join(kept)


def test_words_that_are_not_known_are_one_symbol() -> None:
    assert numbered([("a", "b", "a")], (*SPECIAL, "a"), 4).tolist() == [[PADDING, 3, UNKNOWN, 3]]


def test_characters_stand_side_by_side_and_words_apart() -> None:
    assert spelled("abc") == "abc"
    assert spelled(("an", "object")) == "an object"
    assert spelled(()) == ""


def test_prose_is_told_from_grammar_code_and_headings() -> None:
    text = """The "del" statement
*******************

   del_stmt ::= "del" target_list

Deletion is recursively defined.  Rather than spelling it
out, here are some hints:

   >>> del a

Done."""
    assert list(sentences(text)) == [
        "Deletion is recursively defined.", "Rather than spelling it out, here are some hints:", "Done.",
    ]  # fmt: skip


def test_the_reference_has_topics() -> None:
    assert "assert" in topics()
