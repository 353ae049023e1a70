"""Taking attendance: one key, one durable change; what was noted before stays in the history."""

from collections.abc import Mapping
from typing import Any

from changedesk.people.actions import person_called
from changedesk.people.records import Person
from changedesk.store.change import Change
from changedesk.store.errors import UserError
from changedesk.store.text import clean
from changedesk.store.workspace import Workspace
from changedesk.training.records import Attendance, Enrolment, TrainingSession
from changedesk.training.words import ATTENDANCES

_WORDS = {choice.code: choice.label.lower() for choice in ATTENDANCES}
CODES = tuple(_WORDS)


def note(
    workspace: Workspace,
    enrolment: int,
    outcome: str,
    *,
    minutes: int | None = None,
    score: int | None = None,
    passed: bool = False,
    remark: str = "",
    initiator: object = None,
) -> int:
    """Note what became of an enrolment and return the key of the attendance.

    A correction is another one: the newest counts. Raises UserError for an unknown outcome.
    """
    if outcome not in _WORDS:
        raise UserError(f"“{outcome}” is no attendance: use one of {', '.join(CODES)}.")
    record = workspace.get(Enrolment, enrolment)
    name = workspace.get(Person, record.person_id).name
    told = {"minutes": minutes, "score": score, "passed": passed, "remark": remark}
    session = workspace.get(TrainingSession, record.session_id)
    with workspace.change(f"Note {name}: {_WORDS[outcome]}", initiator=initiator) as change:
        _hold(change, session)
        return _add(change, enrolment, outcome, told)


def walk_in(
    workspace: Workspace,
    session: int,
    name: str,
    *,
    minutes: int | None = None,
    initiator: object = None,
) -> int:
    """Note that somebody came without being invited; return the key of the enrolment.

    Somebody of that name is known already or is made; who is enrolled after all has attended.
    Raises UserError for an empty name.
    """
    name = " ".join(clean(name).split())
    if not name:
        raise UserError("Type the name of who came.")
    record = workspace.get(TrainingSession, session)
    with workspace.change(f"Walk-in at {record.code}: {name}", initiator=initiator) as change:
        _hold(change, record)
        person = person_called(workspace, change, name)
        known = workspace.find(Enrolment, session=session, person=person)
        if known is not None:
            key = known.id
        else:
            fresh = {"session": session, "person": person, "walk_in": True}
            (key,) = change.add_many(Enrolment, [fresh])
        _add(change, key, "attended", {"minutes": minutes})
    return int(key)


def _hold(change: Change, session: TrainingSession) -> None:
    # A session whose attendance is taken has begun.
    if session.status in ("planned", "open"):
        change.set(session, status="held")


def _add(change: Change, enrolment: int, outcome: str, told: Mapping[str, Any]) -> int:
    (key,) = change.add_many(
        Attendance,
        [{"enrolment": enrolment, "outcome": outcome, "at": change.now_ms, **told}],
    )
    return int(key)
