"""What becomes of files that were dropped on the window: each goes where it belongs, in turn."""

from collections import deque
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, cast

from PySide6.QtCore import QObject, Signal

from changedesk.overview.returns.catalogue import RETURNABLE
from changedesk.overview.returns.sorting import kind_of_document
from changedesk.store.errors import ChangeDeskError
from changedesk.store.others import opened_other, uid_of
from changedesk.store.workspace import Workspace
from ui.desk_view import DeskView
from ui.documents.page import DocumentsPage
from ui.documents.returning_hands import ReturningHands
from ui.drop_target import BUNDLE, SHEETS, WORKSPACE
from ui.jobs import Progress
from ui.survey.page import SurveysPage
from ui.uat.import_dialog import SUFFIXES, ImportDialog

RETURN, IMPORT, FORMS, CHECK, MERGE, OPEN, REFUSED = (
    "return", "import", "forms", "check", "merge", "open", "refused",
)  # fmt: skip
_IN_TURN = (REFUSED, RETURN, IMPORT, FORMS, CHECK, MERGE, OPEN)
_SURVEY_FORM = "survey-form"


class Dropped(NamedTuple):
    """A file, what is to be done with it, and why it is refused if it is."""

    path: Path
    what: str
    why: str = ""


class Dropping(QObject):
    """Sorts files on a worker, then hands them on one after another.

    `workspace_wanted` carries the file of another workspace that is to be opened.
    """

    workspace_wanted = Signal(object)

    def __init__(self, view: DeskView) -> None:
        super().__init__(view)
        self._view = view
        self._context = view.context
        self._waiting: deque[Dropped] = deque()
        self._busy = False
        self.returning = ReturningHands(self._context, view)
        self.returning.ended.connect(self._next)
        self.importing: ImportDialog | None = None

    def take(self, paths: Sequence[Path]) -> None:
        """Find out what the files are, and deal with each."""
        workspace = self._context.workspace

        def work(progress: Progress) -> list[Dropped]:
            return sort_files(workspace, paths, progress)

        title = self.tr("Looking at %n file(s)", "", len(paths))
        self._context.jobs.run(work, self._take_sorted, title=title)

    def _take_sorted(self, found: list[Dropped]) -> None:
        refused = [one.why for one in found if one.what == REFUSED]
        if refused:
            self._context.messages.tell("\n".join(refused), "bad")
        self._waiting.extend(one for one in found if one.what != REFUSED)
        if not self._busy:
            self._next()

    def _next(self) -> None:
        self._busy = bool(self._waiting)
        if not self._waiting:
            return
        one = self._waiting.popleft()
        if one.what == RETURN:
            self.returning.look(one.path)
        elif one.what == IMPORT:
            self._import(one.path)
        else:
            self._hand_on(one)
            self._next()

    def _import(self, path: Path) -> None:
        self.importing = ImportDialog(self._context, self._view.current or self._view)
        self.importing.finished.connect(self._imported)
        self.importing.open()
        self.importing.read(path)

    def _imported(self) -> None:
        self.importing = None
        self._next()

    def _hand_on(self, one: Dropped) -> None:
        if one.what == OPEN:
            self.workspace_wanted.emit(one.path)
        elif one.what == FORMS:
            forms = [one.path, *(two.path for two in self._waiting if two.what == FORMS)]
            self._waiting = deque(two for two in self._waiting if two.what != FORMS)
            self._view.show_page("surveys")
            cast(SurveysPage, self._view.page("surveys")).forms.bring(*forms)
        else:
            self._view.show_page("documents")
            page = cast(DocumentsPage, self._view.page("documents"))
            (page.checking.check if one.what == CHECK else page.merging.look)(one.path)


def sort_files(workspace: Workspace, paths: Sequence[Path], progress: Progress) -> list[Dropped]:
    """Return what each file is, in the order in which they are dealt with; on a worker."""
    found: list[Dropped] = []
    for number, path in enumerate(paths):
        progress(number, len(paths))
        found += _in_folder(path, progress) if path.is_dir() else [_sorted(workspace, path)]
    return sorted(found, key=lambda one: _IN_TURN.index(one.what))


def _in_folder(folder: Path, progress: Progress) -> Iterator[Dropped]:
    # Somebody's own tables in a folder are not imported one by one: a folder holds what came back.
    returned = []
    for path in sorted(folder.iterdir()):
        progress.check()
        if path.suffix.lower() in SHEETS and not path.name.startswith(("~$", ".~")):
            one = _table(path)
            if one.what in (RETURN, REFUSED):
                returned.append(one)
            elif one.what == FORMS:
                yield one
    yield from returned or [Dropped(folder, FORMS)]


def _sorted(workspace: Workspace, path: Path) -> Dropped:
    ending = path.suffix.lower()
    if ending in (WORKSPACE, BUNDLE):
        return _copy(workspace, path)
    return _table(path)


def _copy(workspace: Workspace, path: Path) -> Dropped:
    with workspace.connected() as sql:
        own = uid_of(sql)
    try:
        with opened_other(str(path), workspace.schema, workspace.path) as source:
            foreign = bool(source.uid) and source.uid != own
    except ChangeDeskError as error:
        return Dropped(path, REFUSED, str(error))
    return Dropped(path, OPEN if foreign and path.suffix.lower() == WORKSPACE else MERGE)


def _table(path: Path) -> Dropped:
    try:
        kind = kind_of_document(path)
    except ChangeDeskError as error:
        return Dropped(path, REFUSED, str(error))
    if kind:
        what = RETURN if kind in RETURNABLE else FORMS if kind == _SURVEY_FORM else CHECK
        return Dropped(path, what)
    if path.suffix.lower() in SUFFIXES:
        return Dropped(path, IMPORT)
    return Dropped(path, REFUSED, f"{path.name} was not made by ChangeDesk and is no table.")
