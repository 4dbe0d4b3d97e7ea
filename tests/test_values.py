"""Dataclasses drawn up quickly are those of the standard library in all that can be asked of them."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, field
from typing import Any

import pytest

from dossier import values

PLAIN: Callable[..., Any] = dataclasses.dataclass
QUICK: Callable[..., Any] = values.dataclass
BOTH = pytest.mark.parametrize("dataclass", [PLAIN, QUICK], ids=["standard", "quick"])


def many(dataclass: Callable[..., Any]) -> Any:
    """A class with each kind of part."""

    class Many:
        """A value."""

        name: str
        size: int
        hidden: str = field(repr=False)
        aside: str = field(default="aside", compare=False)
        tags: list[str] = field(default_factory=list)
        made: dict[str, int] = field(default_factory=dict, init=False, compare=False)
        last: int | None = None

        def both(self) -> str:
            """A method of its own."""
            return f"{self.name}{self.size}"

    return dataclass(frozen=True, slots=True)(Many)


@dataclasses.dataclass(frozen=True, slots=True, order=True)
class Standard:
    """What `Quick` is held against."""

    start: int
    end: int = 9

    def __post_init__(self) -> None:
        """Refuse a range that runs backwards."""
        if self.start > self.end:
            raise ValueError


class Quick:
    """The same, drawn up by the project's own."""

    start: int
    end: int = 9
    __post_init__ = Standard.__post_init__


Quick = QUICK(frozen=True, slots=True, order=True)(Quick)  # type: ignore[misc]


def test_the_parts_of_a_value_are_told_alike() -> None:
    one, other = many(PLAIN), many(QUICK)
    assert [(each.name, each.init) for each in dataclasses.fields(one)] == [
        (each.name, each.init) for each in dataclasses.fields(other)
    ]
    for arguments in (("a", 1, "b"), ("a", 1, "b", "c", ["d"], 5)):
        assert repr(one(*arguments)) == repr(other(*arguments))
        assert dataclasses.asdict(one(*arguments)) == dataclasses.asdict(other(*arguments))
    assert one.__slots__ == other.__slots__
    assert one.__match_args__ == other.__match_args__
    assert [*inspect.signature(one).parameters] == [*inspect.signature(other).parameters]


@BOTH
def test_a_value_is_made_of_its_parts_by_place_and_by_name(dataclass: Callable[..., Any]) -> None:
    kind = many(dataclass)
    found = kind("a", hidden="b", size=2)
    assert (found.name, found.size, found.hidden, found.aside, found.tags, found.made, found.last) == (
        *("a", 2, "b", "aside", [], {}, None),
    )
    assert found.both() == "a2"
    assert kind("a", 2, "b").tags is not found.tags
    assert kind("a", 2, "b", tags=["x"]).tags == ["x"]


@BOTH
@pytest.mark.parametrize("arguments", [("a",), ("a", 1, "b", "c", [], 0, {}), ()])
def test_a_value_of_too_few_or_too_many_parts_is_refused(
    dataclass: Callable[..., Any], arguments: tuple[object, ...]
) -> None:
    with pytest.raises(TypeError, match=r"Many\.__init__\(\) (missing|takes)"):
        many(dataclass)(*arguments)


@BOTH
def test_values_are_compared_by_the_parts_that_count(dataclass: Callable[..., Any]) -> None:
    kind = many(dataclass)
    assert kind("a", 1, "b") == kind("a", 1, "b", "another")
    assert kind("a", 1, "b") != kind("a", 1, "c")
    assert kind("a", 1, "b") != ("a", 1, "b", [], None)
    assert hash(kind("a", 1, "b", tags=())) == hash(("a", 1, "b", (), None))
    with pytest.raises(TypeError, match="unhashable"):
        hash(kind("a", 1, "b"))


@BOTH
def test_a_value_stays_as_it_is(dataclass: Callable[..., Any]) -> None:
    found = many(dataclass)("a", 1, "b")
    with pytest.raises(FrozenInstanceError, match="cannot assign to field 'name'"):
        found.name = "b"
    with pytest.raises(FrozenInstanceError, match="cannot delete field 'name'"):
        del found.name
    with pytest.raises((FrozenInstanceError, TypeError)):  # the standard library's stumbles over its own slots
        found.other = 1
    assert dataclasses.replace(found, name="c").name == "c"
    assert found.name == "a"


@pytest.mark.parametrize("kind", [Standard, Quick])
def test_a_value_is_copied_pickled_and_put_in_order(kind: Any) -> None:
    found = kind(1, 2)
    assert pickle.loads(pickle.dumps(found)) == copy.deepcopy(found) == copy.copy(found) == found  # noqa: S301
    assert sorted([kind(2, 3), kind(1), kind(1, 2)]) == [kind(1, 2), kind(1), kind(2, 3)]
    assert (kind(1) <= kind(1), kind(1) >= kind(2), kind(1) > kind(0)) == (True, False, True)
    with pytest.raises(TypeError, match="not supported between"):
        assert kind(1) < (1, 9)
    with pytest.raises(ValueError):
        kind(10)


@BOTH
def test_what_is_no_value_can_be_changed_and_has_no_hash(dataclass: Callable[..., Any]) -> None:
    def kind_of(**options: bool) -> Any:
        class Open:
            """It is being built."""

            parts: list[int] = field(default_factory=list)
            size: int = 0

        return dataclass(slots=True, **options)(Open)

    kind = kind_of()
    found = kind()
    found.size += 1
    assert found == kind([], 1)
    with pytest.raises(TypeError, match="unhashable"):
        hash(found)
    with pytest.raises(AttributeError):
        found.other = 1
    assert repr(found) == f"{kind.__qualname__}(parts=[], size=1)"
    assert "object at" in repr(kind_of(repr=False)())
    alone = kind_of(eq=False)
    assert alone() != alone()
    assert len({alone(), alone()}) == 2


@BOTH
def test_a_method_of_the_class_itself_stays(dataclass: Callable[..., Any]) -> None:
    class Own:
        """It is told and compared in its own way."""

        name: str

        def __repr__(self) -> str:
            return "own"

        def __eq__(self, other: object) -> bool:
            return isinstance(other, type(self)) and self.name.lower() == other.name.lower()

        def __hash__(self) -> int:
            return 1

    kind = dataclass(frozen=True, slots=True)(Own)
    assert (repr(kind("a")), kind("a") == kind("A"), hash(kind("a"))) == ("own", True, 1)
    empty = dataclass(frozen=True, slots=True)(type("Empty", (), {"__doc__": "Nothing."}))
    assert (repr(empty()), empty() == empty(), hash(empty())) == ("Empty()", True, hash(()))
