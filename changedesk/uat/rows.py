"""What queries of UAT return: typed rows, as lists, pages and documents show them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from changedesk.people.shares import Share
from changedesk.uat.measures import Progress
from changedesk.uat.trials import Tally


@dataclass(frozen=True)
class CycleRow:
    """A cycle with its dates and status."""

    id: int
    code: str
    title: str
    environment: str
    build: str
    starts: str
    ends: str
    status: str
    purpose: str


@dataclass(frozen=True)
class ScriptRow:
    """A script, as pickers show one."""

    id: int
    code: str
    title: str
    area: str
    priority: str
    status: str


@dataclass(frozen=True)
class RunRow:
    """A run as lists show it."""

    id: int
    script: int
    code: str
    title: str
    area: str
    tester: int | None
    tester_name: str
    attempt: int
    state: str
    steps: int
    passed: int
    failed: int
    blocked: int
    skipped: int
    not_applicable: int
    started: int | None
    final: bool
    data_set: str = ""

    @property
    def name(self) -> str:
        """Return the script's title, and behind it the data set that this run is done with."""
        return f"{self.title} – {self.data_set}" if self.data_set else self.title

    @property
    def done(self) -> int:
        """Return how many steps have a result."""
        return self.passed + self.failed + self.blocked + self.skipped + self.not_applicable


@dataclass(frozen=True)
class TesterRow:
    """How many runs a tester (None: nobody yet) has in a cycle, and how many are not executed."""

    tester: int | None
    name: str
    runs: int
    open: int


@dataclass(frozen=True)
class ResultRow:
    """A result of a step."""

    id: int
    uid: str
    step: int | None
    outcome: str
    actual: str
    comment: str
    tester: str
    at: int | None
    duration: int | None
    pictures: int
    standing: bool
    trial: int | None = None


@dataclass(frozen=True)
class StepRow:
    """A step of a run with what was recorded at it; the last standing result gives the texts.

    Of a trial step `tally` says how its tries stand, and `tries` holds those that count.
    """

    id: int
    position: int
    do: str
    data: str
    expected: str
    outcome: str
    result: ResultRow | None
    trials: int | None = None
    threshold: int | None = None
    tally: Tally | None = None
    tries: tuple[ResultRow, ...] = ()


@dataclass(frozen=True)
class RunSheet:
    """A run with its steps, as run mode shows it.

    `text` is what to do where the script has no steps: then the whole is passed or failed. The
    values of the data set are put into all texts already.
    """

    run: RunRow
    cycle: CycleRow
    preconditions: str
    test_data: str
    steps: tuple[StepRow, ...]
    whole: ResultRow | None
    results: tuple[ResultRow, ...]
    text: str = ""
    data_set: str = ""
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class DefectRow:
    """A defect as lists and documents show it."""

    id: int
    code: str
    title: str
    severity: str
    priority: str
    status: str
    owner: str
    vendor: str
    external_id: str
    script: str
    cycle: str
    build: str
    fixed_in: str
    found_by: str
    found: int | None
    description: str


@dataclass(frozen=True)
class PictureRow:
    """A picture or file kept with a result; `content` is the SHA-256 of its bytes."""

    id: int
    result: int
    content: str
    media_type: str
    name: str
    caption: str
    size: int


@dataclass(frozen=True)
class CycleProgress:
    """Where a cycle stands; open defects are those found in it or before and not mended yet."""

    cycle: CycleRow
    runs: Progress
    steps: dict[str, int]
    open_defects: dict[str, int]
    first_pass: Share
