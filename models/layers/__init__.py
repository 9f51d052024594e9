"""The catalogue of blocks, in palette order: one line to import a block, one to list it."""

from typing import Annotated, get_args

from pydantic import Field

from models.layer import CompositeSpec, LayerSpec
from models.layers.activation import Activation
from models.layers.adaptive_avg_pool2d import AdaptiveAvgPool2d
from models.layers.attention_pooling import AttentionPooling
from models.layers.avg_pool2d import AvgPool2d
from models.layers.backbone import Backbone
from models.layers.batch_norm import BatchNorm
from models.layers.conv1d import Conv1d
from models.layers.conv2d import Conv2d
from models.layers.conv_transpose2d import ConvTranspose2d
from models.layers.cosine_head import CosineHead
from models.layers.decoder_block import DecoderBlock
from models.layers.dense import Dense
from models.layers.dropout import Dropout
from models.layers.embedding import Embedding
from models.layers.encoder_block import EncoderBlock
from models.layers.flatten import Flatten
from models.layers.global_avg_pool import GlobalAvgPool
from models.layers.global_max_pool import GlobalMaxPool
from models.layers.group_norm import GroupNorm
from models.layers.instance_norm import InstanceNorm
from models.layers.layer_norm import LayerNorm
from models.layers.max_pool2d import MaxPool2d
from models.layers.max_positions import MaxPositions
from models.layers.mean_positions import MeanPositions
from models.layers.noise import Noise
from models.layers.parallel import Branch, Parallel
from models.layers.patch_embedding import PatchEmbedding
from models.layers.positions import Positions
from models.layers.recurrent import Recurrent
from models.layers.repeat import Repeat
from models.layers.reshape import Reshape
from models.layers.residual import Residual
from models.layers.self_attention import SelfAttention
from models.layers.skip import Skip
from models.layers.squeeze_excite import SqueezeExcite
from models.layers.unflatten import Unflatten
from models.layers.upsample import Upsample
from models.spec import Spec

AnyLayer = Annotated[
    Dense
    | CosineHead
    | Activation
    | Dropout
    | Noise
    | BatchNorm
    | LayerNorm
    | Flatten
    | Reshape
    | Conv2d
    | MaxPool2d
    | AvgPool2d
    | GlobalAvgPool
    | GlobalMaxPool
    | AdaptiveAvgPool2d
    | ConvTranspose2d
    | Unflatten
    | Upsample
    | GroupNorm
    | InstanceNorm
    | SqueezeExcite
    | Backbone
    | Embedding
    | Positions
    | Recurrent
    | Conv1d
    | MeanPositions
    | MaxPositions
    | PatchEmbedding
    | SelfAttention
    | AttentionPooling
    | EncoderBlock
    | DecoderBlock
    | Residual
    | Skip
    | Parallel
    | Repeat,
    Field(discriminator="kind"),
]

LAYERS: tuple[type[LayerSpec], ...] = get_args(get_args(AnyLayer)[0])
COMPOSITES = tuple(layer for layer in LAYERS if issubclass(layer, CompositeSpec))

_RECURSIVE: tuple[type[Spec], ...] = (Branch, *COMPOSITES)
for _spec in _RECURSIVE:
    _spec.model_rebuild(_types_namespace={"AnyLayer": AnyLayer})
