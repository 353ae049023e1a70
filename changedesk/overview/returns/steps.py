"""The steps of a UAT workbook: what was filled in becomes results by whoever returned it."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from changedesk.exchange import outcomes
from changedesk.exchange.returns.rows import KnownRows
from changedesk.exchange.returns.values import Read, Said, as_exported, read_outcome
from changedesk.overview.returns.tables import (
    Author,
    Context,
    DecidedRow,
    FillableTable,
    TableState,
    Values,
    Written,
)
from changedesk.overview.returns.whom import people_called
from changedesk.store.change import Change
from changedesk.store.heads import id_map
from changedesk.store.replica import add_as
from changedesk.uat.cycles import refuse_closed
from changedesk.uat.marks import DISPUTED
from changedesk.uat.records import StepResult
from changedesk.uat.returning import Filled, StepRows, record_filled, returned_steps
from changedesk.uat.workbook import STEP_COLUMNS

_REFERENCE, _SCRIPT, _DO, _OUTCOME = 0, 1, 2, 6
_DISPUTED = "disputed"
_LAST_YEAR = 2200


class StepTable(FillableTable):
    """Rows are steps of runs; a row becomes a result, beside others that it did not know of."""

    key = "steps"
    columns = STEP_COLUMNS
    whole_rows = True
    both = True

    def readers(self, state: TableState) -> dict[str, Read]:
        """Read outcomes by the documented words of every language."""
        found = super().readers(state)
        plain = found["date"]
        return {**found, "outcome": read_outcome, "date": lambda value: _tested_on(plain(value))}

    def state(self, context: Context) -> TableState:
        """Read the steps of the cycle."""
        cycle = _cycle(context)
        found = returned_steps(context.workspace, cycle, context.seen)
        rows = {**(found.then or {}), **found.now}
        told = [one for (table, _), one in context.file.meta.ids.items() if table == self.key]
        exported = told or ([] if context.made_for else list(found.then or found.now))
        known = KnownRows(
            names={key: str(row[_REFERENCE]) for key, row in rows.items()},
            references={str(row[_REFERENCE]).upper(): key for key, row in rows.items()},
            shown="ref",
            witness="do",
            texts={key: as_exported(str(row[_DO] or "")) for key, row in rows.items()},
        )
        # Rows that did not change since the export are the same object: they are read once.
        now = {key: _values(row) for key, row in found.now.items()}
        then = None
        if found.then is not None:
            same = found.now
            then = {
                key: now[key] if same.get(key) is row else _values(row)
                for key, row in found.then.items()
            }
        return TableState(
            known, now, then, [one for one in exported if one in rows], found,
            found.then if found.texts_stand else None,
        )  # fmt: skip

    def judge(self, then: Values | None, now: Values, said: Values) -> dict[str, str]:  # noqa: ARG002
        """Refuse words without an outcome, and an outcome that was emptied."""
        outcome = said.get("outcome", now["outcome"])
        found = {}
        if "outcome" in said and not said["outcome"]:
            found["outcome"] = (
                "the outcome was emptied: a result is never deleted by a returned workbook"
            )
            outcome = now["outcome"]
            for column, text in said.items():
                if column in ("actual", "comment") and _is_outcome(text):
                    found[column] = f"“{text}” stands in the wrong column: the outcome was emptied"
        if outcome == _DISPUTED:
            why = "the step is disputed: choose an outcome"
            found |= dict.fromkeys(said, why)
        if not outcome:
            for column, text in said.items():
                if column == "outcome":
                    continue
                wrong = column != "date" and _is_outcome(text)
                found[column] = (
                    f"“{text}” stands in the wrong column: the outcome of this step is empty"
                    if wrong
                    else "the outcome of this step is empty: choose one"
                )
        return found

    def write(
        self,
        context: Context,
        change: Change,
        state: TableState,
        rows: Sequence[DecidedRow],
        author: Author,
    ) -> Written:
        """Add a result for each row."""
        cycle, found = _cycle(context), state.handle
        testers = _testers(context, rows)
        filled = [_filled(found, state, row, author, testers) for row in rows]
        events = record_filled(context.workspace, change, cycle, filled)
        keys = add_as(context.workspace, change, author.origin, StepResult, events)
        units = (f"{self.key}/{row.id}" for row in rows)
        written = Written(events=dict(zip(units, keys, strict=True)))
        written.add("result", len(keys))
        return written


def _is_outcome(text: str) -> bool:
    word = outcomes.read(text)
    return bool(word.known and word.outcome)


def _cycle(context: Context) -> int:
    with context.workspace.connected() as sql:
        key = id_map(sql, [bytes.fromhex(context.subject)])[bytes.fromhex(context.subject)]
    refuse_closed(context.workspace, key)
    return key


def _values(row: Sequence[Any]) -> Values:
    outcome, actual, comment, day = row[_OUTCOME:]
    return {
        "outcome": _DISPUTED if outcome == DISPUTED.text else outcome,
        "actual": as_exported(actual),
        "comment": as_exported(comment),
        "date": day.isoformat() if day else "",
    }


def _tested_on(said: Said) -> Said:
    # Later ones are a slip of the keys, and no moment that a result could bear.
    if said.text and date.fromisoformat(said.text).year > _LAST_YEAR:
        return Said(why=f"{said.text} cannot be the day of a test: look at the year")
    return said


def _testers(context: Context, rows: Sequence[DecidedRow]) -> dict[str, int]:
    """Return the people who are named by what was written over the tester of a row."""
    names = {row.tester for row in rows if row.tester}
    found = people_called(context.workspace, names)
    return {name: keys[0] for name, keys in found.items() if len(keys) == 1}


def _filled(
    found: StepRows,
    state: TableState,
    row: DecidedRow,
    author: Author,
    testers: Mapping[str, int],
) -> Filled:
    blank = {"outcome": "", "actual": "", "comment": "", "date": ""}
    beside = row.manner == "both" and state.then is not None
    base = (state.then or {}).get(row.id, blank) if beside else state.now.get(row.id, blank)
    values = {**base, **row.values}
    heads = found.heads_then if beside else found.heads_now
    if beside and row.id not in (state.then or {}):
        heads = {}
    # Words beside a step that had no outcome when it was exported go with the one it has now.
    now = state.now.get(row.id, blank)
    outcome = values["outcome"] or now["outcome"]
    if outcome == _DISPUTED:
        outcome = now["outcome"]  # settled since; where it is not, the row was refused
    # A pass with a remark is a pass that says so.
    comment = values["comment"] or row.notes.get("outcome", "")
    return Filled(
        found.places[row.id],
        outcome,
        values["actual"],
        comment,
        midday_ms(row.values["date"]) if row.values.get("date") else author.at_ms,
        author.person if row.tester is None else testers.get(row.tester),
        tuple(heads.get(row.id, ())),
        # A name that nobody here has is nobody's, and certainly not that of who was planned.
        planned=row.tester is None,
    )


def midday_ms(day: str) -> int:
    """Return noon of an ISO day here, as a moment."""
    found = date.fromisoformat(day)
    return int(datetime(found.year, found.month, found.day, 12).astimezone().timestamp() * 1000)
