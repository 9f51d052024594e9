"""Objective: write a token sequence from another one, with an encoder and a decoder (teacher forcing)."""

# B batch, T target positions, V vocabulary

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar, Literal

from explorer.causality import looking_ahead
from explorer.dataset import DataFacts, TargetKind
from explorer.early_stopping import WatchedMetric
from explorer.logits import squashed_twice
from explorer.objective import Batch, ObjectiveSpec, Phase
from explorer.problems import WRONG_OUTPUT
from models.problem import Problem
from models.resolve import Resolved

if TYPE_CHECKING:
    from torch import Tensor

    from explorer.engine.learner import Learner


class Translate(ObjectiveSpec):
    """loss = -log softmax(logits)[right token], where the decoder always sees the right tokens before it.

    That is teacher forcing. Exact match is stricter: the decoder has to read its own answers, always taking the
    likeliest token (greedy decoding), and only a sequence without any wrong token counts.
    """

    label: ClassVar[str] = "Translate"
    about: ClassVar[str] = "An encoder reads one token sequence, a decoder writes another."
    architecture: ClassVar[str] = "encoder_decoder"
    targets: ClassVar[tuple[TargetKind, ...]] = ("tokens",)
    watchable: ClassVar[tuple[WatchedMetric, ...]] = ("loss", "accuracy")

    kind: Literal["translate"] = "translate"

    def check(self, resolved: Resolved, facts: DataFacts) -> list[Problem]:
        out, target = resolved.networks["decoder"].out_port, facts.ports.target
        decoder = resolved.networks["decoder"]
        found = [*squashed_twice(decoder, self.label), *looking_ahead(decoder, self.label)]
        if out is None or target is None:
            return found
        wanted = (*target.shape, target.vocabulary or 0)
        if (out.kind, out.shape) == ("sequence", wanted):
            return found
        return [*found, WRONG_OUTPUT.at("architecture.decoder", actual=out.shape, wanted=wanted)]

    def step(self, learner: "Learner", batch: Batch) -> Iterator[Phase]:
        from torch.nn import functional as F

        for optimizer in learner.optimizers.values():
            optimizer.zero_grad()
        memory = yield from learner.forward("encoder", batch.inputs)
        logits_BTV = yield from learner.forward("decoder", batch.targets[:, :-1], memory)
        loss = F.cross_entropy(logits_BTV.flatten(0, 1), batch.targets[:, 1:].flatten())
        yield Phase("loss", "decoder", {"loss": loss.detach()})
        loss.backward()
        yield Phase("backward", "decoder")
        clipped = learner.clip("encoder", "decoder")
        learner.optimizers["encoder"].step()
        yield Phase("update", "encoder", clipped)
        learner.optimizers["decoder"].step()
        yield Phase("update", "decoder", ends_step=True)

    def output(self, learner: "Learner", batch: Batch) -> "Tensor":
        memory = learner.networks["encoder"](batch.inputs)
        logits_BTV: Tensor = learner.networks["decoder"](batch.targets[:, :-1], memory)
        return logits_BTV

    def score(self, learner: "Learner", batch: Batch) -> dict[str, float]:
        from torch.nn import functional as F

        logits_BTV, right_BT = self.output(learner, batch), batch.targets[:, 1:]
        loss = F.cross_entropy(logits_BTV.flatten(0, 1), right_BT.flatten(), reduction="sum")
        hits_BT = logits_BTV.argmax(-1) == right_BT
        matches_B = (greedy_decode(learner, batch) == batch.targets).all(-1)
        positions = right_BT.shape[1]
        return {
            "loss": loss.item() / positions,
            "accuracy": hits_BT.sum().item() / positions,
            "exact_match": matches_B.sum().item(),
            "count": len(batch),
        }


def greedy_decode(learner: "Learner", batch: Batch) -> "Tensor":
    """The decoder's own answer, always the likeliest token: (B, T + 1) int64, beginning with the start symbol.

    Only `batch.inputs` and the start symbols are read. To record the attention of the whole answer, run the
    decoder once more on `answer[:, :-1]`. Call it in evaluation mode without gradients.
    """
    memory = learner.networks["encoder"](batch.inputs)
    # Positions that are not written yet hold the start symbol: the decoder is built for this length, and a causal
    # decoder does not look at them.
    answer_BT = batch.targets[:, :1].repeat(1, batch.targets.shape[1])
    for position in range(answer_BT.shape[1] - 1):
        logits_BTV = learner.networks["decoder"](answer_BT[:, :-1], memory)
        answer_BT[:, position + 1] = logits_BTV[:, position].argmax(-1)
    return answer_BT
