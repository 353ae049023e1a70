"""When anonymous answers come into the journal: as batches that nobody can be told from.

While a wave is open, as many answers as the smallest group has are held back, drawn by lot; so the
last batch is never smaller, and two looks at the figures never differ by one person.
"""

import hashlib
import hmac
import secrets
from collections.abc import Iterable, Sequence

from changedesk.store import heads, sealed
from changedesk.store.change import Change
from changedesk.store.secret import kept_secret
from changedesk.store.workspace import Workspace
from changedesk.survey.queries import WaveRow
from changedesk.survey.records import AnswerBatch


def seal_due(
    workspace: Workspace, change: Change, wave: WaveRow, least: int, *, last: bool = False
) -> int:
    """Put waiting answers into a batch where enough of them wait; return how many went in.

    `last` is for closing: nothing is held back, and fewer than `least` stay waiting for good.
    """
    keys = waiting(workspace, wave)
    if last:
        due = keys if len(keys) >= least else []
    else:
        ready = len(keys) - least
        due = secrets.SystemRandom().sample(keys, ready) if ready >= least else []
    if due:
        seal(workspace, change, wave, due)
    return len(due)


def seal(
    workspace: Workspace,
    change: Change,
    wave: WaveRow,
    keys: Sequence[bytes],
    sources: Iterable[str] = (),
) -> int:
    """Put answers into a batch of their own; return the key of its record."""
    with workspace.connected() as sql:
        batch = change.add(
            AnswerBatch(
                wave=wave.id,
                size=len(keys),
                digest=sealed.digest_of(sql, keys),
                sources=" ".join(sorted(sources)),
            )
        )
        sealed.commit(sql, bytes.fromhex(workspace.uid_of(batch.id)), keys)
    return int(batch.id)


def waiting(workspace: Workspace, wave: WaveRow) -> list[bytes]:
    """Return the keys of the answers to a wave that wait for a batch.

    Answers whose batch was undone wait again, but for those that an import brought: that import
    can be done again.
    """
    with workspace.connected() as sql:
        found = sealed.loose(sql, wave.uid)
        batches = heads.id_map(sql, {uid for row in found for uid in row.batches})
        texts = heads.journal_texts(sql, list(batches.values()))
        undone = sealed.taken_back(sql) if batches else set()
    going_on = {uid for uid, key in batches.items() if not texts[key].get("sources")} & undone
    return [row.key for row in found if going_on.issuperset(row.batches)]


def source_mark(wave: WaveRow, identity: str) -> str:
    """Return what is kept of where a named or confidential answer came from, to know it again."""
    return hmac.new(wave.uid, identity.encode(), hashlib.sha256).digest()[:12].hex()


def secret_mark(wave: WaveRow, identity: str) -> str:
    """Return what is kept of where an anonymous answer came from, to know its row again.

    A row may name a person, a time and answers: the mark is made under a secret that no workspace
    holds, so nobody who has the file can try out who said what. Another installation makes other
    marks: there the same file would come in a second time.
    """
    return kept_secret(b"source", wave.uid, identity.encode())[:12].hex()


def known_sources(workspace: Workspace, wave: WaveRow) -> set[str]:
    """Return the marks of the rows whose answers count in a wave."""
    rows = workspace.rows(
        AnswerBatch.select(AnswerBatch.sources).where(AnswerBatch.wave == wave.id)
    )
    return {mark for row in rows for mark in row.sources.split()}
