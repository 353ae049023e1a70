"""What a reader hands on: plain frozen rows, each with its place in the file, and a full account.

Nothing here knows a database. All text has been cleaned; all of it is data, never a formula.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple

Outcome = Literal["pass", "fail", "blocked", "skipped", "na"]
SheetKind = Literal[
    "scripts",
    "cover",
    "instructions",
    "example",
    "list",
    "summary",
    "defects",
    "requirements",
    "observations",
    "revisions",
    "stakeholders",
    "impacts",
    "communications",
    "training",
    "attendance",
    "roster",
    "survey",
    "empty",
    "unknown",
]


class Place(NamedTuple):
    """Where something stands in the file: sheet name (empty in a text file) and row from 1."""

    sheet: str
    row: int
    column: str = ""

    def __str__(self) -> str:
        """The place in a person's words: `sheet "UAT", row 12` or `line 12`."""
        if not self.sheet:
            return f"line {self.row}"
        if not self.row:
            return f'sheet "{self.sheet}"'
        cell = f", column {self.column}" if self.column else ""
        return f'sheet "{self.sheet}", row {self.row}{cell}'


@dataclass(frozen=True, slots=True)
class RowNote:
    """Rows that made nothing and why, in one plain sentence; `rows` counts the rows it covers."""

    where: Place
    why: str
    rows: int = 1


class StepDraft(NamedTuple):
    """One step; `outcome`, `actual` and `comment` only where the file records them per step.

    A step that is tried several times has `trials` and the share to be passed, `threshold` in
    percent. `tester` and `performed_on` are those of this result, where steps of a script differ
    in them.
    """

    do: str
    data: str = ""
    expected: str = ""
    outcome: Outcome | None = None
    actual: str = ""
    comment: str = ""
    where: Place | None = None
    trials: int | None = None
    threshold: int | None = None
    tester: str = ""
    performed_on: date | None = None


@dataclass(frozen=True, slots=True)
class DataSetDraft:
    """One set of values of a data-driven script: (name, value) in the order of the file."""

    values: tuple[tuple[str, str], ...]
    name: str = ""


@dataclass(frozen=True, slots=True)
class RoundDraft:
    """One run of a script, where the file tells of several: by other testers, in other cycles.

    `cycle` is the cycle's name, "" for the file's own. `steps` are the script's, with the
    results of this run.
    """

    cycle: str = ""
    tester: str = ""
    outcome: Outcome | None = None
    actual: str = ""
    comment: str = ""
    performed_on: date | None = None
    steps: tuple[StepDraft, ...] = ()


@dataclass(frozen=True, slots=True)
class ScriptDraft:
    """One script as the file tells it.

    `source_id` is the file's own id, shown as a label (may be empty or occur twice);
    `source_key` is unique in the file and the same each time the file is read: the identity of
    an import. `outcome` is the script's own result (None: no result, or a word that is asked
    about, then kept in `outcome_text`). `text` is what to do where the file does not split it
    into steps: a block of text, an exploratory charter, Gherkin. `minutes` is the estimate,
    `status` draft, ready or retired ("" where the file has none). `further` holds what no field
    took, as (heading, text), so that an export can give it back. `pairing` says how expected
    results were laid on steps. Where the file tells of several runs, all of them are `rounds`, and
    the script's own result is the last one.
    """

    source_id: str
    source_key: str
    title: str
    where: Place
    area: str = ""
    preconditions: str = ""
    test_data: str = ""
    priority: str = ""
    requirements: tuple[str, ...] = ()
    steps: tuple[StepDraft, ...] = ()
    text: str = ""
    minutes: int | None = None
    status: str = ""
    data_sets: tuple[DataSetDraft, ...] = ()
    outcome: Outcome | None = None
    outcome_text: str = ""
    actual: str = ""
    comment: str = ""
    tester: str = ""
    performed_on: date | None = None
    further: tuple[tuple[str, str], ...] = ()
    pairing: str = ""
    rounds: tuple[RoundDraft, ...] = ()


@dataclass(frozen=True, slots=True)
class Account:
    """Every row that held anything: `read` = `made` + `continuation` + skipped + rejected rows.

    `made` counts rows that began a script, `continuation` further step or data rows of one.
    """

    read: int
    made: int
    continuation: int
    skipped: tuple[RowNote, ...] = ()
    rejected: tuple[RowNote, ...] = ()

    @property
    def balanced(self) -> bool:
        """True when no row is unaccounted for."""
        noted = sum(note.rows for note in (*self.skipped, *self.rejected))
        return self.read == self.made + self.continuation + noted


