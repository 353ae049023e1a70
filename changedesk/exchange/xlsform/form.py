"""A form as an XLSForm says it: plain values that mean the same, wherever they were read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

Texts = Mapping[str, str]
"""A text by language; "" is the language of a column that names none. Never an empty text."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One row of a list of choices; `further` are the columns that a choice_filter asks about."""

    name: str
    labels: Texts = field(default_factory=dict)
    further: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FormQuestion:
    """One row that asks, shows or calculates something.

    `kind` is one of `columns.KINDS`; `required` is yes, empty, or a condition. `tags` hold our own
    columns, which other programs pass over. `row` is where it stood.
    """

    kind: str
    name: str
    labels: Texts = field(default_factory=dict)
    hints: Texts = field(default_factory=dict)
    list_name: str = ""
    or_other: bool = False
    required: str = ""
    relevant: str = ""
    constraint: str = ""
    constraint_messages: Texts = field(default_factory=dict)
    default: str = ""
    appearance: str = ""
    choice_filter: str = ""
    calculation: str = ""
    parameters: str = ""
    tags: Mapping[str, str] = field(default_factory=dict)
    row: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class FormGroup:
    """Questions and groups that belong together; hidden as a whole while `relevant` is false."""

    name: str
    labels: Texts = field(default_factory=dict)
    hints: Texts = field(default_factory=dict)
    relevant: str = ""
    appearance: str = ""
    items: tuple["FormItem", ...] = ()
    row: int = field(default=0, compare=False)


FormItem = FormQuestion | FormGroup


@dataclass(frozen=True, slots=True)
class Refused:
    """What was not taken from a form: where it stood, what it is, and why."""

    sheet: str
    row: int
    what: str
    why: str

    @property
    def sentence(self) -> str:
        """Return it in words."""
        return f"Sheet {self.sheet}, row {self.row}: {self.what} was not taken, because {self.why}."


@dataclass(frozen=True, slots=True)
class FormDraft:
    """A whole form. Two forms are equal that mean the same, whatever was refused on the way."""

    title: str = ""
    form_id: str = ""
    version: str = ""
    default_language: str = ""
    languages: tuple[str, ...] = ()
    items: tuple[FormItem, ...] = ()
    lists: Mapping[str, tuple[Choice, ...]] = field(default_factory=dict)
    same_choice_twice: bool = False
    refused: tuple[Refused, ...] = field(default=(), compare=False)

    def questions(self) -> Iterator[tuple[FormQuestion, tuple[FormGroup, ...]]]:
        """Yield each question with the groups that it stands in, the outermost first."""
        yield from _questions(self.items, ())


def _questions(
    items: tuple[FormItem, ...], groups: tuple[FormGroup, ...]
) -> Iterator[tuple[FormQuestion, tuple[FormGroup, ...]]]:
    for item in items:
        if isinstance(item, FormGroup):
            yield from _questions(item.items, (*groups, item))
        else:
            yield item, groups
