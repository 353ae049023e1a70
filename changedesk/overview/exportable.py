"""What it takes to be a document that can be made: a name, formats, and who writes it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from changedesk.office.layout import WrittenFile
from changedesk.people.queries import ProjectRow
from changedesk.store.workspace import Workspace

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Wanted:
    """What a document is about; what it does not need is left empty."""

    project: ProjectRow
    cycle: str = ""
    tester: int | None = None
    thumbnails: bool = False
    wave: str = ""
    group: str = ""


@dataclass(frozen=True)
class Exportable:
    """A document that can be made: its name, its title, and its formats, the usual one first.

    `fillable` are the formats that people fill in and send back.
    """

    name: str
    title: str
    formats: tuple[str, ...]
    subject: Callable[[Workspace, Wanted], str]
    write: Callable[[Workspace, Wanted, Path, Progress | None], WrittenFile]
    fillable: tuple[str, ...] = ()
