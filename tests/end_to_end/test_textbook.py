"""The textbook's text systems through the real window: views of words, and a baseline that has nothing inside."""

from typing import Any

import numpy as np
import pytest

from explorer.runs.run_folder import RunFolder


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("unet-digits", ("reconstructions",)),
        ("bert-mini", ("hidden_words", "word_vectors", "attention")),
        ("attention-pooling", ("predictions", "attention")),
    ],
)
def test_views_of_words_and_reconstructions_show_what_the_engine_sees(
    name: str, kinds: tuple[str, ...], person: Any
) -> None:
    person.open_card(name)
    person.train_for_long()
    person.until_step(3)
    for kind in kinds:
        view = person.show_view(kind)
        person.until(lambda view=view: bool(view.numbers()))
        assert all(array.size for array in view.numbers().values())
    person.stop()


def test_a_baseline_is_fitted_in_one_step_and_judged(person: Any) -> None:
    person.open_card("naive-bayes")
    assert set(person.views) == {"curves", "draw", "predictions"}
    person.click(person.workspace.train_page.transport.run)
    person.until_state("finished")
    assert person.step == 1
    view = person.show_view("predictions")
    person.until(lambda: bool(view.numbers()))
    assert np.trace(view.numbers()["confusion"]) > 0.6 * view.numbers()["confusion"].sum()
    person.press("Ctrl+T")
    person.until(lambda: "Accuracy" in person.note())
    (folder,) = person.runs()
    person.stop()
    with RunFolder.open(folder) as run:
        assert run.checkpoints() == (1,)
        assert run.status == "finished"


def test_a_baseline_says_why_there_is_nothing_to_assemble(person: Any) -> None:
    person.open_card("bag-of-words")
    person.press("Ctrl+1")
    person.until(lambda: any("nothing to look into" in text for text in person.texts()))
