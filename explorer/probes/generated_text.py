"""Probe: what the network writes by itself, one symbol after the other."""

# T positions, V vocabulary

from typing import TYPE_CHECKING, ClassVar, Literal

import numpy as np
from pydantic import Field

from explorer.probe import ProbeSpec
from explorer.problems import NOTHING_TO_SHOW
from explorer.snapshots import GeneratedTextSnapshot
from explorer.spec import Experiment
from models.problem import InputError
from models.text import Text

if TYPE_CHECKING:
    from torch import Tensor

    from explorer.engine.look import Look


USUAL_PROMPT = "The "


class GeneratedText(ProbeSpec):
    """Continues a prompt; each symbol is drawn with the probability that the network gives it.

    The draws are the same at every step, so that only what the network has learned changes the text. Data that cannot
    spell the usual prompt begin with their first symbol.
    """

    label: ClassVar[str] = "Generated text"
    about: ClassVar[str] = "What the network writes by itself after a prompt."

    kind: Literal["generated_text"] = "generated_text"
    prompt: str = Field(USUAL_PROMPT, max_length=1000, title="Prompt", description="The text that is to be continued.")
    length: int = Field(60, ge=1, le=1000, title="Length", description="Number of symbols to write.")
    temperature: float = Field(
        0.8,
        ge=0,
        le=10,
        title="Temperature",
        description="0 takes the likeliest symbol, 1 draws as the network says, more draws more evenly.",
    )
    draw: int = Field(0, ge=0, title="Draw", description="Another number draws other symbols.")

    @classmethod
    def applies_to(cls, experiment: Experiment) -> bool:
        return experiment.training.objective.kind == "predict_next"

    def capture(self, look: "Look") -> GeneratedTextSnapshot:
        from explorer.engine.look import undisturbed

        symbols = look.facts.symbols
        prompt = fitting_prompt(self.prompt, symbols) if self.prompt == USUAL_PROMPT else self.prompt
        with undisturbed(look.learner):
            written, probabilities = self._write(look, self._tokens(prompt, symbols))
        text = "".join(symbols[token] for token in written)
        return GeneratedTextSnapshot(prompt, text, np.array(probabilities, dtype=np.float32))

    def _tokens(self, prompt: str, symbols: tuple[str, ...]) -> list[int]:
        numbers = {symbol: number for number, symbol in enumerate(symbols)}
        unknown = sorted(set(prompt) - set(numbers))
        if unknown:
            cause = Text("the text has no symbol {symbol}.", {"symbol": repr(unknown[0])})
            raise InputError((NOTHING_TO_SHOW.at("prompt", view=Text(self.label), cause=cause),))
        return [numbers[symbol] for symbol in prompt or symbols[0]]

    def _write(self, look: "Look", tokens: list[int]) -> tuple[list[int], list[float]]:
        """The network sees the last positions that fit, as many as in training at most."""
        import torch

        network, device = look.learner.networks["network"], look.learner.device
        window = look.facts.ports.input.shape[0]
        generator = torch.Generator().manual_seed(self.draw)
        written, probabilities = [], []
        for _ in range(self.length):
            seen_1T = torch.tensor([tokens[-window:]], device=device)
            logits_V = network(seen_1T)[0, -1].cpu()
            token = self._choose(logits_V, generator)
            probabilities.append(logits_V.softmax(-1)[token].item())
            written.append(token)
            tokens = [*tokens, token]
        return written, probabilities

    def _choose(self, logits_V: "Tensor", generator: object) -> int:
        import torch

        if self.temperature == 0 or not torch.isfinite(logits_V).all():
            return int(logits_V.argmax())
        assert isinstance(generator, torch.Generator)
        weights_V = (logits_V / self.temperature).softmax(-1)
        return int(torch.multinomial(weights_V, 1, generator=generator))


def fitting_prompt(prompt: str, symbols: tuple[str, ...]) -> str:
    """The prompt, else the usual one, else the first symbol: whichever these symbols can spell.

    Where only loading tells the symbols there are none yet, and the prompt stays.
    """
    if not symbols:
        return prompt
    return next((wish for wish in (prompt, USUAL_PROMPT) if set(wish) <= set(symbols)), symbols[0])
