"""What a person said about how a file is to be read, and who reads which form of file."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

from changedesk.exchange.change.drafts import ChangeImport
from changedesk.exchange.dates import Order
from changedesk.exchange.drafts import Import, Place
from changedesk.exchange.results import Answers
from changedesk.exchange.sheets import ForeignFile


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person chose: a sheet, columns ("heading or letter" → field), rows, answers.

    `take` adds skipped sheets (row 0) and rows; `answers` settle unknown result words (None: no
    result); `date_order` settles dates that can be read in two ways. `words` settle unknown words
    for severity, priority and state of defects: word → code ("" leaves it out).
    """

    sheet: str | None = None
    mapping: Mapping[str, str] = field(default_factory=dict)
    take: Collection[Place] = ()
    answers: Answers = field(default_factory=dict)
    date_order: Order | None = None
    words: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Recogniser:
    """One form of file: the kind of records it makes, its name for a person, how to tell and read.

    `read` raises UserError with one sentence for a file that only looks like one.
    """

    kind: str
    source: str
    knows: Callable[[ForeignFile], bool]
    read: Callable[[ForeignFile, Asked], Import | ChangeImport]
