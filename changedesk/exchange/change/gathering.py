"""What the reading of one file gathers: drafts, the account, words to ask about, remarks."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Literal

from changedesk.exchange.asked import Asked
from changedesk.exchange.change.drafts import ChangeDraft
from changedesk.exchange.change.negation import is_negated
from changedesk.exchange.change.scales import Level, Span, is_unrated, read_level, span_of
from changedesk.exchange.change.states import States, state
from changedesk.exchange.change.tables import ChangeTable, TableRow, Tally
from changedesk.exchange.drafts import Place, Question, RowNote
from changedesk.exchange.headings import normal

About = Literal[
    "level", "engagement", "attendance", "shift", "date", "message_state", "impact_state"
]
Values = dict[str, str | int | bool]
LONGEST_TITLE = 200
_ALWAYS_RATED = {"level", "power", "influence"}
_WHY: dict[About, str] = {
    "level": "this word is on no scale that is known; say how high it is",
    "engagement": "this word of attitude is not known; say which one it is",
    "attendance": "this state of a completion is not known; say what it means",
    "shift": "this code of the roster is not explained in the file; say what it means",
    "message_state": "this state of a message is not certain; say which one it is",
    "impact_state": "this state of an impact is not certain; say which one it is",
    "date": "day and month of this date could be either way round; say which stands first, "
    "or write it as 2026-05-31",
}


@dataclass
class Gathering:
    """Grows while the tables of a file are read."""

    asked: Asked
    tally: Tally = field(default_factory=Tally)
    drafts: list[ChangeDraft] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    unknown: dict[tuple[About, str], list[Place]] = field(default_factory=dict)
    suggested: dict[tuple[About, str], str] = field(default_factory=dict)
    doubts: dict[tuple[str, str], list[tuple[str, Place]]] = field(default_factory=dict)
    _keys: dict[str, str] = field(default_factory=dict)
    _times: defaultdict[str, int] = field(default_factory=lambda: defaultdict(int))

    @property
    def kept(self) -> Mapping[str, str]:
        """What a person said that unknown words mean."""
        return self.asked.words

    def ask(self, about: About, word: str, where: Place, suggestion: str = "") -> None:
        """Ask about a word, unless a person left it out."""
        if self.kept.get(word) == "":
            return
        places = self.unknown.setdefault((about, word), [])
        if where not in places:
            places.append(where)
        if suggestion:
            self.suggested[about, word] = suggestion

    def doubt(self, heading: str, why: str, text: str, where: Place) -> None:
        """Note a cell that was not read, or not to the letter.

        `why` is a sentence with the cells at its {}, and says what to do.
        """
        self.doubts.setdefault((heading, why), []).append((text, where))

    def findings(self) -> tuple[str, ...]:
        """Return the cells in doubt, a sentence for each column and reason."""
        return tuple(
            f"“{_line(heading)}”: {why.format(_listed(cells))}"
            for (heading, why), cells in self.doubts.items()
        )

    def questions(self) -> tuple[Question, ...]:
        """Return the words that nobody documented."""
        return tuple(
            Question(about, word, tuple(places), _WHY[about], self.suggested.get((about, word)))
            for (about, word), places in self.unknown.items()
        )

    def key(self, form: str, ident: str, title: str) -> str:
        """Return the same key for the same row each time a file of this form is read."""
        start = fingerprint(form)[:12]
        name = f"{start}#{folded(ident)}" if ident else f"{start}={folded(title)}"
        if ident and self._keys.setdefault(name, folded(title)) != folded(title):
            name = f"{name}={folded(title)}"
        self._times[name] += 1
        times = self._times[name]
        return name if times == 1 else f"{name}/{times}"

    def made(self, *drafts: ChangeDraft) -> None:
        """Take a row in that makes these records."""
        self.tally.made += 1
        self.drafts += drafts

    def skip(self, row: TableRow, why: str) -> None:
        """Leave a row out on purpose."""
        self.tally.skipped.append(RowNote(row.where, why))

    def reject(self, row: TableRow, why: str) -> None:
        """Note a row that cannot be read with certainty."""
        self.tally.rejected.append(RowNote(row.where, why))


@dataclass(frozen=True)
class Rating:
    """The column in which a field is rated, with its scale; `texts` are its other columns."""

    column: int
    span: Span

    def level(self, row: TableRow, work: Gathering) -> Level:
        """Return the level that a row gives; an unknown word is asked about."""
        text = row.texts[self.column] if self.column < len(row.texts) else ""
        level = read_level(text, self.span, work.kept)
        if level.unknown:
            work.ask("level", level.unknown, row.where)
        return level


def state_in(
    row: TableRow,
    states: States,
    about: Literal["message_state", "impact_state"],
    work: Gathering,
) -> str:
    """Return the state that a row names; one that is not certain is asked about, not guessed."""
    text = row.text("status")
    found = state(text, states, work.kept)
    if found is None:
        work.ask(about, text, row.where)
    return found or ""


def _listed(cells: Sequence[tuple[str, Place]]) -> str:
    told = ", ".join(f"“{_line(text)}” ({where})" for text, where in cells[:3])
    return f"{told} and {len(cells) - 3} more" if len(cells) > 3 else told


def _line(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:59]}…"


def rating(
    table: ChangeTable, rows: Sequence[TableRow], name: str, work: Gathering
) -> Rating | None:
    """Return where a field is rated; None where its columns hold sentences or nothing."""
    best, most = None, 0.5
    for column in table.columns(name):
        texts = [row.texts[column] for row in rows if not is_unrated(row.texts[column])]
        span = span_of(table.headings[column], texts)
        known = sum(read_level(text, span, work.kept).known for text in texts)
        if not texts or (known < most * len(texts) and (best or not _may_rate(name, texts, known))):
            continue
        best, most = Rating(column, span), max(known / len(texts), 0.5)
        if span.guessed:
            _note_guess(table, column, span, work)
    return best


def _may_rate(name: str, texts: Sequence[str], known: int) -> bool:
    """Tell words of a scale that few or none of us know: they are asked about, not passed over."""
    short = all(len(text) <= 30 and len(text.split()) <= 3 for text in texts)
    return short and (known > 0 or name in _ALWAYS_RATED)


def _note_guess(table: ChangeTable, column: int, span: Span, work: Gathering) -> None:
    heading = " ".join(table.headings[column].split())
    work.warnings.append(
        f"“{heading}” does not say its scale: read as {span.low} to {span.high}. Where that is "
        f"wrong, write the ends into the heading, such as “{heading} (1-3)”."
    )


def fingerprint(text: str) -> str:
    """Return a short mark of a text."""
    return sha256(text.encode()).hexdigest()[:16]


def folded(text: str) -> str:
    """Return a name as it is compared: case and spaces do not count."""
    return " ".join(text.casefold().split())


def titled(text: str) -> str:
    """Return a text as a title: on one line, and not longer than one reads."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_TITLE else line[: LONGEST_TITLE - 1].rstrip() + "…"


def names_in(text: str) -> tuple[str, ...]:
    """Return the names that a cell lists: on lines, or between commas or semicolons."""
    found: list[str] = []
    for part in _parts(text):
        name = " ".join(part.split()).strip(" .•-–*·")
        if name and normal(name) and name not in found:
            found.append(name)
    return tuple(found)


def _parts(text: str) -> list[str]:
    parts, depth, begun = [], 0, 0
    for index, letter in enumerate(text):
        if letter in "([":
            depth += 1
        elif letter in ")]":
            depth = max(0, depth - 1)
        elif letter in "\n;" or (letter == "," and not depth):
            parts.append(text[begun:index])
            begun = index + 1
    return [*parts, text[begun:]]


def code_in(text: str, compiled: Sequence[tuple[str, re.Pattern[str]]]) -> str:
    """Return the first code whose words a text holds; "" for none, and where it denies them."""
    folded = normal(text)
    if is_negated(folded):
        return ""
    return next((code for code, words in compiled if folded and words.search(folded)), "")


def kept_values(**values: str | int | bool | None) -> Values:
    """Return the values that say something; 0 and False do."""
    return {name: value for name, value in values.items() if value is not None and value != ""}
