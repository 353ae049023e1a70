"""Reads the result of a row: which cycle's columns, which word, and what has to be asked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from changedesk.exchange import dates, outcomes
from changedesk.exchange.drafts import Outcome, Place, Question
from changedesk.exchange.headings import fields_of
from changedesk.exchange.rounds import named
from changedesk.exchange.rows import TableView
from changedesk.exchange.table_columns import ROUND_FIELDS, Columns, Round

_UNKNOWN = "this word is not in the list of results; say what it means"
_FORMULA = "this result is calculated by a formula and nobody typed it; say what it is"
_UNCALCULATED = "the file holds this result as a formula without its value; say what it is"
_ERROR = "the cell holds an error instead of a result; say what it is"
_LEFT_OVER = "the words under Pass and Fail are printed in advance; say whether this is a result"
_NO_DATE = "write it as 2026-03-31; the row came in without it, and its text is kept"
_CROSSED = "other rows of this column are ticked and this one is crossed; say what it means"
_SEVERAL = "more than one result is ticked in this row; say which one holds"

Answers = Mapping[str, Outcome | None]


class RowResult(NamedTuple):
    """What one row says about its result; `text` is the cell as found."""

    outcome: Outcome | None = None
    text: str = ""
    actual: str = ""
    comment: str = ""
    tester: str = ""
    date_text: str = ""
    performed_on: date | None = None
    earlier: tuple[tuple[str, str], ...] = ()

    @property
    def empty(self) -> bool:
        """True where nothing was recorded."""
        return not self.text and self.outcome is None


@dataclass(slots=True)
class Questions:
    """Collects what has to be asked, one question for each word and reason."""

    found: dict[tuple[str, str, str], dict[Place, None]] = field(default_factory=dict)
    suggestions: dict[tuple[str, str, str], Outcome | None] = field(default_factory=dict)

    def ask(self, about: str, word: str, why: str, place: Place, guess: Outcome | None) -> None:
        """Note that a word at a place needs an answer."""
        key = (about, word, why)
        self.found.setdefault(key, {})[place] = None
        self.suggestions[key] = guess

    def all(self) -> tuple[Question, ...]:
        """Return the questions in the order in which they came up."""
        return tuple(
            Question(
                "outcome" if about == "outcome" else "date",
                word,
                tuple(places),
                why,
                self.suggestions[about, word, why],
            )
            for (about, word, why), places in self.found.items()
        )


class ResultReader:
    """Reads the result columns of one table; `answers` are a person's answers, by folded word."""

    def __init__(
        self, view: TableView, questions: Questions, answers: Answers, order: dates.Order | None
    ) -> None:
        self.view, self.questions = view, questions
        self.answers = {outcomes.fold(word): outcome for word, outcome in answers.items()}
        self.rounds = view.columns.rounds
        self.named = named(self.rounds)
        self.only: int | None = None
        self.order = order or self.date_order()
        self.dated = self.has_dates()
        self.no_dates: dict[Place, str] = {}
        self.marked = self.columns_of_marks()
        self.crossed = self.columns_of_noes()
        self.columns_of = [self.columns_for(r) for r in self.rounds]
        self.preprinted = any(self.is_preprinted(r) for r in self.rounds)

    def date_order(self) -> dates.Order | None:
        """Return day first or month first as the whole table shows it."""
        columns = [r.fields["performed_on"] for r in self.rounds if "performed_on" in r.fields]
        rows = range(self.view.table.body, len(self.view.sheet.rows))
        return dates.order_of(self.view.cell(row, c) for row in rows for c in columns)[0]

    def has_dates(self) -> bool:
        """Tell whether any day in the table can be read; then one that cannot be is a mistake."""
        columns = [r.fields["performed_on"] for r in self.rounds if "performed_on" in r.fields]
        rows = range(self.view.table.body, len(self.view.sheet.rows))
        cells = (self.view.cell(row, c) for row in rows for c in columns)
        return any(dates.parse(cell, self.order or "day") is not None for cell in cells if cell)

    def columns_of_marks(self) -> frozenset[int]:
        """Return the columns, headed as results, that hold check marks and crosses as well."""
        columns = self.view.columns
        beside = [c["outcome"] for c in columns.numbered.values() if "outcome" in c]
        own = [r.fields["outcome"] for r in self.rounds if "outcome" in r.fields]
        named = [
            [c] for c in own if columns.how[c][1] == "chosen" or _is_result_heading(columns, c)
        ]
        rows = self.view.sheet.rows[self.view.table.body :]
        found: set[int] = set()
        for together in (beside, *named):
            if outcomes.are_both_marks(row[c] for c in together for row in rows if c < len(row)):
                found.update(together)
        return frozenset(found)

    def columns_of_noes(self) -> frozenset[int]:
        """Return the columns headed Pass, Fail, ... in which a cross is a no: others are ticked."""
        rows = self.view.sheet.rows[self.view.table.body :]
        return frozenset(
            column
            for result in self.rounds
            for _, column in result.flags
            if outcomes.are_both_marks(row[column] for row in rows if column < len(row))
        )

    def reading(self, column: int, text: str) -> outcomes.Reading:
        """Return what a cell of a column says; a person's answer is not looked at."""
        found = outcomes.read(text)
        if not found.known and column in self.marked and (said := outcomes.mark(text)):
            return outcomes.Reading(said)
        return found

    def is_preprinted(self, result: Round) -> bool:
        """Tell a form on which the words Pass and Fail stand in every row before anyone tests."""
        rows = range(self.view.table.body, len(self.view.sheet.rows))
        return any(len(self.words_under_flags(row, result)) > 1 for row in rows)

    def words_under_flags(self, row: int, result: Round) -> list[str]:
        """Return the words, not ticks, in the columns headed Pass, Fail, ..."""
        cells = [self.view.cell(row, column) for _, column in result.flags]
        return [cell for cell in cells if cell and not outcomes.read_mark(cell)]

    def columns_for(self, result: Round) -> dict[str, int | None]:
        """Return a cycle's columns; what stands outside the cycles belongs to each of them."""
        outside = [r for r in self.rounds if not r.has_outcome]
        columns = {}
        for name in ROUND_FIELDS:
            shared = [r.fields[name] for r in outside if name in r.fields]
            columns[name] = result.fields.get(name, shared[0] if shared else None)
        return columns

    def read(self, row: int, *, filled: bool) -> RowResult:
        """Return a row's result; `filled` lets a merged cell above speak for it."""
        if not self.rounds:
            return RowResult()
        used = [i for i, r in enumerate(self.rounds) if self.recorded(row, r, filled)]
        last = used[-1] if used else 0
        if self.only is not None:
            last = self.only
        cells = (self.view.full if filled else self.view.own)[row]
        outcome, text, remark = self.outcome(row, self.rounds[last], filled)
        columns = self.columns_of[last]
        actual, comment, tester, date_text = (
            cells[column] if (column := columns[name]) is not None else ""
            for name in ("actual", "comment", "tester", "performed_on")
        )
        if remark and not comment:
            comment = text
        earlier: tuple[tuple[str, str], ...] = ()
        if len(self.rounds) > 1 and not self.named:
            others = [r for i, r in enumerate(self.rounds) if i != last]
            earlier = tuple(pair for r in others for pair in self.cells_of(row, r))
        performed_on = self.date(row, date_text) if date_text else None
        return RowResult(outcome, text, actual, comment, tester, date_text, performed_on, earlier)

    def beside(self, row: int, columns: Mapping[str, int]) -> RowResult:
        """Return the result of a step that has columns of its own, by field."""
        result = Round(fields={n: c for n, c in columns.items() if n in ROUND_FIELDS})
        outcome, text, remark = self.outcome(row, result, filled=False)
        actual, comment = (self.view.cell(row, columns.get(n)) for n in ("actual", "comment"))
        return RowResult(outcome, text, actual, comment or (text if remark else ""))

    def recorded(self, row: int, result: Round, filled: bool) -> bool:
        """Tell whether a row says anything in this cycle's result columns."""
        column = result.fields.get("outcome")
        cells = (self.view.full if filled else self.view.own)[row]
        if column is not None and (cells[column] or self.is_error(row, column)):
            return True
        return any(cells[flag] for _, flag in result.flags)

    def is_error(self, row: int, column: int) -> bool:
        """Tell a cell that holds an error value."""
        errors = self.view.sheet.errors
        return bool(errors) and self.view.origin(row, column) in errors

    def is_uncalculated(self, row: int, column: int) -> bool:
        """Tell a formula whose value the file does not hold."""
        return self.view.sheet.uncalculated(*self.view.origin(row, column))

    def is_formula(self, row: int, column: int) -> bool:
        """Tell a cell that is calculated: its value was never typed by a tester."""
        formulas = self.view.sheet.formulas
        return bool(formulas) and self.view.origin(row, column) in formulas

    def outcome(self, row: int, result: Round, filled: bool) -> tuple[Outcome | None, str, bool]:
        """Return outcome, the cell as found, and whether it is a pass with a remark."""
        column = result.fields.get("outcome")
        text = self.view.cell(row, column, filled=filled)
        if column is not None and self.is_error(row, column):
            return self.asked(row, column, text or "#ERROR", _ERROR, None), text, False
        if column is not None and not text and self.is_uncalculated(row, column):
            return self.asked(row, column, "formula", _UNCALCULATED, None), "", False
        if text and column is not None:
            reading = self.reading(column, text)
            if outcomes.fold(text) in self.answers:
                reading = outcomes.read(text)
            if reading.outcome is not None and self.is_formula(row, column):
                return self.asked(row, column, text, _FORMULA, reading.outcome), text, False
            if not reading.known:
                return self.asked(row, column, text, _UNKNOWN, reading.suggestion), text, False
            if reading.outcome is not None or not result.flags:
                return reading.outcome, text, reading.remark
        return (*self.flagged(row, result, filled), False)

    def flagged(self, row: int, result: Round, filled: bool) -> tuple[Outcome | None, str]:
        """Read columns headed Pass, Fail, ...: a tick counts, a pre-printed word does not."""
        if not result.flags:
            return None, ""
        cells = (self.view.full if filled else self.view.own)[row]
        written = [(m, c, cells[c]) for m, c in result.flags if cells[c]]
        filled_in = [entry for entry in written if not self.is_no(entry[1], entry[2])]
        if written and not filled_in:
            meaning, column, text = written[0]
            word = f"{self.view.columns.headings[column].text}: {text}"
            guess: Outcome | None = "fail" if meaning == "pass" and len(written) == 1 else None
            return self.asked(row, column, word, _CROSSED, guess), text
        ticks = [entry for entry in filled_in if outcomes.read_mark(entry[2])]
        entries = ticks or filled_in
        if not entries or (not ticks and len(entries) > 1):
            return None, ""
        meaning, column, text = entries[0]
        outcome = None if meaning == "none" else meaning
        word = f"{self.view.columns.headings[column].text}: {text}"
        if len(entries) > 1:
            return self.asked(row, column, word, _SEVERAL, None), text
        if not ticks and self.preprinted:
            return self.asked(row, column, word, _LEFT_OVER, outcome), text
        return outcome, text

    def is_no(self, column: int, text: str) -> bool:
        """Tell a cross in a column headed Pass, Fail, ... in which others are ticked."""
        return column in self.crossed and outcomes.mark(text) == "fail"

    def asked(
        self, row: int, column: int, word: str, why: str, guess: Outcome | None
    ) -> Outcome | None:
        """Return the person's answer, or ask and return nothing."""
        folded = outcomes.fold(word)
        if folded in self.answers:
            return self.answers[folded]
        self.questions.ask("outcome", word, why, self.view.place(row, column), guess)
        return None

    def date(self, row: int, text: str) -> date | None:
        """Return the date; ask where only the order of day and month is missing."""
        found = dates.parse(text, self.order)
        if found is None and self.order is None and dates.looks_like_date(text):
            why = "day and month of this date could be either way round; say which stands first"
            self.questions.ask("date", text, why, self.view.place(row), None)
        elif found is None and self.dated and _says_a_day(text):
            self.no_dates[self.view.place(row)] = f"“{text}” is no date: {_NO_DATE}"
        return found

    def cells_of(self, row: int, result: Round) -> list[tuple[str, str]]:
        """Return the cells of another cycle as (heading, text), so that nothing is lost."""
        if not result.has_outcome:
            return []
        columns = [*result.fields.values(), *(column for _, column in result.flags)]
        headings = self.view.columns.headings
        cells = [(headings[column].label, self.view.cell(row, column)) for column in columns]
        return [(heading, text) for heading, text in cells if text]


def _is_result_heading(columns: Columns, column: int) -> bool:
    """Tell a column whose heading is one of results."""
    heading = columns.headings[column]
    names = {name for name, _ in (fields_of(heading.text) or fields_of(heading.above))}
    return bool(names & {"outcome", "result"})


def _says_a_day(text: str) -> bool:
    """Tell a text from a dash or a word such as "n/a" or "pending"."""
    return any(map(str.isalnum, text)) and not outcomes.is_result(text)
