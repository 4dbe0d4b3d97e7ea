"""What was made of a seed as bytes: small on disk and on the way from a worker, quick to read, and nothing but values.

Dataclasses with slots are pickled by functions in Python; here each is its class and its parts, which takes a third of
the time. Only the classes of VALUES can come out of a pack, whatever its bytes: the unpickler knows no others.
"""

from __future__ import annotations

import io
import pickle
import zlib
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import partial
from operator import attrgetter
from pathlib import Path
from typing import Any

from dossier import issues, model, sourcemap
from dossier.model import Seed
from dossier.pipeline import Processed
from dossier.sourcemap import SourceMap

PROTOCOL = 5
LEVEL = 1
"""Of zlib: a quarter of the bytes for half a millisecond a seed; level 6 takes twice the time for a sixth less."""
MODULES = (model, issues, sourcemap)
VALUES = {
    (module.__name__, name): value
    for module in MODULES
    for name, value in vars(module).items()
    if is_dataclass(value) and isinstance(value, type) and value.__module__ == module.__name__
}
"""Every class that a result is made of, by module and name."""
LEFT_OUT: dict[type, frozenset[str]] = {Seed: frozenset({"data"}), SourceMap: frozenset({"starts", "by_seed"})}
"""Parts that are there already (the file's bytes) or follow from the others."""


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
        if isinstance(value, type):
            return NotImplemented
        try:
            return type(value), PARTS[type(value)](value)
        except KeyError:
            message = f"a {type(value).__qualname__} is no value of the model"
            raise pickle.PicklingError(message) from None


class Unpacker(pickle.Unpickler):
    """Builds values of the model and nothing else. `data` is the seed file's bytes."""

    def __init__(self, body: bytes, data: bytes) -> None:
        super().__init__(io.BytesIO(body))
        self.data = data

    def find_class(self, module: str, name: str) -> Any:
        """What builds a value of a class. Raises UnpicklingError for any other name."""
        if (module, name) not in VALUES:
            message = f"{module}.{name} is no value of the model"
            raise pickle.UnpicklingError(message)
        kind = VALUES[module, name]
        return partial(Seed, data=self.data) if kind is Seed else kind


def pack(made: Processed) -> bytes:
    """A result without the places of its files. Raises PicklingError where it holds what is no value of the model."""
    body = io.BytesIO()
    Packer(body, PROTOCOL).dump((made.source, made.error, made.warnings, made.more, made.keeps))
    return zlib.compress(body.getbuffer(), LEVEL)


def unpack(packed: bytes, path: Path, data: bytes) -> Processed:
    """The result again, for the file at a path with these bytes. Raises what it may where the bytes are no pack."""
    return Processed(path, *Unpacker(zlib.decompress(packed), data).load())
