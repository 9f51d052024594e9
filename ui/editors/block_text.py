"""Blocks as JSON text, for the clipboard and for dragging; read back with care, since any text may come."""

import json

from pydantic import TypeAdapter, ValidationError

from models.layer import LayerSpec
from models.layers import AnyLayer
from models.problem import InputError
from ui.editors.problems import NO_BLOCKS

_BLOCKS = TypeAdapter(list[AnyLayer])


def text_of(block: LayerSpec) -> str:
    """One block as indented JSON, with everything inside it."""
    return block.model_dump_json(indent=2)


def blocks_in(text: str) -> list[LayerSpec]:
    """The block or the list of blocks that a text describes.

    Raises:
        InputError: when the text describes no blocks.
    """
    try:
        data = json.loads(text)
        return list(_BLOCKS.validate_python(data if isinstance(data, list) else [data]))
    except (ValueError, RecursionError, ValidationError):
        raise InputError((NO_BLOCKS.at("architecture"),)) from None
