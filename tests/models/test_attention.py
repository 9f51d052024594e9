"""Our attention is torch's attention, with weights that can be seen."""

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import Tensor, nn

from models.layers import AttentionPooling as AttentionPoolingSpec
from models.layers import EncoderBlock
from models.layers import SelfAttention as SelfAttentionSpec
from models.modules.attention import Attention, AttentionPooling, causal_mask
from models.modules.rotary import Rotary
from models.port import Context, Port
from models.problem import Misfit


def twin(own: Attention, source_features: int | None = None) -> nn.MultiheadAttention:
    """torch's attention with the weights of ours."""
    features = own.query.in_features
    theirs = nn.MultiheadAttention(
        features, own.num_heads, batch_first=True, kdim=source_features, vdim=source_features
    )
    query, key, value = (getattr(own, name) for name in ("query", "key", "value"))
    with torch.no_grad():
        if source_features is None or source_features == features:
            theirs.in_proj_weight.copy_(torch.cat([query.weight, key.weight, value.weight]))
        else:
            theirs.q_proj_weight.copy_(query.weight)
            theirs.k_proj_weight.copy_(key.weight)
            theirs.v_proj_weight.copy_(value.weight)
        theirs.in_proj_bias.copy_(torch.cat([query.bias, key.bias, value.bias]))
        theirs.out_proj.load_state_dict(own.out.state_dict())
    return theirs


def randomised(module: nn.Module) -> None:
    for weights in module.parameters():
        nn.init.normal_(weights, std=0.5)


def seen_weights(module: nn.Module) -> list[Tensor]:
    """Every output of the softmax from now on, as a probe would see it."""
    seen: list[Tensor] = []
    softmax = module.get_submodule("softmax")
    softmax.register_forward_hook(lambda _module, _inputs, output: seen.append(output))
    return seen


sizes = st.integers(1, 6)


@settings(deadline=None, max_examples=25)
@given(heads=st.integers(1, 4), per_head=sizes, targets=sizes, causal=st.booleans())
def test_self_attention_equals_torchs(heads: int, per_head: int, targets: int, causal: bool) -> None:
    own = Attention(heads * per_head, heads, causal_length=targets + 1 if causal else None)
    randomised(own)
    seen = seen_weights(own)
    x_BTD = torch.randn(3, targets, heads * per_head)
    mask = causal_mask(targets) if causal else None
    expected, weights = twin(own)(x_BTD, x_BTD, x_BTD, attn_mask=mask, average_attn_weights=False)
    torch.testing.assert_close(own(x_BTD), expected, atol=1e-5, rtol=1e-4)
    torch.testing.assert_close(seen[0], weights, atol=1e-6, rtol=1e-4)
    assert own.causal == causal


@settings(deadline=None, max_examples=25)
@given(heads=st.integers(1, 4), per_head=sizes, targets=sizes, sources=sizes, source_features=st.integers(1, 9))
def test_cross_attention_equals_torchs(
    heads: int, per_head: int, targets: int, sources: int, source_features: int
) -> None:
    own = Attention(heads * per_head, heads, source_features=source_features)
    randomised(own)
    seen = seen_weights(own)
    x_BTD, source_BSD = torch.randn(2, targets, heads * per_head), torch.randn(2, sources, source_features)
    theirs = twin(own, source_features)
    expected, weights = theirs(x_BTD, source_BSD, source_BSD, average_attn_weights=False)
    torch.testing.assert_close(own(x_BTD, source_BSD), expected, atol=1e-5, rtol=1e-4)
    torch.testing.assert_close(seen[0], weights, atol=1e-6, rtol=1e-4)


def test_gradients_equal_torchs() -> None:
    own = Attention(8, 2, causal_length=5)
    theirs = twin(own)
    mine, other = torch.randn(2, 5, 8, requires_grad=True), torch.empty(2, 5, 8)
    other = mine.detach().clone().requires_grad_()
    own(mine).square().sum().backward()
    theirs(other, other, other, attn_mask=causal_mask(5))[0].square().sum().backward()
    torch.testing.assert_close(mine.grad, other.grad, atol=1e-5, rtol=1e-4)
    in_proj = torch.cat([own.query.weight.grad, own.key.weight.grad, own.value.weight.grad])
    torch.testing.assert_close(in_proj, theirs.in_proj_weight.grad, atol=1e-5, rtol=1e-4)


def test_a_causal_position_does_not_see_what_comes_after_it() -> None:
    own = Attention(8, 2, causal_length=6)
    x_BTD = torch.randn(1, 6, 8)
    changed = x_BTD.clone()
    changed[:, 4:] += 1
    torch.testing.assert_close(own(x_BTD)[:, :4], own(changed)[:, :4])
    assert not torch.allclose(own(x_BTD)[:, 4:], own(changed)[:, 4:])


