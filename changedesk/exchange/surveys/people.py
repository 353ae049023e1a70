"""Who answered and when: what the columns of a tool say about each response."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from changedesk.exchange.dates import Order
from changedesk.exchange.headings import normal
from changedesk.exchange.surveys.choices import Choices
from changedesk.exchange.surveys.drafts import Source
from changedesk.exchange.surveys.table import AnswerTable, Column
from changedesk.exchange.surveys.uses import Used
from changedesk.exchange.surveys.values import (
    folded,
    moment,
    number,
    seconds_between,
    time_order,
    whole,
)

_TOOL_ORDER: dict[Source, Order] = {"ms_forms": "month", "surveymonkey": "month"}
_NOT_FINISHED = frozenset(
    [
        "0",
        "false",
        "no",
        "falsch",
        "faux",
        "falso",
        "nein",
        "non",
        "partial",
        "incomplete",
        "disqualified",
        "unvollständig",
    ]
)
_TIMES = ("started", "submitted", "ended")
_NOBODY = frozenset({"anonymous", "anonym", "anonyme", "anónimo", "anônimo", "anonimo", "anoniem"})
_OWN_IDS = frozenset({"surveymonkey", "qualtrics", "kobo"})


@dataclass(frozen=True, slots=True)
class Person:
    """What is known of a response beside its answers."""

    identity: str
    source_id: str
    submitted: datetime | None
    started: datetime | None
    seconds: int | None
    complete: bool
    texts: dict[str, str]


class People:
    """Reads what the columns of the tool say, row by row, in the order of the responses."""

    def __init__(self, table: AnswerTable, used: Sequence[Used], choices: Choices) -> None:
        self._source = table.source
        self._said = [(c.heading, c.texts) for c in table.columns if c.heading]
        self._by_use: dict[str, list[Column]] = {}
        for one in used:
            self._by_use.setdefault(one.system, []).append(one.column)
        times = [column for name in _TIMES for column in self._by_use.get(name, ())]
        usual = _TOOL_ORDER.get(table.source)
        if table.source == "google_forms" and times and normal(times[0].text) != "timestamp":
            usual = "day"
        self._order = choices.date_order or time_order(
            [text for column in times for text in column.filled()], usual
        )
        self._times: dict[str, int] = {}
        self.unread_times = 0

    def read(self, at: int) -> Person:
        """Return who gave the response with this number from 0."""
        started = self._moment("started", at)
        submitted = self._moment("submitted", at) or self._moment("ended", at)
        first = self._text("first_name", at)
        names = " ".join(filter(None, (first, self._text("name", at))))
        texts = {
            name: self._text(name, at)
            for name in ("email", "group", "site", "role", "wave", "code")
        }
        texts["name"] = names
        for name in ("email", "name"):
            if folded(texts[name]) in _NOBODY:
                texts[name] = ""
        ident = self._text("source_id", at)
        return Person(
            self._identity(ident, at), ident, submitted, started,
            self._seconds(at) if "seconds" in self._by_use else seconds_between(started, submitted),
            self._complete(at), texts,
        )  # fmt: skip

    def _text(self, name: str, at: int) -> str:
        return next((c.texts[at] for c in self._by_use.get(name, ()) if c.texts[at]), "")

    def _moment(self, name: str, at: int) -> datetime | None:
        text = self._text(name, at)
        found = moment(text, self._order)
        self.unread_times += bool(text) and found is None
        return found

    def _seconds(self, at: int) -> int | None:
        found = number(self._text("seconds", at))
        return round(found) if found is not None and found >= 0 else None

    def _complete(self, at: int) -> bool:
        finished = self._text("finished", at)
        if finished:
            return folded(finished) not in _NOT_FINISHED
        progress = whole(self._text("progress", at))
        if progress is not None:
            return progress >= 100
        if self._source == "limesurvey" and "submitted" in self._by_use:
            return bool(self._text("submitted", at))
        return folded(self._text("status", at)) not in _NOT_FINISHED

    def _identity(self, ident: str, at: int) -> str:
        """Return the same mark for the same response, whichever export it is read from.

        Numbers that a tool counts for each form begin again with the next form: its start, which
        stays when a response is finished later, tells them apart. A row without an id is known by
        all that it says; a row that says the same once more is another response.
        """
        if ident and self._source in _OWN_IDS:
            return _mark(self._source, ident)
        if ident and self._source != "own":
            return _mark(self._source, ident, self._text("started", at))
        said = [f"{heading}\0{texts[at]}" for heading, texts in self._said if texts[at]]
        mark = _mark(self._source, *sorted(said))
        self._times[mark] = self._times.get(mark, 0) + 1
        times = self._times[mark]
        return mark if times == 1 else _mark(mark, str(times))


def _mark(*parts: str) -> str:
    return sha256("\x1f".join(parts).encode()).hexdigest()[:32]
