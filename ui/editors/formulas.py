"""What each block computes, as books write it; the same in every language."""

from models.layer import LayerSpec
from models.layers.activation import Activation, ActivationFunction
from models.layers.parallel import Parallel
from models.layers.recurrent import Recurrent

ATTENTION = "softmax(<i>Q K</i><sup>T</sup> / √<i>d</i><sub>k</sub>) <i>V</i>"
NORMALISED = "<i>y</i> = <i>γ</i> (<i>x</i> − mean) / deviation + <i>β</i>"

FORMULAS: dict[str, str] = {
    "dense": "<i>y</i> = <i>W x</i> + <i>b</i>",
    "cosine_head": "<i>y</i><sub>k</sub> = <i>s</i> cos(<i>w</i><sub>k</sub>, <i>x</i>)",
    "dropout": "<i>y</i> = <i>m x</i> / (1 − <i>p</i>),&nbsp; <i>m</i> = 0 or 1",
    "batch_norm": NORMALISED,
    "layer_norm": NORMALISED,
    "flatten": "(<i>a</i>, <i>b</i>, <i>c</i>) → (<i>a b c</i>)",
    "reshape": "(<i>a</i>, <i>b</i>) → (<i>c</i>, <i>d</i>),&nbsp; <i>a b</i> = <i>c d</i>",
    "noise": "<i>y</i> = <i>x</i> + <i>σ ε</i>",
    "group_norm": NORMALISED,
    "instance_norm": NORMALISED,
    "adaptive_avg_pool2d": "(<i>c</i>, <i>h</i>, <i>w</i>) → (<i>c</i>, <i>s</i>, <i>s</i>)",
    "conv1d": "<i>y</i><sub>t</sub> = Σ <i>W</i><sub>k</sub> <i>x</i><sub>t+k</sub> + <i>b</i>",
    "conv2d": "<i>y</i> = Σ <i>w</i> · <i>x</i> + <i>b</i>",
    "conv_transpose2d": "<i>y</i> = Σ <i>x</i> · <i>w</i> + <i>b</i>",
    "max_pool2d": "<i>y</i> = max <i>x</i>",
    "avg_pool2d": "<i>y</i> = Σ <i>x</i> / <i>k</i><sup>2</sup>",
    "global_avg_pool": "<i>y</i> = Σ <i>x</i> / (<i>h w</i>)",
    "global_max_pool": "<i>y</i> = max <i>x</i>",
    "backbone": "(<i>c</i>, <i>h</i>, <i>w</i>) → (<i>f</i>)",
    "unflatten": "(<i>a b c</i>) → (<i>a</i>, <i>b</i>, <i>c</i>)",
    "upsample": "(<i>h</i>, <i>w</i>) → (<i>f h</i>, <i>f w</i>)",
    "embedding": "<i>y</i><sub>t</sub> = <i>E</i>[<i>x</i><sub>t</sub>]",
    "positions": "<i>y</i><sub>t</sub> = <i>x</i><sub>t</sub> + <i>p</i><sub>t</sub>",
    "mean_positions": "<i>y</i> = Σ <i>x</i><sub>t</sub> / <i>T</i>",
    "max_positions": "<i>y</i> = max<sub>t</sub> <i>x</i><sub>t</sub>",
    "self_attention": ATTENTION,
    "attention_pooling": (
        "<i>a</i> = softmax(<i>v</i><sup>T</sup> tanh(<i>W x</i><sub>t</sub> + <i>b</i>))<br>"
        "<i>y</i> = Σ <i>a</i><sub>t</sub> <i>x</i><sub>t</sub>"
    ),
    "encoder_block": ATTENTION + "<br>FFN(<i>x</i>) = <i>W</i><sub>2</sub> <i>f</i>(<i>W</i><sub>1</sub> <i>x</i>)",
    "decoder_block": ATTENTION + "<br><i>K</i>, <i>V</i> ← encoder",
    "patch_embedding": "<i>y</i><sub>t</sub> = <i>W p</i><sub>t</sub> + <i>b</i>",
    "squeeze_excite": "<i>y</i> = <i>x</i> σ(<i>W</i><sub>2</sub> max(0, <i>W</i><sub>1</sub> mean(<i>x</i>)))",
    "skip": "<i>y</i> = (<i>x</i>, <i>F</i>(<i>x</i>))",
    "repeat": "<i>y</i> = <i>F</i><sub>n</sub>(… <i>F</i><sub>2</sub>(<i>F</i><sub>1</sub>(<i>x</i>)))",
    "residual": "<i>y</i> = <i>x</i> + <i>F</i>(<i>x</i>)",
}

FUNCTIONS: dict[ActivationFunction, str] = {
    "relu": "<i>y</i> = max(0, <i>x</i>)",
    "leaky_relu": "<i>y</i> = max(<i>x</i>, <i>a x</i>)",
    "elu": "<i>y</i> = <i>x</i> &gt; 0 ? <i>x</i> : e<sup><i>x</i></sup> − 1",
    "gelu": "<i>y</i> = <i>x</i> Φ(<i>x</i>)",
    "silu": "<i>y</i> = <i>x</i> σ(<i>x</i>)",
    "tanh": "<i>y</i> = tanh <i>x</i>",
    "sigmoid": "<i>y</i> = 1 / (1 + e<sup>−<i>x</i></sup>)",
    "softmax": "<i>y</i><sub>i</sub> = e<sup><i>x</i><sub>i</sub></sup> / Σ e<sup><i>x</i><sub>j</sub></sup>",
}

CELLS = {
    "simple": (
        "<i>h</i><sub>t</sub> = <i>f</i>(<i>W</i><sub>hh</sub> <i>h</i><sub>t−1</sub> + "
        "<i>W</i><sub>xh</sub> <i>x</i><sub>t</sub> + <i>b</i><sub>h</sub>)"
    ),
    "lstm": (
        "<i>i</i>, <i>f</i>, <i>o</i> = σ(<i>W</i><sub>x</sub> <i>x</i><sub>t</sub> + "
        "<i>W</i><sub>m</sub> <i>m</i><sub>t−1</sub> + <i>b</i>)<br>"
        "<i>c</i><sub>t</sub> = <i>f c</i><sub>t−1</sub> + <i>i c̃</i><br>"
        "<i>m</i><sub>t</sub> = <i>o</i> tanh <i>c</i><sub>t</sub>"
    ),
    "gru": (
        "<i>r</i>, <i>z</i> = σ(<i>W x</i><sub>t</sub> + <i>U h</i><sub>t−1</sub> + <i>b</i>)<br>"
        "<i>h</i><sub>t</sub> = (1 − <i>z</i>) <i>n</i> + <i>z h</i><sub>t−1</sub>"
    ),
}


JOINS = {
    "add": "<i>y</i> = <i>F</i><sub>1</sub>(<i>x</i>) + <i>F</i><sub>2</sub>(<i>x</i>) + …",
    "concatenate": "<i>y</i> = (<i>F</i><sub>1</sub>(<i>x</i>), <i>F</i><sub>2</sub>(<i>x</i>), …)",
}


def formula(layer: LayerSpec) -> str:
    """The formula of a block as rich text."""
    if isinstance(layer, Activation):
        return FUNCTIONS[layer.function]
    if isinstance(layer, Parallel):
        return JOINS[layer.join]
    if isinstance(layer, Recurrent):
        return CELLS[layer.cell]
    return FORMULAS.get(layer.kind, "")
