"""The standard library's dataclasses, drawn up in a tenth of the time.

There are more than three hundred of them, and every start draws them up anew. The standard library writes six methods
of each class as text and compiles them: a third of a millisecond. Here a method is compiled once for all classes of one
shape (so many parts, these of them with a default that is made), and each class takes it with the names of its own
parts put in. The constructor of a frozen value sets its slots directly, which takes half the time.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Sequence
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass
from functools import cache
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, Any, Literal, TypeVar

__all__ = ["dataclass"]

T = TypeVar("T")
Parts = Sequence[Field[Any]]
ANEW = object()
"""The default of a parameter whose value is made anew each time."""
HASH = "def method(self):\n return hash({mine})"
TELL = "def method(self):\n return self.__class__.__qualname__ + form % {mine}"
COMPARE = (
    "def method(self, other):\n return {mine} {sign} {its} if other.__class__ is self.__class__ else NotImplemented"
)
EQUAL = {"__eq__": "=="}
ORDER = {"__lt__": "<", "__le__": "<=", "__gt__": ">", "__ge__": ">="}


def drawn(
    *,
    slots: Literal[True],
    frozen: bool = False,
    eq: bool = True,
    order: bool = False,
    repr: bool = True,  # noqa: A002 - the standard library's word
) -> Callable[[type[T]], type[T]]:
    """The decorator `dataclasses.dataclass` for classes that inherit no parts; its options mean the same.

    Such a class is a dataclass to `fields`, `replace` and the rest of the standard library. A part may say `default`,
    `default_factory`, `repr` and `compare`, and with `default_factory` also `init`.
    """

    def draw(plain: type[T]) -> type[T]:
        kind = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots)(plain)
        parts = dataclasses.fields(kind)  # type: ignore[arg-type]
        methods: dict[str, object] = {"__init__": constructor(kind, parts, frozen=frozen)}
        if repr:
            methods["__repr__"] = told(parts)
        if frozen:
            methods |= kept(kind, [part.name for part in parts])
        if eq:
            methods |= compared(parts, EQUAL | ORDER if order else EQUAL)
            methods["__hash__"] = hashed(parts) if frozen else None
        for name, method in methods.items():
            if plain.__dict__.get(name) is None:
                setattr(kind, name, owned(method, kind, name))
        return kind

    return draw


def constructor(kind: type, parts: Parts, *, frozen: bool) -> FunctionType:
    """`__init__`: takes the parts in their order, each with its default, and lets the class do the rest."""
    space: dict[str, Any] = {"ANEW": ANEW}
    head, body, defaults = ["self"], [], []
    for number, part in enumerate(parts):
        value = f"p{number}"
        if part.init:
            head.append(value)
        if part.default_factory is not MISSING:
            space[f"make{number}"] = part.default_factory
            value = f"{value} if {value} is not ANEW else make{number}()" if part.init else f"make{number}()"
            defaults += [ANEW] if part.init else []
        elif part.default is not MISSING:
            defaults.append(part.default)
        if frozen:
            space[f"set{number}"] = getattr(kind, part.name).__set__
        body.append(f" set{number}(self, {value})" if frozen else f" self.p{number} = {value}")
    if hasattr(kind, "__post_init__"):
        body.append(" self.__post_init__()")
    text = "\n".join([f"def method({', '.join(head)}):", *(body or [" pass"])])
    return fitted(text, [part.name for part in parts], space, tuple(defaults))


def told(parts: Parts) -> FunctionType:
    """`__repr__`: the name of the class and the parts by name, but for those that are not to be shown."""
    names = [part.name for part in parts if part.repr]
    form = f"({', '.join(f'{name}=%r' for name in names)})"
    return fitted(TELL.format(mine=every(names)), names, {"form": form})


def hashed(parts: Parts) -> FunctionType:
    """`__hash__`: that of all parts that are compared."""
    names = [part.name for part in parts if part.compare]
    return fitted(HASH.format(mine=every(names)), names, {})


def compared(parts: Parts, signs: dict[str, str]) -> dict[str, FunctionType]:
    """The comparisons of two values of one class, by their parts in order; `signs` are the operators of methods."""
    names = [part.name for part in parts if part.compare]
    mine, its = every(names), every(names, "other")
    return {method: fitted(COMPARE.format(mine=mine, its=its, sign=sign), names, {}) for method, sign in signs.items()}


def kept(kind: type, names: Sequence[str]) -> dict[str, Callable[..., Any]]:
    """What keeps a value as it was made, and what copies and pickles it all the same."""
    setters = [getattr(kind, name).__set__ for name in names]

    def refuse_to_set(self: Any, name: str, value: object) -> None:
        if self.__class__ is kind or name in names:
            raise FrozenInstanceError(f"cannot assign to field {name!r}")
        object.__setattr__(self, name, value)

    def refuse_to_delete(self: Any, name: str) -> None:
        if self.__class__ is kind or name in names:
            raise FrozenInstanceError(f"cannot delete field {name!r}")
        object.__delattr__(self, name)

    def state(self: Any) -> list[Any]:
        return [getattr(self, name) for name in names]

    def restore(self: Any, values: Iterable[Any]) -> None:
        for put, value in zip(setters, values, strict=True):
            put(self, value)

    return {
        "__setattr__": refuse_to_set,
        "__delattr__": refuse_to_delete,
        "__getstate__": state,
        "__setstate__": restore,
    }


def every(names: Sequence[str], whose: str = "self") -> str:
    """A tuple of so many parts, in places that `fitted` puts names in."""
    return f"({''.join(f'{whose}.p{number}, ' for number in range(len(names)))})"


def fitted(text: str, names: Sequence[str], space: dict[str, Any], defaults: tuple[Any, ...] = ()) -> FunctionType:
    """A function of a text, with names put in for p0, p1, ...; `space` holds what else it speaks of."""
    found, put = code(text), {f"p{number}": name for number, name in enumerate(names)}
    own = found.replace(
        co_varnames=tuple(put.get(name, name) for name in found.co_varnames),
        co_names=tuple(put.get(name, name) for name in found.co_names),
    )
    return FunctionType(own, space, argdefs=defaults)


@cache
def code(text: str) -> CodeType:
    """The text of one function, compiled."""
    return next(each for each in compile(text, "<values>", "exec").co_consts if isinstance(each, CodeType))


def owned(method: Any, kind: type, name: str) -> Any:
    """A method that says whose it is, where a traceback or an error names it."""
    if isinstance(method, FunctionType):
        method.__name__, method.__qualname__, method.__module__ = name, f"{kind.__qualname__}.{name}", kind.__module__
    return method


if not TYPE_CHECKING:  # to a type checker it is the standard library's, whose meaning it has
    dataclass = drawn
