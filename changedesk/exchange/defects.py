"""Reads defects from the logs that people keep, and observations from sheets of what was seen."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from changedesk.exchange import dates, outcomes
from changedesk.exchange.asked import Asked, Recogniser
from changedesk.exchange.defect_words import DEFECTS, Scale, code_of, suggestion
from changedesk.exchange.drafts import (
    DefectDraft,
    DefectImport,
    Place,
    Question,
    SheetKind,
    SheetNote,
)
from changedesk.exchange.named_tables import (
    Entry,
    RecordRows,
    find_view,
    further,
    is_left_out_by_name,
    rows_of,
    texts,
    untitled,
)
from changedesk.exchange.observations import observations_view, read_observation
from changedesk.exchange.rows import TableView
from changedesk.exchange.script_rows import SourceKeys, content_key, unless_dashes
from changedesk.exchange.sheet_kinds import is_defect_table, kind_by_name, kind_of
from changedesk.exchange.sheets import ForeignFile, SheetData
from changedesk.exchange.tables import find_table
from changedesk.store.errors import UserError

SOURCE = "somebody's own log of defects"
_LONGEST_TITLE = 200
_KEYS = ("id", "title", "description", "actual")
_BRACKETED = re.compile(r"\[\s*([^\[\]]+?)\s*\]")
_BULLET = re.compile(r"^[ \t]*(?:[_\-–—*•+]+)[ \t]*")
_WHY: dict[str, str] = {
    "severity": "this word is not in the list of severities; say which one it is",
    "priority": "this word is not in the list of priorities; say which one it is",
    "status": "this word is not in the list of states of a defect; say which one it is",
    "date": "day and month of this date could be either way round; say which stands first",
}


def log_view(sheet: SheetData) -> TableView | None:
    """Return the table of defects in a sheet, if there is one."""
    view = find_view(sheet, DEFECTS)
    if view is None or is_left_out_by_name(sheet, sure=DEFECTS.is_sure(view)):
        return None
    named = kind_by_name(sheet.name) == "defects"
    judged = {"severity", "status", "priority", "steps"} & view.columns.fields.keys()
    return view if judged or named else None


def _is_sure(sheet: SheetData) -> bool:
    """Tell a sheet of defects by its headings or name, and one of observations by what it holds."""
    if sheet.hidden:
        return False
    if observations_view(sheet) is not None:
        return True
    view = log_view(sheet)
    return view is not None and (
        is_defect_table(view.table) or kind_by_name(sheet.name) == "defects" or _is_plain_list(view)
    )


def _is_plain_list(view: TableView) -> bool:
    """Tell a list of titles, severities and states of defects, with nothing to do or expect."""
    fields = view.columns.fields
    if (
        not {"title", "severity", "status"} <= fields.keys()
        or {"steps", "expected"} & fields.keys()
    ):
        return False
    words = [t for row in view.own[view.table.body :] if (t := row[fields["status"]])]
    states = [word for word in words if code_of("status", word)]
    results = [word for word in words if outcomes.read(word).outcome is not None]
    return len(states) >= max(1, 0.5 * len(words)) and not results


def knows_surely(file: ForeignFile) -> bool:
    """Tell a file of defects or observations in which no sheet holds scripts."""
    if not any(map(_is_sure, file.sheets)):
        return False
    return not any(
        kind_of(sheet, find_table(sheet)) == "scripts"
        for sheet in file.sheets
        if not sheet.hidden and not ((view := log_view(sheet)) and _is_plain_list(view))
    )


def knows(file: ForeignFile) -> bool:
    """Tell a file that can be read as defects, where somebody says that it holds them."""
    return any(observations_view(sheet) or log_view(sheet) for sheet in file.sheets)


def read(file: ForeignFile, asked: Asked) -> DefectImport:
    """Return the defects of all sheets; raise `UserError` for a sheet that is not there."""
    if asked.sheet is not None and asked.sheet not in {sheet.name for sheet in file.sheets}:
        names = ", ".join(f'"{sheet.name}"' for sheet in file.sheets)
        raise UserError(f'{file.path.name} has no sheet "{asked.sheet}"; it has {names}.')
    work = Reading(asked)
    sure = {sheet.name for sheet in file.sheets if _is_sure(sheet)}
    for sheet in file.sheets:
        work.read_sheet(sheet, likely=not sure or sheet.name in sure)
    notes = file.notes if file.kind != "xls" else ()
    nothing = () if work.found else (f"{file.path.name} names no defect.",)
    return DefectImport(
        file=file.path.name,
        source=SOURCE,
        defects=tuple(work.found),
        account=work.rows.account(),
        sheets=tuple(work.rows.sheets),
        questions=work.questions(),
        warnings=(*nothing, *work.warnings, *notes),
    )


@dataclass(slots=True)
class Reading:
    """What one reading of a file gathers: defects, rows, and words to ask about."""

    asked: Asked
    rows: RecordRows = field(default_factory=RecordRows)
    keys: SourceKeys = field(default_factory=SourceKeys)
    found: list[DefectDraft] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    unknown: dict[tuple[str, str], list[Place]] = field(default_factory=dict)
    seen: dict[str, list[str]] = field(default_factory=dict)

    def read_sheet(self, sheet: SheetData, *, likely: bool) -> None:
        """Take a sheet or skip it as a whole, and say why; a chosen one need not be `likely`."""
        observed = observations_view(sheet)
        view = observed or log_view(sheet)
        kind: SheetKind = "observations" if observed else "defects" if view else "unknown"
        why = ""
        if self.asked.sheet is not None and sheet.name != self.asked.sheet:
            why = "another sheet was chosen"
        elif view is None or not (likely or self.asked.sheet):
            why = "its headings do not name defects"
        elif sheet.hidden and Place(sheet.name, 0) not in self.asked.take:
            why = "the sheet is hidden" if self.asked.sheet is None else ""
        self.rows.note_sheet(
            sheet, SheetNote(sheet.name, kind, rows_of(sheet), not why, why, sheet.hidden)
        )
        if view is None or why:
            return
        if observed is not None:
            for entry in self.rows.entries(observed, ("title",)):
                self.found.append(read_observation(observed, entry, self.keys, self.seen))
        else:
            order = self.asked.date_order or dates.order_of(_days(view))[0]
            for entry in self.rows.entries(view, _KEYS):
                self.found.append(self.defect(view, entry, order))

    def defect(self, view: TableView, entry: Entry, order: dates.Order | None) -> DefectDraft:
        """Return the defect of one row."""
        first = entry.rows[0]
        place = view.place(first)

        def cell(name: str) -> str:
            return unless_dashes(view.get(first, name, filled=True))

        ident = cell("id")
        title, description = title_and_description(cell)
        day = _day(cell("found"))
        found = dates.parse(day, order) if day else None
        if day and found is None and order is None and dates.looks_like_date(day):
            self.unknown.setdefault(("date", day), []).append(place)
        bracketed = _BRACKETED.fullmatch(ident)
        script = cell("script") or (bracketed[1] if bracketed else "")
        area = " / ".join(dict.fromkeys(part for part in (entry.band, cell("area")) if part))
        undated = [("Date", cell("found"))] if day and found is None else []
        key = ident or content_key(area, title + description, ())
        return DefectDraft(
            source_id=ident,
            source_key=self.keys.take(key, view.sheet.name),
            title=title or ident or untitled(place),
            where=place,
            description=description,
            severity=self.code("severity", cell("severity"), place),
            severity_text=cell("severity"),
            priority=self.code("priority", cell("priority"), place),
            priority_text=cell("priority"),
            status=self.code("status", cell("status"), place),
            status_text=cell("status"),
            owner=cell("owner"),
            found_by=cell("found_by"),
            found=found,
            build=cell("build"),
            script=script,
            area=area,
            cycle=cell("cycle"),
            further=(*undated, *further(view, entry)),
        )

    def code(self, scale: Scale, text: str, place: Place) -> str:
        """Return the code of a word; ask about one that is not documented."""
        if not text:
            return ""
        answers = {outcomes.fold(word): code for word, code in self.asked.words.items()}
        if outcomes.fold(text) in answers:
            return answers[outcomes.fold(text)]
        found = code_of(scale, text)
        if not found:
            self.unknown.setdefault((scale, text), []).append(place)
        return found

    def questions(self) -> tuple[Question, ...]:
        """Return what has to be asked, each word once with all its places."""
        return tuple(
            _question(about, word, places) for (about, word), places in self.unknown.items()
        )


def _question(about: str, word: str, places: list[Place]) -> Question:
    match about:
        case "severity" | "priority" | "status":
            return Question(about, word, tuple(places), _WHY[about], suggestion(about, word))
    return Question("date", word, tuple(places), _WHY["date"])


def _days(view: TableView) -> list[str]:
    return [_day(text) for text in texts(view, "found")]


def _day(text: str) -> str:
    """Return a date without the time behind it."""
    return re.split(r"[T,\s]+\d{1,2}:\d{2}", text)[0].strip()


def title_and_description(cell: Callable[[str], str]) -> tuple[str, str]:
    """Return a title on one line, and everything else that tells what is wrong."""
    parts = (
        ("", cell("description")),
        ("Steps to reproduce", cell("steps")),
        ("Expected", cell("expected")),
        ("Actual", cell("actual")),
    )
    filled = [(label, text) for label, text in parts if text]
    whole = cell("title") or (filled[0][1] if filled else "")
    if not cell("title") and filled and filled[0][1] == short(whole):
        filled = filled[1:]
    title = short(whole)
    if cell("title") and title != " ".join(_BULLET.sub("", whole).split()):
        filled.insert(0, ("", whole))
    description = "\n\n".join(f"{label}:\n{text}" if label else text for label, text in filled)
    return title, description


def short(text: str) -> str:
    """Return a text as a title: on one line, without the bullet before it, not too long."""
    line = " ".join(_BULLET.sub("", text.strip()).split())
    return line if len(line) <= _LONGEST_TITLE else line[: _LONGEST_TITLE - 1].rstrip() + "…"


SURE = Recogniser("defects", SOURCE, knows_surely, read)
"""Asked before the scripts: a file that is surely a log of defects."""

ASKED_FOR = Recogniser("defects", SOURCE, knows, read)
"""Asked last: a file is read so only where somebody says that it holds defects."""
