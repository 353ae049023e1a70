"""The sign-off block of a returned workbook: each line that was signed becomes a signature."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from changedesk.documents.records import Signature
from changedesk.documents.signing import Name, add_signature
from changedesk.exchange.references import column_letters
from changedesk.exchange.returns.file import CellValue
from changedesk.exchange.returns.tables import ExpectedTable, FoundTable, cell, find_table, folded
from changedesk.exchange.returns.values import NOTHING, Read, Said, read_choice, read_date
from changedesk.office.identity import ID_COLUMN
from changedesk.office.layout import Column, Labels
from changedesk.overview.change_report import DECISIONS
from changedesk.overview.returns.model import Cell, Decision, Note, Verdict
from changedesk.overview.returns.tables import Context
from changedesk.overview.signing_scopes import scope_of
from changedesk.people.records import Group, Project
from changedesk.store.change import Change
from changedesk.store.heads import id_map
from changedesk.store.workspace import Workspace
from changedesk.uat.marks import DECISIONS as CYCLE_DECISIONS
from changedesk.uat.records import Cycle

_LABELS = Labels()
_SUBJECTS = {
    "uat-workbook": "cycle",
    "impact-workbook": "impact",
    "training-workbook": "training",
    "attendance-sheet": "training",
}
"""What the sign-off block of a workbook signs."""

_TESTER, _APPROVERS = "tester", ("manager", "project manager", "sponsor")

_COLUMNS = (
    Column(_LABELS.role, "role"),
    Column(_LABELS.name, "name", fillable=True),
    Column(_LABELS.decision, "decision", kind="choice", fillable=True, choices=DECISIONS),
    Column(_LABELS.remark, "remark", fillable=True),
    Column(_LABELS.date, "signed", kind="date", fillable=True),
    Column(_LABELS.signature, "signature", fillable=True),
)  # fmt: skip
_DECISION = _COLUMNS[2]
_BLOCK = ExpectedTable("cover", _COLUMNS)
_FILLED = ("decision", "remark", "signed", "signature")
_FORMULA = "it holds a formula: only what is typed counts"


@dataclass(frozen=True)
class SignedLine:
    """A line that somebody filled in; `name` is who signs, `role` as what.

    `unit` is what is decided together: one line, also where its id or its role stands there twice.
    """

    number: int
    id: str
    role: str
    name: str
    unit: str
    said: dict[str, Said]
    shown: dict[str, CellValue]

    def is_as(self, *roles: str) -> bool:
        """Tell whether it is a line for one of these roles, known by its id or by its words."""
        return self.id in roles or folded(self.role) in roles

    @property
    def comment(self) -> str:
        """Return the condition or remark, and what was typed to sign."""
        parts = [self.said["remark"].text]
        typed = " ".join(
            part
            for part in (self.said["signature"].text and f"“{self.said['signature'].text}”",
                         self.said["signed"].text and f"on {self.said['signed'].text}")
            if part
        )  # fmt: skip
        if typed:
            parts.append(f"Signed {typed} in the workbook.")
        return "\n".join(part for part in parts if part)


@dataclass(frozen=True)
class SignOff:
    """The sign-off block as it came back: its lines, and its cells as they are to be shown."""

    lines: tuple[SignedLine, ...] = ()
    cells: tuple[Cell, ...] = ()
    notes: tuple[Note, ...] = field(default=())


def who_filled_in(context: Context, block: SignOff) -> tuple[str, ...]:
    """Return who can have filled in a workbook: one name, or several that nobody can choose from.

    Who signs as its tester says so; else it is by whom it was made for, else by who signed, but
    in tests not by who only answers for them or accepts them, else by who saved it last.
    """
    testers = _names(line for line in block.lines if line.is_as(_TESTER))
    if len(testers) == 1:
        return testers
    if context.made_for:
        return (context.made_for,)
    of_tests = _SUBJECTS[context.kind] == "cycle"
    found = _names(line for line in block.lines if not (of_tests and line.is_as(*_APPROVERS)))
    file = context.file
    if found or not file.saved_by or file.saved_by == file.made_by:
        return found
    return (file.saved_by,)


def _names(lines: Iterable[SignedLine]) -> tuple[str, ...]:
    by_folded = {folded(line.name): line.name for line in lines if line.name}
    return tuple(by_folded.values())


def sign_off(context: Context) -> SignOff:
    """Read the block and compare it with the signatures that came back before."""
    found = find_table(context.file, _BLOCK)
    if found is None:
        return SignOff()
    of_cycle = _SUBJECTS[context.kind] == "cycle"
    words = (CYCLE_DECISIONS, DECISIONS) if of_cycle else (DECISIONS, CYCLE_DECISIONS)
    lines = tuple(_lines(found, [replace(_DECISION, choices=one) for one in words]))
    known, shown = _known(context), {one.code: one.text for one in words[0]}
    cells = [one for line in lines for one in _cells(found, line, known, shown)]
    notes = [Note(found.sheet.name, remark) for remark in found.remarks]
    notes += _only_named(context, found)
    return SignOff(lines, tuple(cells), (*notes, *_too_early(context, found, lines)))


def _only_named(context: Context, found: FoundTable) -> Iterator[Note]:
    """Tell where a name was written beside a role, and nothing else: that signs nothing."""
    project = context.workspace.get(Project, context.project)
    leads = {folded(row.lead) for row in context.workspace.rows(Group.select(Group.lead))}
    printed = {
        "manager": {folded(project.manager)},
        "sponsor": {folded(project.sponsor)},
        _TESTER: {folded(context.made_for)},
    }
    for number, row in enumerate(found.sheet.rows[found.first - 1 :], start=found.first):
        told = str(cell(row, found.places.get(ID_COLUMN)))
        name = str(cell(row, found.places.get("name"))).strip()
        filled = any(cell(row, found.places.get(key)) != "" for key in _FILLED)
        if not told or not name or filled or told == ID_COLUMN:
            continue
        known = leads if told.startswith("lead:") else printed.get(told, set())
        if folded(name) not in known:
            role = cell(row, found.places.get("role"))
            why = (
                f"“{name}” stands beside “{role}” without a decision: nothing is signed by it. If "
                "it was meant as a signature, ask for the decision."
            )
            yield Note(f"{found.sheet.name}, row {number}", why, unread=True)


def _too_early(context: Context, found: FoundTable, lines: Iterable[SignedLine]) -> Iterator[Note]:
    identity = context.file.identity
    made = identity.created.astimezone().date().isoformat() if identity else ""
    for line in lines:
        if (day := line.said["signed"].text) and day < made:
            why = f"{line.name or line.role} dated it {day}, before it was exported on {made}."
            yield Note(f"{found.sheet.name}, row {line.number}", why)


def _lines(found: FoundTable, decisions: Sequence[Column]) -> Iterator[SignedLine]:
    sheet, units = found.sheet, set[str]()
    readers: dict[str, Read] = {
        "decision": lambda value: _decision(value, decisions),
        "signed": lambda value: read_date(value, _LABELS.date),
    }
    for number, row in enumerate(sheet.rows[found.first - 1 :], start=found.first):
        role = str(cell(row, found.places.get("role")))
        made = {
            key for key in (*_FILLED, "name") if (number, found.places.get(key)) in sheet.formulas
        }
        shown = {
            key: cell(row, found.places.get(key)) or ("=" if key in made else "") for key in _FILLED
        }
        if all(value == "" for value in shown.values()):
            continue
        said = {
            key: Said(why=_FORMULA) if key in made else readers.get(key, _text)(value)
            for key, value in shown.items()
        }
        name = "" if "name" in made else str(cell(row, found.places.get("name")))
        told = str(cell(row, found.places.get(ID_COLUMN)))
        unit = f"cover/{told or role or number}"
        unit = f"{unit}/{number}" if unit in units else unit
        units.add(unit)
        yield SignedLine(number, told, role, name, unit, said, shown)


def _decision(value: CellValue, columns: Sequence[Column]) -> Said:
    """Read a decision in the words of its block, else in those of the other kind."""
    said = [read_choice(value, column) for column in columns]
    return next((one for one in said if not one.why), said[0])


def _text(value: CellValue) -> Said:
    # A signature may be anything that somebody types, a number or a date too.
    return NOTHING if value == "" else Said(str(value))


def _known(context: Context) -> list[Any]:
    if context.document is None:
        return []
    query = Signature.select().where(
        Signature.project == context.project, Signature.document == context.document
    )
    return context.workspace.rows(query)


def _cells(
    found: FoundTable, line: SignedLine, known: Sequence[Any], words: Mapping[str, str]
) -> Iterator[Cell]:
    decision = line.said["decision"]
    why = next((one.why for one in line.said.values() if one.why), "")
    if not why and not decision.text:
        why = "the line has no decision: choose one from the list"
    if not why and not line.name:
        why = "the line has no name: who signs it?"
    if not why and not line.role:
        why = "the line has no role: as what is it signed?"
    verdict = Verdict.REJECTED if why else Verdict.TAKE
    mine = [one for one in known if folded(one.role) == folded(line.role)]
    said = (line.name, decision.text, line.comment)
    equal = [one for one in mine if (one.name, one.decision, one.comment) == said]
    before = equal[0] if equal else mine[-1] if mine else None
    if before is not None and not why:
        verdict = Verdict.SAME if equal else Verdict.CONFLICT
    proposed: Decision = {Verdict.TAKE: "take", Verdict.CONFLICT: "both"}.get(verdict, "keep")  # type: ignore[assignment]
    present = "" if before is None else words.get(before.decision, before.decision)
    for column in _COLUMNS:
        said_here = line.said.get(column.key, NOTHING)
        if column.key not in _FILLED or line.shown[column.key] == "":
            continue
        place = found.places[column.key]
        yield Cell(
            f"{line.unit}/{column.key}", line.unit, line.unit, column.key,
            f"{found.sheet.name}, row {line.number}, {column.title} "
            f"({column_letters(place)}{line.number})",
            f"{line.role}: {line.name}".strip(": "), column.title, "",
            present if column.key == "decision" else "",
            words.get(said_here.text, said_here.text) or str(line.shown[column.key]),
            verdict, proposed, said_here.text, why,
        )  # fmt: skip


def write_signatures(
    context: Context,
    change: Change,
    block: SignOff,
    decisions: dict[str, Decision],
    document: int | None,
) -> int:
    """Add a signature for each line that was accepted; return how many."""
    verdicts = {one.unit: one.verdict for one in block.cells}
    made = 0
    for line in block.lines:
        verdict = verdicts.get(line.unit)
        open_ = verdict in (Verdict.TAKE, Verdict.CONFLICT)
        if not open_ or decisions.get(line.unit) not in ("take", "both"):
            continue
        scope = scope_of(
            context.workspace, _SUBJECTS[context.kind], context.project, _code(context)
        )
        who = Name(
            line.name, line.role, line.said["decision"].text, line.comment, "returned",
            document=document,
        )  # fmt: skip
        add_signature(context.workspace, change, scope, who)
        made += 1
    return made


def _code(context: Context) -> str:
    workspace: Workspace = context.workspace
    if _SUBJECTS[context.kind] != "cycle":
        return ""
    uid = bytes.fromhex(context.subject)
    with workspace.connected() as sql:
        key = id_map(sql, [uid])[uid]
    return str(workspace.get(Cycle, key).code)
