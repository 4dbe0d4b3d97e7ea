"""Values of the model as bytes: small on disk and on the way from a worker, quick to read, and nothing but values.

Dataclasses with slots are pickled by functions in Python; here each is its class and its parts, which takes a third of
the time. Only the classes of VALUES can come out of a pack, whatever its bytes: the unpickler knows no others.
"""

from __future__ import annotations

import io
import pickle
import zlib
from array import _array_reconstructor, array  # type: ignore[attr-defined]
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from importlib import import_module
from operator import attrgetter
from pkgutil import iter_modules
from typing import Any, BinaryIO

from dossier import issues, link, model, sourcemap
from dossier.run import face
from dossier.sourcemap import SourceMap

PROTOCOL = 5
LEVEL = 1
"""Of zlib: a quarter of the bytes for half a millisecond a seed; level 6 takes twice the time for a sixth less."""
MODULES = (
    *(model, issues, sourcemap, face),
    *(import_module(f"{link.__name__}.{module.name}") for module in iter_modules(link.__path__)),
)
VALUES = {
    (module.__name__, name): value
    for module in MODULES
    for name, value in vars(module).items()
    if is_dataclass(value) and isinstance(value, type) and value.__module__ == module.__name__
}
"""Every class that a result is made of, by module and name."""
LEFT_OUT: dict[type, frozenset[str]] = {SourceMap: frozenset({"starts", "by_seed"})}
"""Parts that follow from the others."""
BUILDERS = VALUES | {("array", "_array_reconstructor"): _array_reconstructor, ("array", "array"): array}
"""The same with what builds an array of numbers: all that can come out of a pack."""


def parts(kind: type) -> Callable[[Any], tuple[Any, ...]]:
    """A function that takes a value of a dataclass apart, in the order in which its constructor takes the parts."""
    names = [each.name for each in fields(kind) if each.name not in LEFT_OUT.get(kind, ())]
    found = attrgetter(*names)
    return found if len(names) > 1 else lambda value: (found(value),)


PARTS = {kind: parts(kind) for kind in VALUES.values()}


class Packer(pickle.Pickler):
    """Takes values apart, and refuses what is not of the model."""

    def reducer_override(self, value: Any) -> Any:
        """The class of a value and its parts; a class itself goes by its name."""
        if isinstance(value, type | array) or value is _array_reconstructor:
            return NotImplemented
        try:
            return type(value), PARTS[type(value)](value)
        except KeyError:
            message = f"a {type(value).__qualname__} is no value of the model"
            raise pickle.PicklingError(message) from None


class Unpacker(pickle.Unpickler):
    """Builds values of the model and nothing else."""

    def find_class(self, module: str, name: str) -> Any:
        """What builds a value of a class. Raises UnpicklingError for any other name."""
        if (module, name) not in BUILDERS:
            message = f"{module}.{name} is no value of the model"
            raise pickle.UnpicklingError(message)
        return BUILDERS[module, name]


def packed(value: Any) -> bytes:
    """Values of the model, small."""
    return zlib.compress(pickled(value), LEVEL)


def unpacked(data: bytes) -> Any:
    """Values of the model again. Raises what it may where the bytes are none."""
    return unpickled(zlib.decompress(data))


def pickled(value: Any) -> bytes:
    """Values of the model, quick to read."""
    body = io.BytesIO()
    Packer(body, PROTOCOL).dump(value)
    return body.getvalue()


def unpickled(data: bytes) -> Any:
    """Values of the model again. Raises what it may where the bytes are none."""
    return Unpacker(io.BytesIO(data)).load()


def pack_into(file: BinaryIO, value: Any) -> None:
    """Write a large value of the model to a file, part by part.

    Equal values give equal bytes, whatever of them is one object in memory: each is written where it is.
    """
    packer = Packer(file, PROTOCOL)
    packer.fast = True
    packer.dump(value)