@dataclass(frozen=True, slots=True)
class Question:
    """A word that nobody documented: asked about, never guessed.

    `word` is the text as found, `places` where it stands, `suggestion` an answer to pre-fill
    (None: no idea), `why` one plain sentence. `about` says what the word stands for.
    """

    about: Literal[
        "outcome", "date", "severity", "priority", "status", "level", "engagement", "attendance",
        "shift", "message_state", "impact_state",
    ]  # fmt: skip
    word: str
    places: tuple[Place, ...]
    why: str
    suggestion: str | None = None


@dataclass(frozen=True, slots=True)
class SheetNote:
    """A sheet of the file: what it seems to be, whether it was taken, and why."""

    name: str
    kind: SheetKind
    rows: int
    taken: bool
    why: str
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class ColumnNote:
    """A column of a taken sheet and the field it went to (None: kept under `further`).

    `how` is "heading", "content", "chosen" (by a person) or "" (not recognised).
    """

    sheet: str
    letter: str
    heading: str
    field: str | None
    how: Literal["heading", "content", "chosen", ""]
    samples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ScriptImport:
    """All that a file of scripts says. `source` names the kind of file in a person's words.

    `fingerprint` is the same for every file with the same headings: a mapping can be kept by it.
    `system` names the tool whose export it is ("testrail", "xray"; empty for somebody's own sheet):
    then the tool's own ids are the identity of a script, whatever the file. `requirements` are
    those that the scripts come with, in more words than their ids.
    """

    file: str
    source: str
    fingerprint: str
    scripts: tuple[ScriptDraft, ...]
    account: Account
    sheets: tuple[SheetNote, ...] = ()
    columns: tuple[ColumnNote, ...] = ()
    questions: tuple[Question, ...] = ()
    warnings: tuple[str, ...] = ()
    kind: Literal["scripts"] = "scripts"
    mapping: Mapping[str, str] = field(default_factory=dict)
    system: str = ""
    requirements: tuple["RequirementDraft", ...] = ()


@dataclass(frozen=True, slots=True)
class RequirementDraft:
    """One requirement as the file tells it; `tests` are the ids of scripts that test it.

    `priority` is the file's own word. `depends` are ids of other requirements.
    """

    source_id: str
    source_key: str
    title: str
    where: Place
    area: str = ""
    description: str = ""
    priority: str = ""
    acceptance: str = ""
    tests: tuple[str, ...] = ()
    depends: tuple[str, ...] = ()
    further: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class RequirementImport:
    """All that a file says about requirements, or about what tests them (a matrix)."""

    file: str
    source: str
    requirements: tuple[RequirementDraft, ...]
    account: Account
    kind: Literal["requirements", "traceability"] = "requirements"
    system: str = ""
    sheets: tuple[SheetNote, ...] = ()
    questions: tuple[Question, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DefectDraft:
    """One defect; `severity`, `priority` and `status` are codes, their `…_text` the file's words.

    `script` is the id of the failed script as the file names it. `found` is the day. `steps` are
    the steps to see it again, part of the description. `pictures` counts pictures in its row.
    """

    source_id: str
    source_key: str
    title: str
    where: Place
    description: str = ""
    severity: str = ""
    severity_text: str = ""
    priority: str = ""
    priority_text: str = ""
    status: str = ""
    status_text: str = ""
    owner: str = ""
    found_by: str = ""
    found: date | None = None
    build: str = ""
    script: str = ""
    area: str = ""
    cycle: str = ""
    further: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class DefectImport:
    """All that a file says about defects: a defect log, or a sheet of observations."""

    file: str
    source: str
    defects: tuple[DefectDraft, ...]
    account: Account
    kind: Literal["defects"] = "defects"
    system: str = ""
    sheets: tuple[SheetNote, ...] = ()
    questions: tuple[Question, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ResultDraft:
    """One result that another tool recorded, for a script known by the tool's id.

    `step` is the step's number from 1, None for a verdict on the whole. `at` is the time as ISO
    text (with offset where the file has one), `seconds` the duration.
    """

    script: str
    outcome: Outcome
    where: Place
    step: int | None = None
    actual: str = ""
    comment: str = ""
    tester: str = ""
    at: str = ""
    seconds: int | None = None
    build: str = ""
    cycle: str = ""
    defects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ResultImport:
    """All results that a file of another tool holds, without the scripts that they belong to."""

    file: str
    source: str
    results: tuple[ResultDraft, ...]
    account: Account
    kind: Literal["results"] = "results"
    system: str = ""
    questions: tuple[Question, ...] = ()
    warnings: tuple[str, ...] = ()


Import = ScriptImport | RequirementImport | DefectImport | ResultImport
"""Whatever a file brought: `kind` tells which."""
