"""What a hand does with a workbook that came back: look at it, decide, take it in."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from changedesk.overview.returns import Account, Preview, preview, take
from changedesk.store.errors import ChangeDeskError
from ui.desk_context import DeskContext
from ui.documents.deciding import Deciding
from ui.documents.return_dialog import ReturnDialog
from ui.jobs import Job, Progress


class ReturningHands(QObject):
    """`ended` tells that a file was dealt with: taken in, refused, or put away."""

    ended = Signal()

    def __init__(self, context: DeskContext, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self.dialog: ReturnDialog | None = None
        self._answered = True

    def ask(self) -> None:
        """Choose a returned workbook."""
        self._context.prompts.open_file(
            self._page,
            self.tr("Which workbook came back?"),
            self.tr("Workbooks (*.xlsx *.ods *.xls *.csv)"),
            self.look,
        )

    def look(self, path: Path) -> None:
        """Compare a returned workbook with what is here, and show what it says."""
        if self._context.workspace.read_only:
            self._context.messages.tell(self._context.workspace.read_only, "warning")
            self.ended.emit()
            return
        self._look(path, "")

    def _look(self, path: Path, told: str) -> None:
        workspace = self._context.workspace

        def work(progress: Progress) -> tuple[Preview, str]:
            return preview(workspace, path, progress), told

        title = self.tr("Reading {0}").format(path.name)
        self._answered = False
        self._watch(self._context.jobs.run(work, self._show, self._refuse, title))

    def _watch(self, job: Job) -> None:
        # A job that was cancelled answers nobody: that it ended is all that is heard of it.
        if not job.finished:
            job.ended.connect(self._job_ended)

    def _job_ended(self) -> None:
        if self._answered:
            return
        self._answered = True
        if self.dialog is not None:
            self.dialog.set_busy(False)
        else:
            self.ended.emit()

    def _show(self, found: tuple[Preview, str]) -> None:
        self._answered = True
        seen, told = found
        if seen.again:
            self._context.messages.tell(seen.again)
            self._put_away()
            return
        if self.dialog is None:
            self.dialog = ReturnDialog(self._context, self._page)
            self.dialog.wanted.connect(self._take)
            self.dialog.finished.connect(self._closed)
            self.dialog.open()
        self.dialog.show_preview(seen, told)

    def _refuse(self, error: BaseException) -> None:
        self._answered = True
        if self.dialog is not None and isinstance(error, ChangeDeskError):
            self.dialog.tell(str(error))
            return
        self._context.messages.problem(error)
        self._put_away()

    def _put_away(self) -> None:
        if self.dialog is not None:
            self.dialog.reject()
        else:
            self.ended.emit()

    def _closed(self) -> None:
        self.dialog = None
        self.ended.emit()

    # -- taking in ----------------------------------------------------------------------------

    def _take(self, deciding: Deciding, returned_by: str) -> None:
        workspace, seen = self._context.workspace, deciding.preview

        def work(progress: Progress) -> tuple[Preview, Account | None]:
            progress.check()
            if workspace.head() != seen.state:
                return seen, None
            return seen, take(
                workspace, seen, deciding.decisions, deciding.answers, returned_by=returned_by
            )

        title = self.tr("Taking {0} in").format(seen.path.name)
        self._answered = False
        self._watch(self._context.jobs.write(work, self._taken, self._refuse, title))

    def _taken(self, found: tuple[Preview, Account | None]) -> None:
        self._answered = True
        seen, account = found
        if account is None:
            told = self.tr("The workspace was changed meanwhile: it was compared again.")
            self._look(seen.path, told)
            return
        self._context.messages.toast(f"{seen.path.name}: {self.account_words(account)}")
        self._put_away()

    def account_words(self, account: Account) -> str:
        """Return what became of a workbook, in words."""
        parts = [self.tr("%n cell(s) taken in", "", account.taken)]
        if account.conflicts:
            parts.append(self.tr("%n conflict(s) decided", "", len(account.conflicts)))
        if account.rejected:
            parts.append(self.tr("%n not taken", "", len(account.rejected)))
        if account.same:
            parts.append(self.tr("%n the same", "", account.same))
        back = self.tr("Ctrl+Z takes all of it back.")
        return f"{', '.join(parts)}. {back}"
