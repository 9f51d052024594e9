"""Pickles from strangers, read without running anything in them: only numpy's array constructors are admitted."""

import pickle
from typing import Any, BinaryIO

import numpy as np
import numpy.typing as npt


def _reconstruct(kind: type, shape: tuple[int, ...], dtype: Any) -> Any:
    """An empty array, filled by the pickle afterwards; what numpy's function of this name does."""
    return np.ndarray(shape, dtype)


def _from_buffer(buffer: Any, dtype: Any, shape: tuple[int, ...], order: Any, axis_order: Any = None) -> Any:
    """An array over bytes, as numpy's function of this name gives it; axes in an order of their own are refused."""
    return np.frombuffer(buffer, dtype=dtype).reshape(shape, order=order)


# Under the names of numpy 1 and of numpy 2, for old and new files.
_ADMITTED: dict[tuple[str, str], Any] = {
    ("numpy", "ndarray"): np.ndarray,
    ("numpy", "dtype"): np.dtype,
    ("numpy.core.multiarray", "_reconstruct"): _reconstruct,
    ("numpy._core.multiarray", "_reconstruct"): _reconstruct,
    ("numpy.core.numeric", "_frombuffer"): _from_buffer,
    ("numpy._core.numeric", "_frombuffer"): _from_buffer,
}


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        try:
            return _ADMITTED[module, name]
        except KeyError:
            raise pickle.UnpicklingError(f"it asks for {module}.{name}") from None


def load_arrays(file: BinaryIO) -> Any:
    """The plain Python values and numpy arrays of a pickle; texts of Python 2 as bytes, which is what they were.

    Raises:
        UnpicklingError: when it is no pickle, or asks for anything else.
    """
    try:
        return _Unpickler(file, encoding="bytes").load()
    except pickle.UnpicklingError:
        raise
    except Exception as error:  # a damaged pickle can raise anything at all
        raise pickle.UnpicklingError(f"it is no readable pickle ({type(error).__name__})") from error


def array_named(content: object, name: str, dtype: type[np.uint8] | None, shape: tuple[int, ...]) -> npt.NDArray[Any]:
    """The array under that name in a dictionary that was read; without a `dtype`, whole numbers of any kind.

    Raises:
        TypeError, ValueError: when there is none of that shape.
    """
    if not isinstance(content, dict):
        raise TypeError("it holds no dictionary")
    values = np.asarray(content.get(name.encode(), content.get(name)))  # Python 2 wrote bytes, and so do some today
    if values.shape != shape or (values.dtype != dtype if dtype else values.dtype.kind not in "iu"):
        raise ValueError(f"its {name} are {values.dtype} of shape {values.shape}")
    return values
