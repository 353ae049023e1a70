"""What was answered: the responses that count, whether told of in the journal or sealed.

Beside the answers, a sealed one holds what groups it, under names that no question can have:
the UUID of the group, site, role, the hash of the person's own code, whether it is partial, and
the key of the answer that it goes on from.
"""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from changedesk.store import heads, sealed
from changedesk.store.workspace import Workspace
from changedesk.survey.answer_values import OTHER
from changedesk.survey.queries import WaveRow
from changedesk.survey.records import Response

GROUP, SITE, ROLE, LINK, PARTIAL, CONTINUES = (
    "/group",
    "/site",
    "/role",
    "/link",
    "/partial",
    "/continues",
)
Answers = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Given:
    """One response that counts. `key` names it: a UUID, or the random key of a sealed one.

    `answers` holds for each key of a question its value, a list of values, or an object with the
    reason why there is none. `record` is None for a sealed one.
    """

    key: str
    wave: int
    group: int | None
    site: str
    role: str
    partial: bool
    answers: Answers
    record: int | None = None
    person: int | None = None
    link: str = ""
    channel: str = ""
    submitted: int | None = None
    seconds: int | None = None
    continues: str = ""


def packed(answers: Answers) -> str:
    """Return answers as they are kept: the same text for the same answers."""
    return json.dumps(answers, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def given(workspace: Workspace, waves: Collection[WaveRow]) -> list[Given]:
    """Return the responses to waves that count; of sealed ones the order tells nothing.

    A response that another one goes on from does not count.
    """
    found = [*_told(workspace, waves), *_sealed(workspace, waves)]
    gone_on = {one.continues for one in found if one.continues}
    return [one for one in found if one.key not in gone_on]


def _told(workspace: Workspace, waves: Collection[WaveRow]) -> list[Given]:
    rows = workspace.rows(
        Response.select(
            Response.id, Response.wave, Response.group, Response.person, Response.site,
            Response.role, Response.channel, Response.submitted, Response.seconds,
            Response.partial, Response.continues, Response.link_code, Response.answers,
        )
        .where(Response.wave.in_([wave.id for wave in waves]))
        .order_by(Response.id)
    )  # fmt: skip
    with workspace.connected() as sql:
        wanted = {row.id for row in rows} | {row.continues for row in rows if row.continues}
        uids = {key: known.uid.hex() for key, known in heads.known(sql, wanted).items()}
    return [
        Given(
            uids[row.id], row.wave, row.group, row.site, row.role, bool(row.partial),
            json.loads(row.answers or "{}"), row.id, row.person, row.link_code, row.channel,
            row.submitted, row.seconds, uids[row.continues] if row.continues else "",
        )
        for row in rows
    ]  # fmt: skip


def _sealed(workspace: Workspace, waves: Collection[WaveRow]) -> list[Given]:
    by_uid = {wave.uid: wave.id for wave in waves}
    if not by_uid:
        return []
    with workspace.connected() as sql:
        rows = sealed.standing(sql, list(by_uid))
        told = [(row, json.loads(row.answers)) for row in rows]
        uids = {bytes.fromhex(answers[GROUP]) for _, answers in told if GROUP in answers}
        groups = {uid.hex(): key for uid, key in heads.id_map(sql, uids).items()}
    return [_opened(row, by_uid[row.wave], answers, groups) for row, answers in told]


def _opened(
    row: sealed.Sealed, wave: int, answers: dict[str, Any], groups: Mapping[str, int]
) -> Given:
    about = {name: answers.pop(name, "") for name in (GROUP, SITE, ROLE, LINK, CONTINUES)}
    partial = bool(answers.pop(PARTIAL, False))
    return Given(
        row.key.hex(), wave, groups.get(about[GROUP]), about[SITE], about[ROLE], partial, answers,
        link=about[LINK], continues=about[CONTINUES],
    )  # fmt: skip


def answers_in_all(workspace: Workspace) -> tuple[int, int]:
    """Return how many responses count in the whole workspace, and how many answers they hold."""
    told = workspace.rows(Response.select(Response.id, Response.continues, Response.answered))
    gone_on = {row.continues for row in told if row.continues}
    counted = [row.answered or 0 for row in told if row.id not in gone_on]
    with workspace.connected() as sql:
        rows = [(row.key.hex(), json.loads(row.answers)) for row in sealed.standing(sql)]
    left = {answers.get(CONTINUES) for _, answers in rows}
    counted += [
        sum(
            not isinstance(value, dict) and not key.startswith("/") and not key.endswith(OTHER)
            for key, value in answers.items()
        )
        for name, answers in rows
        if name not in left
    ]
    return len(counted), sum(counted)
