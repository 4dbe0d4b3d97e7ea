"""One law of time for all tests: twice the input takes about twice as long, and never its square."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

import pytest

ATTEMPTS = 5
GROWTH = 3.0
"""Twice the input may take so many times as long: 2 for a linear step, 4 for a quadratic one, and a machine's noise."""
NOISE = 0.1
"""Seconds below which a clock tells nothing."""


def assert_linear(work: Callable[[int], Callable[[], object]], size: int) -> None:
    """`work(n)` prepares an input of size n and returns what is to be timed. A busy machine gets several tries."""
    once = twice = 0.0
    for _ in range(ATTEMPTS):
        once, twice = seconds(work(size)), seconds(work(2 * size))
        if twice <= GROWTH * max(once, NOISE):
            return
    pytest.fail(f"{once:.3f} s at size {size}, {twice:.3f} s at twice that")


def seconds(run: Callable[[], object]) -> float:
    """CPU seconds of one run, the garbage of earlier tests left out of it."""
    gc.collect()
    gc.disable()
    try:
        start = time.process_time()
        run()
        return time.process_time() - start
    finally:
        gc.enable()
