"""Takes from a draft what could tell who answered: nobody can put it back."""

import hmac
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256

from changedesk.exchange.surveys.drafts import ColumnGuess, RespondentDraft, SurveyDraft

Shuffle = Callable[[list[RespondentDraft]], object]
_TELLING = frozenset({"source_id", "started", "submitted", "seconds", "email", "name", "code"})


def sealed(key: bytes, text: str) -> str:
    """Return a keyed hash: the same for the same text and key, and nothing to anybody else."""
    return hmac.new(key, text.encode(), sha256).hexdigest()


def anonymise(draft: SurveyDraft, shuffle: Shuffle, key: bytes) -> SurveyDraft:
    """Return the draft without times, names, addresses, ids, places in the file, and order.

    The identity of a row and a self-made code become keyed hashes, so that the same file adds
    nothing twice and waves can be paired. `shuffle` puts a list into random order.
    """
    if not key:
        raise ValueError("a key is needed to seal what identifies a row")
    people = [_stripped(one, key) for one in draft.respondents]
    # Sorted first: then the order of the file cannot be had back by undoing the shuffle.
    people.sort(key=lambda one: one.identity)
    shuffle(people)
    columns = tuple(_told(column) for column in draft.columns)
    return replace(draft, respondents=tuple(people), columns=columns, anonymous=True)


def _stripped(one: RespondentDraft, key: bytes) -> RespondentDraft:
    return replace(
        one,
        identity=sealed(key, one.identity),
        source_id="",
        submitted=None,
        started=None,
        seconds=None,
        email="",
        name="",
        code=sealed(key, " ".join(one.code.casefold().split())) if one.code else "",
        where=None,
    )


def _told(column: ColumnGuess) -> ColumnGuess:
    if column.use not in _TELLING:
        return column
    what = "kept as a keyed hash only" if column.use in {"code", "source_id"} else "left out"
    return replace(column, left_out=f"the survey is anonymous: {what}")
