"""The figures that `make bench` prints: what each must be, what it is hoped to be, and whether it holds."""

from __future__ import annotations

from dataclasses import dataclass
from math import log
from statistics import linear_regression


@dataclass(frozen=True)
class Figure:
    """A row of the table. `least` says that more is better."""

    name: str
    must: float
    hope: float
    unit: str = ""
    least: bool = False

    def holds(self, value: float) -> bool:
        """Whether a value is within what it must be."""
        return value >= self.must if self.least else value <= self.must

    def line(self, value: float, detail: str = "", of: str = "") -> str:
        """The row with its value; `of` adds to the name what was measured, `detail` what the value was made of."""
        word = "at least" if self.least else "at most"
        verdict = "holds" if self.holds(value) else "FAILS"
        bounds = f"must be {word} {self.must:g}, hoped {self.hope:g}"
        row = f"{self.name + of:58}{value:9.3f} {self.unit:3}{verdict:6}{bounds}"
        return f"{row}\n    {detail}" if detail else row


FIGURES = {
    "mkdocs": Figure("build_pages / bare mkdocs build, wall", 0.35, 0.15),
    "again": Figure("built again / cold", 0.10, 0.05),
    "growth": Figure("growth exponent of build_pages", 1.10, 1.05),
    "site": Figure("growth exponent of the whole site", 1.10, 1.05),
    "memory": Figure("peak memory of build_pages", 1.0, 0.4, "GB"),
    "transfer": Figure("transfer of a source page, many seeds / few", 1.2, 1.05),
    "bytes": Figure("first search result, transfer", 400, 300, "KB"),
    "seconds": Figure("first search result, time", 1.5, 1.0, "s"),
    "cores": Figure("two cores against one, extraction", 1.7, 1.9, least=True),
    "extraction": Figure("extraction, text a CPU second", 0.8, 2.0, "MB", least=True),
}


def exponent(sizes: list[int], costs: list[float]) -> float:
    """The slope of log cost against log size by least squares: 1 where twice the seeds cost twice as much."""
    return linear_regression([log(size) for size in sizes], [log(cost) for cost in costs]).slope
