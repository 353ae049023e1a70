"""The attendance of a training workbook: what was filled in becomes attendance, an event."""

from collections.abc import Mapping, Sequence
from typing import Any

from changedesk.exchange.cells import number_text
from changedesk.exchange.change.attendance import documented_state
from changedesk.exchange.returns.file import CellValue
from changedesk.exchange.returns.rows import KnownRows
from changedesk.exchange.returns.values import (
    Read,
    Said,
    as_exported,
    read_integer,
    read_minutes,
)
from changedesk.overview.returns.tables import (
    Author,
    Context,
    DecidedRow,
    FillableTable,
    TableState,
    Values,
    Written,
    misfits,
)
from changedesk.overview.training_workbook import ATTENDANCE_COLUMNS
from changedesk.store.change import Change
from changedesk.store.engine import Sql
from changedesk.store.heads import types_of
from changedesk.store.past import Vector, made_since, values_then, written_since
from changedesk.store.replica import add_as
from changedesk.store.spec import spec_of
from changedesk.training.attendance import CODES
from changedesk.training.records import Attendance, Enrolment, TrainingSession

_KEYS = ("outcome", "minutes", "score", "passed", "remark")


_FIELDS = {one.name: one for one in spec_of(Attendance).fields}


class AttendanceTable(FillableTable):
    """Rows are enrolments; a row becomes an attendance, of which the newest counts."""

    key = "attendance"
    columns = ATTENDANCE_COLUMNS
    whole_rows = True

    def state(self, context: Context) -> TableState:
        """Read who is enrolled in the project's sessions, and what became of it."""
        with context.workspace.snapshot(), context.workspace.connected() as sql:
            rows = sql.rows(
                "SELECT n.id, e.uid, s.code, p.name, n.invitation FROM enrolment n "
                "JOIN entity e ON e.id = n.id JOIN training_session s ON s.id = n.session_id "
                "JOIN course c ON c.id = s.course_id JOIN person p ON p.id = n.person_id "
                "WHERE c.project_id = ? ORDER BY s.starts IS NULL, s.starts, s.id, n.id",
                (context.project,),
            )
            uids = {key: bytes(uid).hex() for key, uid, *_ in rows}
            invited = {key: invitation for key, _, _, _, invitation in rows}
            kept = _kept(sql, list(uids))
            now = {uids[key]: _values(invited[key], kept.get(key)) for key in uids}
            then = None
            if context.seen is not None:
                then, *others = [
                    self._then(context, seen, sql, kept, uids, invited)
                    for seen in (context.seen, *context.or_seen)
                ]
                then = _certain(then, others, now)
        names = {uids[key]: f"{name}, {session}" for key, _, session, name, _ in rows}
        references = {text: one for text, one in _references(context).items() if one in names}
        return TableState(
            KnownRows(
                names,
                references,
                "ref",
                witness="person",
                texts={uids[key]: as_exported(name) for key, _, _, name, _ in rows},
            ),
            now,
            then,
            list(references.values()),
            {uid: key for key, uid in uids.items()},
        )

    def _then(
        self,
        context: Context,
        seen: Vector,
        sql: Sql,
        kept: Mapping[int, Sequence[Any]],
        uids: Mapping[int, str],
        invited: Mapping[int, str],
    ) -> dict[str, Values]:
        written = written_since(sql, seen)
        types = types_of(sql, written)
        fresh = made_since(written)
        some = [
            key for key in written if types.get(key) in ("attendance", "enrolment")
            and key not in fresh
        ]  # fmt: skip
        stood = values_then(sql, context.workspace.schema, some, seen)
        marks = sql.by_keys("SELECT id, uid FROM entity WHERE id IN ({keys})", list(stood))
        ranks = {key: bytes(uid) for key, uid in marks}
        before: dict[int, list[Sequence[Any]]] = {}
        for enrolment, found in kept.items():
            before[enrolment] = [one for one in found if one[0] not in written]
        was_invited = dict(invited)
        for key, values in stood.items():
            if "enrolment" in values:
                row = (key, values["at"] or 0, ranks[key],
                       *(values[name] for name in _KEYS))  # fmt: skip
                before.setdefault(values["enrolment"], []).append(row)
            elif key in was_invited:
                was_invited[key] = values["invitation"]
        return {
            uid: _values(was_invited[key], before.get(key))
            for key, uid in uids.items()
            if key not in fresh
        }

    def readers(self, state: TableState) -> dict[str, Read]:
        """Read attendance in the words and marks that lists are kept in, and scores in percent."""
        found = super().readers(state)
        plain = found["outcome"]
        return {**found, "outcome": lambda value: _outcome(value, plain), "score": _score,
                "minutes": lambda value: read_minutes(value, "Minutes")}  # fmt: skip

    def judge(self, then: Values | None, now: Values, said: Values) -> dict[str, str]:  # noqa: ARG002
        """Refuse what is no attendance, figures without one, and those that cannot be."""
        wrong = misfits(_FIELDS, said)
        outcome = said.get("outcome", now.get("outcome", ""))
        if outcome in CODES:
            return wrong
        if "outcome" in said:
            why = (
                "the attendance was emptied: it is never deleted by a returned workbook"
                if not outcome
                else "this is an invitation, not what became of it"
            )
            return dict.fromkeys(said, why)
        return dict.fromkeys(said, "the attendance of this row is not taken: choose it")

    def write(
        self,
        context: Context,
        change: Change,
        state: TableState,
        rows: Sequence[DecidedRow],
        author: Author,
    ) -> Written:
        """Add an attendance for each row; a session whose attendance is taken was held."""
        events = []
        for row in rows:
            values = {**state.now[row.id], **row.values}
            events.append(
                {
                    "enrolment": state.handle[row.id],
                    "outcome": values["outcome"],
                    "minutes": int(values["minutes"]) if values["minutes"] else None,
                    "score": int(values["score"]) if values["score"] else None,
                    "passed": values["passed"] == "yes",
                    "remark": values["remark"],
                    "at": author.at_ms,
                }
            )
        add_as(context.workspace, change, author.origin, Attendance, events)
        _hold(context, change, [event["enrolment"] for event in events])
        written = Written()
        written.add("attendance", len(events))
        return written


