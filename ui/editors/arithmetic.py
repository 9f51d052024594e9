"""How a block's number of parameters comes about, written out: 3 × 3 × 1 × 16 + 16 = 160."""

from models.layer import CompositeSpec, in_size
from models.layers.attention_pooling import AttentionPooling
from models.layers.backbone import FACTS, Backbone
from models.layers.batch_norm import BatchNorm
from models.layers.conv1d import Conv1d
from models.layers.conv2d import Conv2d
from models.layers.conv_transpose2d import ConvTranspose2d
from models.layers.cosine_head import CosineHead
from models.layers.decoder_block import DecoderBlock
from models.layers.dense import Dense
from models.layers.embedding import Embedding
from models.layers.encoder_block import EncoderBlock
from models.layers.group_norm import GroupNorm
from models.layers.instance_norm import InstanceNorm
from models.layers.layer_norm import LayerNorm
from models.layers.parallel import Parallel
from models.layers.patch_embedding import PatchEmbedding
from models.layers.positions import Positions
from models.layers.recurrent import NUM_GATES, Recurrent
from models.layers.self_attention import SelfAttention
from models.layers.skip import Skip
from models.layers.squeeze_excite import SqueezeExcite
from models.port import Context, Port
from models.resolve import ResolvedBlock
from models.text import shown

Factor = int | tuple[int, ...]  # a number, or a sum of numbers
Product = tuple[Factor, ...]


def arithmetic(block: ResolvedBlock, context: Context) -> str:
    """The sum of products that gives the block's parameters; "" where there is nothing to show."""
    port = block.in_port
    if port is None or not block.num_params:
        return ""
    products = _products(block, port, context)
    if not products:
        return ""
    return f"{' + '.join(_written(product) for product in products)} = {shown(block.num_params)}"


def side_by_side(block: ResolvedBlock) -> str:
    """How the features of a block that puts outputs side by side come about; "" for any other block."""
    port = block.in_port
    stacks = [tuple(inner) for inner in block.inner_stacks().values()]
    match block.layer:
        case Skip():
            ports = [port, *(_out(inner, port) for inner in stacks)]
        case Parallel(join="concatenate"):
            ports = [_out(inner, port) for inner in stacks]
        case _:
            return ""
    if block.out_port is None:
        return ""
    features = " + ".join(shown(out.features) for out in ports if out is not None)
    return f"{features} = {shown(block.out_port.features)}"


def _out(blocks: tuple[ResolvedBlock, ...], port: Port | None) -> Port | None:
    return blocks[-1].out_port if blocks else port


def _written(product: Product) -> str:
    sums = (factor if isinstance(factor, int) else f"({' + '.join(map(shown, factor))})" for factor in product)
    return " × ".join(shown(factor) for factor in sums)


def _products(block: ResolvedBlock, port: Port, context: Context) -> list[Product]:
    features = port.features
    match block.layer:
        case Dense() as layer:
            units = block.out_port.features if block.out_port else 0
            return [(in_size(layer.in_features, features), units), *_bias(units, layer.bias)]
        case CosineHead() as layer:
            units = block.out_port.features if block.out_port else 0
            return [(in_size(layer.in_features, features), units), *_bias(1, layer.learn_scale)]
        case Backbone() as layer:
            facts = FACTS[layer.model]
            return [(facts.per_channel, features), (facts.num_others,)]
        case Conv1d() as layer:
            channels = layer.out_channels
            seen = in_size(layer.in_channels, features)
            return [(layer.kernel_size, seen, channels), *_bias(channels, layer.bias)]
        case Conv2d() | ConvTranspose2d() as layer:
            side, channels = layer.kernel_size, layer.out_channels
            seen = in_size(layer.in_channels, features) // (layer.num_groups(port) if isinstance(layer, Conv2d) else 1)
            return [(side, side, seen, channels), *_bias(channels, layer.bias)]
        case PatchEmbedding() as layer:
            return [(layer.side, layer.side, features, layer.units), (layer.units,)]
        case SqueezeExcite() as layer:
            return [(2, features, layer.units), (layer.units,), (features,)]
        case BatchNorm() | LayerNorm() | GroupNorm() | InstanceNorm():
            return [(2, block.num_params // 2)]
        case Embedding() as layer:
            return [(block.num_params // layer.units, layer.units)]
        case Positions():
            return [(block.num_params // features, features)]
        case Recurrent() as layer:
            return _recurrent(layer, features)
        case SelfAttention():
            return _attention(features, features)
        case AttentionPooling() as layer:
            return [(layer.units, features), (layer.units,), (layer.units,)]
        case EncoderBlock() as layer:
            return [*_attention(features, features), *_feed_forward(features, layer.ff_units), (4, features)]
        case DecoderBlock() as layer:
            source = context.memory.features if context.memory else features
            both = [*_attention(features, features), *_attention(features, source)]
            return [*both, *_feed_forward(features, layer.ff_units), (6, features)]
        case CompositeSpec():
            return _composite(block)
        case _:
            return []


def _composite(block: ResolvedBlock) -> list[Product]:
    """What the blocks inside have, times their copies; nothing where that is a single number."""
    parts = tuple(inner.num_params for inner in block.inner if inner.num_params)
    if block.num_copies > 1:
        return [(block.num_copies, parts if len(parts) > 1 else parts[0])]
    return [(part,) for part in parts] if len(parts) > 1 else []


def _bias(units: int, bias: bool) -> list[Product]:
    return [(units,)] if bias else []


def _recurrent(layer: Recurrent, features: int) -> list[Product]:
    """Gates × directions × units × (inputs + memory + two biases), the layers above alike."""
    directions = 2 if layer.bidirectional else 1
    gates = (NUM_GATES[layer.cell], directions) if directions == 2 else (NUM_GATES[layer.cell],)
    products: list[Product] = [(*gates, layer.units, (features, layer.units, 2))]
    if layer.layers > 1:
        products.append((layer.layers - 1, *gates, layer.units, (directions * layer.units, layer.units, 2)))
    return products


def _attention(features: int, source: int) -> list[Product]:
    """Query and output, then key and value, each with a bias."""
    if source == features:
        return [(4, features, features), (4, features)]
    return [(2, features, features), (2, source, features), (4, features)]


def _feed_forward(features: int, units: int) -> list[Product]:
    return [(2, features, units), (units,), (features,)]
