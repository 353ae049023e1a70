"""Answers that were left half-way: by which code a person comes back to them.

The code is drawn from the random name of the partial response. It tells nothing about who answered
or when, and is kept nowhere.
"""

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from changedesk.store import heads, sealed
from changedesk.store.errors import UserError
from changedesk.store.workspace import Workspace
from changedesk.survey.given import CONTINUES, GROUP, LINK, PARTIAL, ROLE, SITE
from changedesk.survey.queries import survey_row, wave_row
from changedesk.survey.records import Response
from changedesk.survey.responding import remove_response

# No vowels, so that no word comes up; nothing that reads like something else.
_LETTERS = "BCDFGHJKMNPQRSTVWXZ23456789"
CODE_LENGTH = 6
_HEAD = 3


@dataclass(frozen=True, slots=True)
class HalfDone:
    """A partial response that can be gone on from; `link` is the hash of the person's own code."""

    name: str
    answers: dict[str, Any]
    group: int | None
    person: int | None
    link: str


def code_of(name: str) -> str:
    """Return the code by which a partial response is found again, such as K7M-2QX."""
    number = int.from_bytes(hashlib.sha256(b"goingon1" + bytes.fromhex(name)).digest()[:8])
    letters = []
    for _ in range(CODE_LENGTH):
        number, place = divmod(number, len(_LETTERS))
        letters.append(_LETTERS[place])
    code = "".join(letters)
    return f"{code[:_HEAD]}-{code[_HEAD:]}"


def half_done(
    workspace: Workspace, wave: int, *, code: str = "", link: str = ""
) -> HalfDone | None:
    """Return the partial response of a wave that has this code, or this hash of an own code.

    One that was gone on from is not found any more.
    """
    wanted = _plain(code)
    found = [
        one
        for one in _open(workspace, wave)
        if (wanted and _plain(code_of(one.name)) == wanted) or (link and one.link == link)
    ]
    # Two people may have made the same code of their own: then neither sees the other's answers.
    return found[0] if len(found) == 1 else None


def take_out(workspace: Workspace, wave: int, name: str) -> None:
    """Take out one response that was just taken in, by its name.

    Raises UserError for a sealed one that is among others already.
    """
    where = wave_row(workspace, wave)
    if not survey_row(workspace, where.survey).anonymous:
        with workspace.connected() as sql:
            key = heads.id_map(sql, [bytes.fromhex(name)]).get(bytes.fromhex(name))
        if key is None:
            raise UserError("This response is not there any more.")
        remove_response(workspace, key)
        return
    if where.status == "closed":
        raise UserError(f"{where.title} is closed: reopen it before a response is taken out.")
    with workspace.change(f"Take answers to {where.title} out"), workspace.connected() as sql:
        if not sealed.remove(sql, bytes.fromhex(name)):
            raise UserError(
                "These answers lie among others already, where nobody can tell them apart: they "
                "cannot be taken out any more."
            )


def _plain(code: str) -> str:
    return re.sub(r"[\W_]+", "", code).upper()


def _open(workspace: Workspace, wave: int) -> Iterator[HalfDone]:
    where = wave_row(workspace, wave)
    if survey_row(workspace, where.survey).anonymous:
        yield from _sealed(workspace, where.uid)
    else:
        yield from _told(workspace, wave)


def _told(workspace: Workspace, wave: int) -> Iterator[HalfDone]:
    rows = workspace.rows(
        Response.select(
            Response.id, Response.group, Response.person, Response.link_code, Response.partial,
            Response.continues, Response.answers,
        ).where(Response.wave == wave)
    )  # fmt: skip
    gone_on = {row.continues for row in rows}
    waiting = [row for row in rows if row.partial and row.id not in gone_on]
    with workspace.connected() as sql:
        found = heads.known(sql, [row.id for row in waiting])
    for row in waiting:
        uid, answers = found[row.id].uid.hex(), json.loads(row.answers or "{}")
        yield HalfDone(uid, answers, row.group, row.person, row.link_code)


def _sealed(workspace: Workspace, wave: bytes) -> Iterator[HalfDone]:
    with workspace.connected() as sql:
        rows = [*sealed.loose(sql, wave), *sealed.standing(sql, [wave])]
        told = {row.key.hex(): json.loads(row.answers) for row in rows}
        groups = heads.id_map(
            sql, {bytes.fromhex(one[GROUP]) for one in told.values() if GROUP in one}
        )
    gone_on = {one.get(CONTINUES) for one in told.values()}
    for key, answers in told.items():
        about = {name: answers.pop(name, "") for name in (GROUP, SITE, ROLE, LINK, CONTINUES)}
        if answers.pop(PARTIAL, False) and key not in gone_on:
            group = groups.get(bytes.fromhex(about[GROUP]))
            yield HalfDone(key, answers, group, None, about[LINK])
