"""Taking in what one person answers: in the kiosk, on paper, or in a form that came back."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from changedesk.store import heads, sealed
from changedesk.store.change import Change
from changedesk.store.errors import UserError
from changedesk.store.workspace import Workspace
from changedesk.survey.answer_values import sentence
from changedesk.survey.answering import Questionnaire
from changedesk.survey.given import (
    CONTINUES,
    GROUP,
    LINK,
    PARTIAL,
    ROLE,
    SITE,
    packed,
)
from changedesk.survey.queries import (
    Asking,
    SurveyRow,
    WaveRow,
    questionnaire,
    survey_row,
    wave_row,
)
from changedesk.survey.records import AnswerBatch, Response, Wave
from changedesk.survey.sealing import seal_due, waiting


@dataclass(frozen=True, slots=True)
class Respondent:
    """What is known of who answers. `link` is the hash of the person's own code (see `linking`).

    A person is kept in identified mode alone.
    """

    group: int | None = None
    person: int | None = None
    site: str = ""
    role: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Arrival:
    """How a response came in.

    `continues` is the name of a partial one that this one goes on from; `source` is what tells a
    form from others; `seconds` is how long it took. Of an anonymous one only `continues` is kept.
    """

    channel: str = "kiosk"
    continues: str = ""
    source: str = ""
    seconds: int | None = None


NOBODY = Respondent()
BY_KIOSK = Arrival()


def take_response(
    workspace: Workspace,
    wave: int,
    answers: Mapping[str, object],
    who: Respondent = NOBODY,
    how: Arrival = BY_KIOSK,
    *,
    reached: str | None = None,
) -> str:
    """Take in one response and return the name by which it can be gone on from.

    `reached` is the key of the last question that an interrupted person saw; then the response is
    partial and nothing has to be answered. Raises UserError for a wave that is not open, for an
    answer that cannot be, and for a required one that lacks.
    """
    where = wave_row(workspace, wave)
    survey = survey_row(workspace, where.survey)
    if where.status != "open":
        raise UserError(f"{where.title} is not open: open it before answers are taken in.")
    told = questionnaire(workspace, survey.id)
    partial = reached is not None
    _refuse_faults(told, answers, partial=partial)
    settled = told.settled(answers, reached)
    if survey.anonymous:
        about = _about(workspace, who) | {PARTIAL: partial, CONTINUES: how.continues}
        return _seal_one(workspace, survey, where, settled, about)
    with workspace.change(f"Take in a response to {where.title}") as change:
        record = change.add(
            Response(
                wave=wave,
                group=who.group,
                person=who.person if survey.mode == "identified" else None,
                site=who.site,
                role=who.role,
                channel=how.channel,
                submitted=change.now_ms,
                seconds=how.seconds,
                partial=partial,
                continues=_record(workspace, how.continues),
                answered=answered(told, settled),
                link_code=who.link,
                source_id=how.source,
                answers=packed(settled),
            )
        )
    return workspace.uid_of(record.id)


def answered(told: Questionnaire[Asking], settled: Mapping[str, object]) -> int:
    """Return how many questions were answered, of settled answers."""
    return sum(
        one.key in settled and not isinstance(settled[one.key], Mapping) for one in told.questions
    )


def _refuse_faults(
    told: Questionnaire[Asking], answers: Mapping[str, object], *, partial: bool
) -> None:
    for key, fault in told.faults(answers).items():
        if not (partial and fault.code == "required"):
            raise UserError(f"“{told.question(key).text}” {sentence(fault)}")


def _record(workspace: Workspace, name: str) -> int | None:
    if not name:
        return None
    with workspace.connected() as sql:
        key = heads.id_map(sql, [bytes.fromhex(name)]).get(bytes.fromhex(name))
    if key is None:
        raise UserError("The response that this one goes on from is not there any more.")
    return key


def _about(workspace: Workspace, who: Respondent) -> dict[str, object]:
    return {
        GROUP: workspace.uid_of(who.group) if who.group else "", SITE: who.site, ROLE: who.role,
        LINK: who.link,
    }  # fmt: skip


def _seal_one(
    workspace: Workspace,
    survey: SurveyRow,
    wave: WaveRow,
    settled: dict[str, object],
    about: dict[str, object],
) -> str:
    with workspace.change(f"Take in answers to {wave.title}") as change:
        with workspace.connected() as sql:
            before = about[CONTINUES]
            if before and (replaced := sealed.remove(sql, bytes.fromhex(str(before)))):
                # Two halves of one person's answers must not fill a batch like two people.
                about[CONTINUES] = json.loads(replaced).get(CONTINUES, "")
            text = packed(settled | {name: value for name, value in about.items() if value})
            (key,) = sealed.add(sql, wave.uid, [text])
        seal_due(workspace, change, wave, survey.min_cell)
    return key.hex()


def waiting_answers(workspace: Workspace, wave: int) -> int:
    """Return how many anonymous answers wait until there are enough of them."""
    return len(waiting(workspace, wave_row(workspace, wave)))


def remove_response(workspace: Workspace, response: int) -> None:
    """Take one response out: its history stays, and it no longer counts."""
    record = workspace.get(Response, response)
    wave = workspace.get(Wave, record.wave_id)
    _refuse_closed(wave)
    with workspace.change(f"Take a response to {wave.title} out") as change:
        change.delete(record)


def withdraw_responses(workspace: Workspace, change: Change, waves: list[int]) -> int:
    """Withdraw, within a change, all that was answered in waves."""
    rows = workspace.rows(Response.select(Response.id).where(Response.wave.in_(waves)))
    change.delete_many(Response, [row.id for row in rows])
    batches = workspace.rows(AnswerBatch.select(AnswerBatch.id).where(AnswerBatch.wave.in_(waves)))
    change.delete_many(AnswerBatch, [row.id for row in batches])
    return len(rows) + len(batches)


def _refuse_closed(wave: Wave) -> None:
    if wave.status == "closed":
        raise UserError(f"{wave.title} is closed: reopen it before a response is taken out.")