def test_dropout_silences_weights_only_while_training() -> None:
    own = Attention(8, 2, dropout=0.5)
    x_BTD = torch.randn(1, 6, 8)
    seen = seen_weights(own)
    assert not torch.equal(own(x_BTD), own(x_BTD))
    own.eval()
    assert torch.equal(own(x_BTD), own(x_BTD))
    torch.testing.assert_close(seen[0].sum(-1), torch.ones(1, 2, 6))


def test_the_mask_is_no_part_of_the_saved_weights() -> None:
    assert set(Attention(4, 2, causal_length=3).state_dict()) == set(Attention(4, 2).state_dict())


def test_attention_pooling_is_its_formula() -> None:
    port = Port("sequence", (5, 6))
    own = AttentionPoolingSpec(units=7).build(port, Context())
    assert isinstance(own, AttentionPooling)
    seen = seen_weights(own)
    x_BTD = torch.randn(3, 5, 6)
    out_BD = own(x_BTD)
    for sample in range(3):
        scores = torch.stack([own.score.weight[0] @ torch.tanh(own.hidden(x)) for x in x_BTD[sample]])
        weights = scores.exp() / scores.exp().sum()
        torch.testing.assert_close(seen[0][sample], weights)
        torch.testing.assert_close(out_BD[sample], sum(w * x for w, x in zip(weights, x_BTD[sample], strict=True)))


@pytest.mark.parametrize("length", [1, 4])
def test_the_causal_mask_allows_the_lower_triangle(length: int) -> None:
    allowed = causal_mask(length).exp()
    assert torch.equal(allowed, torch.ones(length, length).tril())


# --- rotary positions ---


@settings(deadline=None, max_examples=40)
@given(pairs=st.integers(1, 4), target=st.integers(0, 20), source=st.integers(0, 20), shift=st.integers(0, 20))
def test_turned_scores_depend_on_the_distance_alone(pairs: int, target: int, source: int, shift: int) -> None:
    rotary = Rotary(41, 2 * pairs).double()
    query_E, key_E = torch.randn(2, 2 * pairs, dtype=torch.float64)

    def score(at: int, of: int) -> Tensor:
        turned = [rotary(x_E.expand(1, 1, 41, -1))[0, 0] for x_E in (query_E, key_E)]
        return turned[0][at] @ turned[1][of]

    torch.testing.assert_close(score(target, source), score(target + shift, source + shift), atol=1e-5, rtol=1e-5)
    torch.testing.assert_close(score(source, source), query_E @ key_E, atol=1e-5, rtol=1e-5)


def test_turning_is_a_product_of_complex_numbers() -> None:
    x_BHTE = torch.randn(2, 3, 7, 8)
    angles_TP = torch.arange(7.0)[:, None] * 10000.0 ** (-torch.arange(4.0) / 4)
    wanted = torch.view_as_complex(x_BHTE.unflatten(-1, (4, 2))) * torch.polar(torch.ones(7, 4), angles_TP)
    torch.testing.assert_close(Rotary(9, 8)(x_BHTE), torch.view_as_real(wanted).flatten(-2), atol=1e-5, rtol=1e-5)


def test_attention_with_rotary_positions_sees_distances_and_not_places() -> None:
    own = Attention(8, 2, rotary_length=9)
    randomised(own)
    seen = seen_weights(own)
    x_BTD = torch.randn(1, 3, 8)
    own(x_BTD)
    own(torch.cat([x_BTD, x_BTD], 1))
    alone, twice = seen
    again = twice[..., 3:, 3:]
    torch.testing.assert_close(again / again.sum(-1, keepdim=True), alone, atol=1e-5, rtol=1e-4)
    assert not torch.allclose(twice[..., :3, :3], twice[..., :3, 3:], atol=1e-3), "the same words further away differ"
    torch.manual_seed(0)
    without = Attention(8, 2)
    assert set(without.state_dict()) == set(own.state_dict())


@pytest.mark.parametrize("spec", [SelfAttentionSpec(heads=2), EncoderBlock(heads=2)])
def test_rotary_positions_tell_what_is_where_and_need_pairs(spec: SelfAttentionSpec | EncoderBlock) -> None:
    rotary = spec.model_copy(update={"positions": "rotary"})
    port = Port("sequence", (5, 8))
    for block, moves in ((spec, False), (rotary, True)):
        torch.manual_seed(1)
        module = block.build(port, Context()).eval()
        assert sum(weights.numel() for weights in module.parameters()) == block.num_params(port, Context())
        x_BTD = torch.randn(1, 5, 8)
        turned_round = module(x_BTD.flip(1)).flip(1)
        assert torch.allclose(module(x_BTD), turned_round, atol=1e-5) != moves
    with pytest.raises(Misfit) as odd:
        rotary.out_port(Port("sequence", (5, 6)), Context())
    assert odd.value.at("here", rotary.label).code == "odd_rotary"
