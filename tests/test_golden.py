from __future__ import annotations

import pytest

from tests.golden import GOLDEN, goldens

FOUND = goldens()


def test_each_seed_has_its_golden_file_and_no_other_is_left() -> None:
    assert sorted(path.name for path in GOLDEN.glob("*.txt")) == sorted(FOUND)


@pytest.mark.parametrize("name", sorted(FOUND))
def test_what_is_found_in_a_seed_is_what_was_accepted(name: str) -> None:
    kept = (GOLDEN / name).read_text(encoding="utf-8").splitlines()
    assert FOUND[name].splitlines() == kept, "meant? then: python -m tests.golden --accept, and look at the diff"
