"""Which column of a table of scripts holds what: by field, by cycle, by step."""

from dataclasses import dataclass, field
from typing import Literal

from changedesk.exchange.headings import Heading
from changedesk.exchange.outcome_words import Meaning
from changedesk.exchange.step_columns import STEP_TEXTS, Numbered

How = Literal["heading", "content", "chosen", ""]
ROUND_FIELDS = ("outcome", "actual", "comment", "tester", "performed_on")
IGNORE = "ignore"


@dataclass(slots=True)
class Round:
    """The result columns of one cycle: field -> column, and columns headed Pass, Fail, ..."""

    label: str = ""
    fields: dict[str, int] = field(default_factory=dict)
    flags: list[tuple[Meaning, int]] = field(default_factory=list)

    @property
    def has_outcome(self) -> bool:
        """True when this cycle records results at all."""
        return "outcome" in self.fields or bool(self.flags)


@dataclass(slots=True)
class Columns:
    """Which column holds what. `further` are columns that no field took.

    `numbered` are the columns of steps that stand side by side in a row.
    """

    headings: tuple[Heading, ...]
    fields: dict[str, int] = field(default_factory=dict)
    areas: list[int] = field(default_factory=list)
    rounds: list[Round] = field(default_factory=list)
    further: list[int] = field(default_factory=list)
    how: dict[int, tuple[str, How]] = field(default_factory=dict)
    numbered: Numbered = field(default_factory=dict)

    @property
    def has_results(self) -> bool:
        """True when the table records results at all, of scripts or of steps."""
        beside = any("outcome" in columns for columns in self.numbered.values())
        return beside or any(r.has_outcome for r in self.rounds)

    def text_columns(self) -> list[int]:
        """Return the columns whose text makes a row more than a number."""
        names = ("title", "acceptance", "preconditions")
        return [*(self.fields[n] for n in names if n in self.fields), *self.step_texts()]

    def step_texts(self) -> list[int]:
        """Return the columns that tell of steps: what to do, with what, and what is expected."""
        every = (self.fields, *self.numbered.values())
        return [columns[name] for columns in every for name in STEP_TEXTS if name in columns]
