"""What an export of a survey says: questions, respondents, answers, and what was guessed.

Nothing here knows a database. All text has been cleaned; all of it is data, never a formula.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from changedesk.exchange.drafts import Account, Place, RowNote, SheetNote

Source = Literal[
    "ms_forms", "google_forms", "surveymonkey", "qualtrics", "limesurvey", "kobo", "own"
]  # fmt: skip
QuestionKind = Literal[
    "single", "multi", "likert", "matrix", "rank", "nps", "csat", "sus", "adkar", "number", "text",
    "date",
]  # fmt: skip
MissingReason = Literal["", "not_shown", "skipped", "na", "dont_know"]
Use = Literal[
    "question", "ignore", "source_id", "started", "submitted", "seconds", "status", "finished",
    "email", "name", "group", "site", "role", "wave", "code",
]  # fmt: skip
Base = Literal["answered", "all"]
"""Who counts in a question's base: who answered it; or, of options to tick, everybody shown it."""

SOURCES: Mapping[Source, str] = {
    "ms_forms": "Microsoft Forms",
    "google_forms": "Google Forms",
    "surveymonkey": "SurveyMonkey",
    "qualtrics": "Qualtrics",
    "limesurvey": "LimeSurvey",
    "kobo": "KoboToolbox or ODK",
    "own": "a table of answers",
}


@dataclass(frozen=True, slots=True)
class OptionDraft:
    """One thing that can be answered: its code, its label, its place on a scale.

    `other` asks for words beside it.
    """

    code: str
    label: str
    value: int | None = None
    other: bool = False


@dataclass(frozen=True, slots=True)
class ScaleDraft:
    """An ordered scale from `low` to `high`; `name` is what it measures, "" for bare figures."""

    low: int
    high: int
    name: str = ""


@dataclass(frozen=True, slots=True)
class QuestionDraft:
    """One question, or one row of a grid, whose own question is `block`.

    `key` is the same in every wave. `options` are those of a choice or the labels of a scale, in
    order. `missing` are words and codes of the column that are no answer, with the reason.
    `reverse` tells an item that counts backwards; `scale_name` the instrument (SUS).
    `columns` are letters, `guess` says why it is read so, `sure` False where a person should look.
    """

    key: str
    text: str
    kind: QuestionKind
    block: str = ""
    options: tuple[OptionDraft, ...] = ()
    scale: ScaleDraft | None = None
    missing: tuple[tuple[str, MissingReason], ...] = ()
    reverse: bool = False
    scale_name: str = ""
    base: Base = "answered"
    columns: tuple[str, ...] = ()
    guess: str = ""
    sure: bool = True


@dataclass(frozen=True, slots=True)
class AnswerDraft:
    """One answer: a `number` (place on the scale, figure), or `options` by code, or `text`.

    Of a ranking, `options` stand in the order of preference with their `ranks`. `text` is what the
    cell says, `other` the words beside an option "Other". A place on a scale is a number and an
    option. An answer with `missing` is none, and leaves the base.
    """

    number: float | None = None
    options: tuple[str, ...] = ()
    ranks: tuple[int, ...] = ()
    text: str = ""
    other: str = ""
    missing: MissingReason = ""


@dataclass(frozen=True, slots=True)
class RespondentDraft:
    """One response. `identity` is the same each time this response is read, from any file.

    `submitted` and `started` are clock times as exported, without a zone. `answers` holds every
    question, by key. Addresses of computers are never taken from a file.
    """

    identity: str
    answers: Mapping[str, AnswerDraft]
    complete: bool = True
    source_id: str = ""
    submitted: datetime | None = None
    started: datetime | None = None
    seconds: int | None = None
    group: str = ""
    site: str = ""
    role: str = ""
    wave: str = ""
    email: str = ""
    name: str = ""
    code: str = ""
    where: Place | None = None


@dataclass(frozen=True, slots=True)
class ColumnGuess:
    """A column and what it is used for; `key` is its question. `chosen` by a person.

    `left_out` tells what a column that is ignored holds, such as an address of a computer.
    """

    letter: str
    heading: str
    use: Use
    key: str = ""
    why: str = ""
    left_out: str = ""
    chosen: bool = False
    sure: bool = True


@dataclass(frozen=True, slots=True)
class LabelQuestion:
    """Labels that may be a scale whose order nobody documented; `suggestion` from low to high.

    The answer is `Choices.orders[key]`: labels from low to high, or () where they are no scale.
    """

    key: str
    labels: tuple[str, ...]
    questions: tuple[str, ...]
    suggestion: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class SurveyDraft:
    """One sheet of answers. Rows read = respondents + joined rows + skipped + rejected.

    `joined_rows` count rows of a further sheet whose answers were laid to a respondent.
    `fingerprint` is the same for every file with these headings, so that choices can be kept.
    """

    title: str
    source: Source
    sheet: str
    fingerprint: str
    header_rows: int
    questions: tuple[QuestionDraft, ...]
    respondents: tuple[RespondentDraft, ...]
    skipped: tuple[RowNote, ...] = ()
    rejected: tuple[RowNote, ...] = ()
    columns: tuple[ColumnGuess, ...] = ()
    asked: tuple[LabelQuestion, ...] = ()
    warnings: tuple[str, ...] = ()
    joined_rows: int = 0

    @property
    def rows_read(self) -> int:
        """How many rows below the headings hold something."""
        left = sum(note.rows for note in (*self.skipped, *self.rejected))
        return len(self.respondents) + self.joined_rows + left

    def question(self, key: str) -> QuestionDraft:
        """Return the question with this key; raise `KeyError` where there is none."""
        for one in self.questions:
            if one.key == key:
                return one
        raise KeyError(key)

    def answers(self, key: str) -> list[AnswerDraft]:
        """Return the answers to one question in the order of the respondents."""
        return [respondent.answers[key] for respondent in self.respondents]


@dataclass(frozen=True, slots=True)
class SurveyImport:
    """All sheets of answers of a file; `source` in a person's words."""

    file: str
    source: str
    drafts: tuple[SurveyDraft, ...]
    account: Account
    sheets: tuple[SheetNote, ...] = ()
    warnings: tuple[str, ...] = ()
    kind: Literal["survey"] = "survey"
