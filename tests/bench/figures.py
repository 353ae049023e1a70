"""One measured figure beside its floor, and how the table of them is printed."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Figure:
    """What was measured: a program's value against a bound (a ratio to a floor, ms or MB)."""

    goal: int
    what: str
    value: float
    bound: float
    unit: str = "×"
    detail: str = ""

    @property
    def held(self) -> bool:
        """Tell whether the goal is reached."""
        return self.value <= self.bound

    def line(self) -> str:
        """Return the figure as one line of the table."""
        mark = "ok  " if self.held else "MISS"
        value = f"{self.value:8.2f} {self.unit:<3}"
        return f"{mark} {self.goal:>2}  {self.what:<52} {value} ≤ {self.bound:g}  {self.detail}"


def seconds(work: Callable[[], object], times: int = 5) -> float:
    """Return the median time of `work` in seconds."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def in_turn(
    floor: Callable[[], object], program: Callable[[], object], times: int = 5
) -> tuple[float, float]:
    """Time floor and program in turn; return the medians in seconds."""
    floors, programs = [], []
    for _ in range(times):
        floors.append(seconds(floor, 1))
        programs.append(seconds(program, 1))
    return statistics.median(floors), statistics.median(programs)


def peak_mb() -> float:
    """Return the most memory that this process ever held, in MB (Linux)."""
    # Not ru_maxrss: a process takes the peak of the one that started it over as its own.
    told = Path("/proc/self/status").read_text(encoding="ascii")
    return int(told.partition("VmHWM:")[2].split()[0]) / 1024


def percentile(values: list[float], share: float) -> float:
    """Return the value below which this share of the values lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
