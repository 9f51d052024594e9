"""Reads recurrent networks: torch's, whose layers are one module, and ours, where each layer is a module of torch."""

from typing import Any

from explorer.importing.reader import Block, Reader, refuse_unless, refuse_unless_usual


def _torch_recurrent(cell: str) -> Reader:
    def read(module: Any) -> list[Block]:
        refuse_unless_usual(module, batch_first=True)
        refuse_unless(module.bias and not module.proj_size, "bias=False or proj_size")
        return [_block(cell, module, module.num_layers, "sequence", module.dropout)]

    return read


def _our_recurrent(module: Any) -> list[Block]:
    output = "sequence" if module.returns_sequence else "last"
    return [_block(module.cell, module.layers[0], len(module.layers), output, module.dropout.p)]


def _block(cell: str, layer: Any, num_layers: int, output: str, dropout: float) -> Block:
    return {
        "kind": "recurrent",
        "cell": cell,
        "units": layer.hidden_size,
        "layers": num_layers,
        "bidirectional": layer.bidirectional,
        "output": output,
        "dropout": float(dropout),
        **({"nonlinearity": layer.nonlinearity} if cell == "simple" else {}),
    }


RECURRENT: dict[str, Reader] = {
    "RNN": _torch_recurrent("simple"),
    "LSTM": _torch_recurrent("lstm"),
    "GRU": _torch_recurrent("gru"),
    "RecurrentLayers": _our_recurrent,
}