def _outcome(value: CellValue, plain: Read) -> Said:
    said = plain(value)
    if not said.why:
        return said
    text = "yes" if value is True else number_text(value) if isinstance(value, float) else value
    code = documented_state(text) if isinstance(text, str) else ""
    return Said(code) if code in CODES else said


def _score(value: CellValue) -> Said:
    # “95%” typed into a cell is 0.95 to the program that keeps it; 1 may be 1 % or all of it.
    if isinstance(value, float) and 0 < value < 1:
        return Said(str(round(100 * value)))
    if value == 1 and not isinstance(value, bool):
        return Said(why="1 may be 1 % or 100 %: write the percent", suggestion="100")
    return read_integer(value, "Score (%)")


def _hold(context: Context, change: Change, enrolments: Sequence[int]) -> None:
    workspace = context.workspace
    query = (
        TrainingSession.select(TrainingSession.id)
        .join(Enrolment, on=Enrolment.session == TrainingSession.id)
        .where(Enrolment.id.in_(enrolments), TrainingSession.status.in_(["planned", "open"]))
        .distinct()
    )
    held = {row.id: {"status": "held"} for row in workspace.rows(query)}
    change.set_many(TrainingSession, held)


def _kept(sql: Sql, enrolments: Sequence[int]) -> dict[int, list[Sequence[Any]]]:
    found: dict[int, list[Sequence[Any]]] = {}
    for enrolment, key, at, uid, *told in sql.by_keys(
        "SELECT a.enrolment_id, a.id, COALESCE(a.at, 0), x.uid, a.outcome, a.minutes, a.score, "
        "a.passed, a.remark FROM attendance a JOIN entity x ON x.id = a.id "
        "WHERE a.enrolment_id IN ({keys})",
        enrolments,
    ):
        found.setdefault(enrolment, []).append((key, at, bytes(uid), *told))
    return found


def _values(invitation: str, noted: Sequence[Sequence[Any]] | None) -> Values:
    if not noted:
        return {"outcome": invitation, "minutes": "", "score": "", "passed": "", "remark": ""}
    _, _, _, outcome, minutes, score, passed, _ = max(noted, key=lambda row: (row[1], row[2]))
    return {
        "outcome": outcome,
        "minutes": "" if minutes is None else str(minutes),
        "score": "" if score is None else str(score),
        "passed": "yes" if passed else "",
        "remark": "",  # the sheet asks for a new one each time
    }


def _certain(
    then: Mapping[str, Values], others: Sequence[Mapping[str, Values]], now: Mapping[str, Values]
) -> dict[str, Values]:
    """Return what the rows said at export as far as all exports that it can be agree.

    Where the later ones tell an attendance that the first did not, the first counts: its mere
    invitation is nothing that somebody filled in. Anything else is compared with nothing.
    """
    return {
        uid: values
        for uid, values in then.items()
        if all(other.get(uid) == values for other in others)
        or (values["outcome"] not in CODES and now[uid] != values)
    }


def _references(context: Context) -> dict[str, str]:
    # A place in a list is no name of its own: only what the workbook itself says of it.
    return {
        as_exported(reference).upper().rpartition("-")[0]: one
        for (table, reference), one in context.file.meta.ids.items()
        if table == "attendance"
    }
