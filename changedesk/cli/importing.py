"""How an import reads each file: as what kind, what of it is fit to be taken, and what is not."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from changedesk.cli.account import (
    FileAccount,
    Take,
    asked,
    noted,
    rejected_rows,
    rows_of,
)
from changedesk.cli.importing_surveys import KINDS as SURVEY_KINDS
from changedesk.cli.importing_surveys import (
    RESPONSES,
    clearly_of_a_survey,
    likely_answers,
    read_for_surveys,
)
from changedesk.exchange.asked import Asked, Recogniser
from changedesk.exchange.change.drafts import ChangeImport
from changedesk.exchange.change.files import KINDS as CHANGE_KINDS
from changedesk.exchange.change.files import RECOGNISERS as CHANGE_RECOGNISERS
from changedesk.exchange.change.people_words import clearly_people, person_headings
from changedesk.exchange.drafts import (
    DefectImport,
    Import,
    RequirementImport,
    ResultImport,
    RowNote,
    ScriptDraft,
    ScriptImport,
)
from changedesk.exchange.headings import FIELDS, normal
from changedesk.exchange.making import Taken
from changedesk.exchange.reader import read_file
from changedesk.exchange.recognise import OWN_SHEET, RECOGNISERS, recognise_file
from changedesk.exchange.records import RecordImport, clearly_holds, records_of
from changedesk.exchange.sheets import ForeignFile
from changedesk.exchange.surveys.reading import answer_tables
from changedesk.exchange.taking import check_records, take_records
from changedesk.handover.importing import import_change, unclear_people
from changedesk.people.importing import groups_as_known
from changedesk.people.records import Person
from changedesk.store.errors import ChangeDeskError, UserError
from changedesk.store.spec import spec_of
from changedesk.store.workspace import Workspace
from changedesk.uat.importing import import_found, known_sources, source_system
from changedesk.uat.importing_results import homeless as homeless_results
from changedesk.uat.queries import cycle_called

PEOPLE, RESULTS, SCRIPTS = "people", "results", "scripts"
REQUIREMENTS, TRACEABILITY, DEFECTS = "requirements", "traceability", "defects"
KINDS = (
    SCRIPTS, RESULTS, REQUIREMENTS, TRACEABILITY, DEFECTS, *CHANGE_KINDS, *SURVEY_KINDS, PEOPLE,
)  # fmt: skip
_OTHER_KINDS = (
    " If it is no script, say what it holds: --as "
    f"{', '.join((*CHANGE_KINDS, REQUIREMENTS, TRACEABILITY, DEFECTS))} or people."
)
_HOMELESS = "the script is not in this project: import it as scripts first"
_IGNORE = "ignore"
_MADE = ("group",)  # what a list of people names and makes where it is not there
_GUESSERS = (OWN_SHEET, *CHANGE_RECOGNISERS)
"""Who reads sheets of any shape, and may take a table of answers for his own."""


@dataclass(frozen=True)
class Reading:
    """How files are to be read: as what kind, which sheet, which columns, for which cycle."""

    kind: str = ""
    sheet: str = ""
    mapping: Mapping[str, str] = field(default_factory=dict)
    cycle: str = ""

    @property
    def asked(self) -> Asked:
        """Return the same in the words of the readers."""
        return Asked(self.sheet or None, self.mapping)


@dataclass(frozen=True)
class _Target:
    """Where rows go: a project, and a cycle if one was named.

    `coming` are scripts that earlier files of the same command bring: id and system of each.
    """

    workspace: Workspace
    project: int
    cycle: int | None
    coming: set[tuple[str, str]] = field(default_factory=set)


def read_all(
    workspace: Workspace, project: int, files: Sequence[Path], reading: Reading
) -> list[FileAccount | ChangeDeskError]:
    """Read all files; one that is refused gives its refusal instead.

    Raises UserError for a kind that is not read and for a cycle that is not there.
    """
    if reading.kind and reading.kind not in KINDS:
        raise UserError(f"--as {reading.kind} is not read by this version: it reads {_listed()}.")
    cycle = cycle_called(workspace, project, reading.cycle).id if reading.cycle else None
    target = _Target(workspace, project, cycle)
    found: list[FileAccount | ChangeDeskError] = []
    for file in files:
        try:
            found.append(_read(target, file, reading))
        except ChangeDeskError as problem:
            found.append(problem)
    return found


def _listed() -> str:
    return f"{', '.join(KINDS[:-1])} and {KINDS[-1]}"


def _read(target: _Target, file: Path, reading: Reading) -> FileAccount:
    foreign = read_file(file)
    if reading.kind == PEOPLE:
        return _people(target, file, foreign, reading)
    if reading.kind in SURVEY_KINDS:
        return _of_a_survey(target, file, foreign, reading, reading.kind)
    recogniser = _recogniser(foreign, reading.kind)
    guessed = not reading.kind and recogniser in _GUESSERS
    if guessed and (kind := clearly_of_a_survey(foreign)):
        return _of_a_survey(target, file, foreign, reading, kind)
    own = not reading.kind and recogniser is OWN_SHEET
    if own and (clearly_holds(foreign, spec_of(Person)) or clearly_people(foreign)):
        return _people(target, file, foreign, reading)
    try:
        found = _found(foreign, recogniser, reading)
    except UserError as refusal:
        if not own or reading.mapping:
            raise
        if likely_answers(foreign):
            return _of_a_survey(target, file, foreign, reading, RESPONSES)
        if answer_tables(foreign):
            raise UserError(f"{refusal} If it holds answers to a survey: --as responses.") from None
        raise
    return _by_kind(target, file, found, reading, recogniser)


def _by_kind(
    target: _Target,
    file: Path,
    found: Import | ChangeImport,
    reading: Reading,
    recogniser: Recogniser,
) -> FileAccount:
    if isinstance(found, ChangeImport):
        return _change(target, file, found, reading)
    if isinstance(found, ScriptImport):
        system = source_system(found)
        target.coming.update((one.source_id, system) for one in found.scripts if one.source_id)
        return _scripts(target, file, found, reading.kind or recogniser.kind)
    if isinstance(found, ResultImport):
        return _results(target, file, found)
    return _others(target, file, found, reading)


def _of_a_survey(
    target: _Target, file: Path, foreign: ForeignFile, reading: Reading, kind: str
) -> FileAccount:
    if reading.cycle:
        raise UserError(f"{file.name} holds {kind}, and these have no cycle: leave out --cycle.")
    return read_for_surveys(
        target.workspace, target.project, foreign, kind,
        sheet=reading.sheet, mapping=reading.mapping,
    )  # fmt: skip


def _found(foreign: ForeignFile, recogniser: Recogniser, reading: Reading) -> Import | ChangeImport:
    if recogniser.kind == SCRIPTS:
        _refuse_unknown_fields(reading.mapping)
    elif reading.mapping and recogniser.kind not in CHANGE_KINDS:
        raise UserError(
            f"{foreign.path.name} holds {recogniser.kind}, and --map is for scripts and people: "
            "leave it out."
        )
    found = recogniser.read(foreign, reading.asked)
    if isinstance(found, ScriptImport):
        _refuse_missing_columns(foreign, found, reading)
        if not found.scripts and not any(note.taken for note in found.sheets):
            raise UserError(_why_not_read(foreign, found) + _OTHER_KINDS * (not reading.kind))
    return found


def _why_not_read(foreign: ForeignFile, found: ScriptImport) -> str:
    name = foreign.path.name
    others = [r.kind for r in RECOGNISERS if r.kind in {DEFECTS, REQUIREMENTS} and r.knows(foreign)]
    hint = f" If it is a list of {others[0]}, say --as {others[0]}." if others else ""
    if foreign.kind == "text":
        return (
            f"{name} was not read, because no line of it names columns such as title, steps or "
            "expected result: choose the file with the table, or name its columns with --map."
            f"{hint}"
        )
    return f"{found.warnings[0] if found.warnings else f'{name} makes no script.'}{hint}"


def _recogniser(foreign: ForeignFile, kind: str) -> Recogniser:
    # Results stand in the same sheets as the scripts that they belong to, and a matrix is a list
    # of requirements.
    beside = {RESULTS: SCRIPTS, TRACEABILITY: REQUIREMENTS, REQUIREMENTS: TRACEABILITY}
    if kind in beside:
        for known in RECOGNISERS:
            if known.kind == kind and known.knows(foreign):
                return known
        if kind == RESULTS or any(r.kind == beside[kind] and r.knows(foreign) for r in RECOGNISERS):
            kind = beside[kind]
    return recognise_file(foreign, kind or None)


# -- people ---------------------------------------------------------------------------------------


def _people(target: _Target, file: Path, foreign: ForeignFile, reading: Reading) -> FileAccount:
    if reading.cycle:
        raise UserError(f"{file.name} holds people, and these have no cycle: leave out --cycle.")
    mapping = {**person_headings(foreign), **reading.mapping}
    found = records_of(foreign, spec_of(Person), sheet=reading.sheet, mapping=mapping)
    found = _with_known_groups(target.workspace, found)
    checked = check_records(target.workspace, Person, found, making=_MADE)
    rows = rows_of(found.account)
    for name, notes in (("skipped", checked.skipped), ("rejected", checked.rejected)):
        rows[name] += len(notes)
        rows["made"] -= len(notes)
    return FileAccount(
        file,
        PEOPLE,
        found.source,
        rows,
        lambda only_try: _take_people(target, found, only_try=only_try),
        skipped=noted([*found.account.skipped, *checked.skipped]),
        rejected=rejected_rows(_by_place([*found.account.rejected, *checked.rejected])),
        warnings=list(found.warnings),
    )


def _with_known_groups(workspace: Workspace, found: RecordImport) -> RecordImport:
    # “Voice team” is the “Voice” that an impact named, as in every other import.
    told = [str(row.values.get("group", "")) for row in found.rows]
    meant = groups_as_known(workspace, filter(None, told))
    rows = tuple(
        replace(row, values={**row.values, "group": meant[name]}) if name else row
        for row, name in zip(found.rows, told, strict=True)
    )
    return replace(found, rows=rows)


def _by_place(notes: Collection[RowNote]) -> list[RowNote]:
    return sorted(notes, key=lambda note: (note.where.sheet, note.where.row))


def _take_people(target: _Target, found: RecordImport, *, only_try: bool) -> Taken:
    done = take_records(target.workspace, Person, found, making=_MADE, only_try=only_try)
    taken = Taken(unchanged=done.unchanged)
    for what, count in done.named.items():
        taken.add(what, count)
    taken.add("person", done.created)
    if done.updated:
        taken.updated["person"] = done.updated
    return taken


# -- scripts and results --------------------------------------------------------------------------


def _scripts(target: _Target, file: Path, found: ScriptImport, kind: str) -> FileAccount:
    homeless: list[RowNote] = []
    if kind == RESULTS:
        found, homeless = _only_known_scripts(target, found)
    rows = rows_of(found.account)
    rows["made"] -= len(homeless)
    rows["rejected"] += len(homeless)
    return FileAccount(
        file,
        kind,
        found.source,
        rows,
        _take(target, found),
        skipped=noted(found.account.skipped),
        rejected=rejected_rows([*homeless, *found.account.rejected]) + asked(found.questions),
        warnings=list(found.warnings),
    )


def _take(target: _Target, found: Import) -> Take:
    return lambda only_try: import_found(
        target.workspace, target.project, found, cycle=target.cycle, only_try=only_try
    )


def _only_known_scripts(target: _Target, found: ScriptImport) -> tuple[ScriptImport, list[RowNote]]:
    known = known_sources(target.workspace, target.project, found)
    belongs: list[ScriptDraft] = []
    homeless: list[RowNote] = []
    for draft in found.scripts:
        if draft.source_key in known:
            belongs.append(draft)
        else:
            homeless.append(RowNote(draft.where, _HOMELESS))
    return replace(found, scripts=tuple(belongs)), homeless


# -- the change side -------------------------------------------------------------------------------


def _change(target: _Target, file: Path, found: ChangeImport, reading: Reading) -> FileAccount:
    if reading.cycle:
        raise UserError(
            f"{file.name} holds {found.kind}, and these have no cycle: leave out --cycle."
        )
    unclear = unclear_people(target.workspace, found)
    rows = rows_of(found.account)
    rows["made"] -= len(unclear)
    rows["rejected"] += len(unclear)
    return FileAccount(
        file,
        found.kind,
        found.source,
        rows,
        lambda only_try: import_change(target.workspace, target.project, found, only_try=only_try),
        skipped=noted(found.account.skipped),
        rejected=rejected_rows(_by_place([*found.account.rejected, *unclear]))
        + asked(found.questions),
        warnings=list(found.warnings),
    )


# -- results alone, requirements, matrices and defects ---------------------------------------------


def _results(target: _Target, file: Path, found: ResultImport) -> FileAccount:
    homeless = homeless_results(target.workspace, target.project, found, target.coming)
    account = _account(target, file, found, homeless)
    account.rows["made"] -= len(homeless)
    account.rows["rejected"] += len(homeless)
    return account


def _others(
    target: _Target, file: Path, found: RequirementImport | DefectImport, reading: Reading
) -> FileAccount:
    if reading.cycle and not isinstance(found, DefectImport):
        raise UserError(
            f"{file.name} holds {found.kind}, and these have no cycle: leave out --cycle."
        )
    return _account(target, file, found, ())


def _account(
    target: _Target,
    file: Path,
    found: RequirementImport | DefectImport | ResultImport,
    homeless: Sequence[RowNote],
) -> FileAccount:
    rejected = rejected_rows(_by_place([*homeless, *found.account.rejected]))
    return FileAccount(
        file,
        found.kind,
        found.source,
        rows_of(found.account),
        _take(target, found),
        skipped=noted(found.account.skipped),
        rejected=rejected + asked(found.questions),
        warnings=list(found.warnings),
    )


def _refuse_unknown_fields(mapping: Mapping[str, str]) -> None:
    for heading, name in mapping.items():
        if name not in (*FIELDS, _IGNORE):
            raise UserError(
                f'--map "{heading}={name}": there is no field “{name}”; the fields are '
                f"{', '.join(FIELDS)} and {_IGNORE}."
            )


def _refuse_missing_columns(foreign: ForeignFile, found: ScriptImport, reading: Reading) -> None:
    there = {normal(note.heading.rpartition(" / ")[2]) for note in found.columns}
    there |= {normal(note.heading) for note in found.columns}
    letters = {note.letter for note in found.columns}
    headings = [note.heading for note in found.columns if note.heading]
    if not found.columns:
        rows = [row for s in foreign.sheets if reading.sheet in ("", s.name) for row in s.rows[:40]]
        headings = [cell for cell in max(rows, key=_width, default=()) if cell.strip()]
        there = {normal(cell) for row in rows for cell in row}
    for heading in reading.mapping:
        if normal(heading) not in there and heading not in letters:
            raise UserError(
                f"{foreign.path.name} has no column “{heading}”; it has "
                f"{', '.join(dict.fromkeys(headings)) or 'none'}."
            )


def _width(row: Sequence[str]) -> int:
    return sum(bool(cell.strip()) for cell in row)
