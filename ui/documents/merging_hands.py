"""Putting copies together: choose one, see what it would bring, take it in; or write a bundle."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from changedesk.overview.after_merging import to_look_at
from changedesk.store.bundle import Written
from changedesk.store.merging import MergeAccount
from changedesk.store.spec import spec_of
from ui.desk_context import DeskContext
from ui.i18n import translate_label
from ui.jobs import Progress


class MergingHands(QObject):
    """`merged` tells that a copy was taken in."""

    merged = Signal()

    def __init__(self, context: DeskContext, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page

    def ask(self) -> None:
        """Choose another copy or a bundle, and say what it would bring."""
        self._context.prompts.open_file(
            self._page,
            self.tr("Put together with another copy"),
            self.tr("Copies and bundles (*.changedesk *.cdbundle)"),
            self.look,
        )

    def look(self, path: Path) -> None:
        """Say what a copy or a bundle would bring, then ask once."""
        workspace = self._context.workspace

        def work(_: Progress) -> tuple[Path, MergeAccount]:
            return path, workspace.merge(path, dry_run=True)

        self._context.jobs.write(work, self._asked)

    def _asked(self, found: tuple[Path, MergeAccount]) -> None:
        path, account = found
        if account.nothing_new:
            self._context.messages.toast(
                self.tr("{0} has nothing that is not here.").format(path.name)
            )
            return
        self._context.prompts.ask(
            self._page,
            self.tr("Take in what {0} has?").format(path.name),
            self.account_words(account),
            self.tr("Put together"),
            _Answer(self, path).take,
        )

    def account_words(self, account: MergeAccount) -> str:
        """Return what a merge brings, in words."""
        lines = [self.tr("%n operation(s)", "", account.operations)]
        for words, counts in (
            (self.tr("New: {0}"), account.created),
            (self.tr("Changed: {0}"), account.updated),
            (self.tr("Taken out: {0}"), account.withdrawn),
        ):
            if counts:
                lines.append(words.format(self._counted(counts)))
        if account.conflicts:
            lines.append(self.tr("%n conflict(s) to decide", "", len(account.conflicts)))
        lines += [
            self.tr("{0} is called {1} from now on: both copies had given that code.").format(
                one.claimed, one.code
            )
            for one in account.renamed
        ]
        if account.ahead:
            lines.append(self.tr("The clock of the other computer is more than a day ahead."))
        return "\n".join(lines)

    def _counted(self, counts: dict[str, int]) -> str:
        by_name = self._context.workspace.schema.by_name
        return ", ".join(
            f"{count} {translate_label(spec_of(by_name[name]).plural)}"
            for name, count in counts.items()
            if name in by_name
        )

    def take(self, path: Path) -> None:
        """Take a copy or a bundle in; a backup is made before."""
        workspace = self._context.workspace

        def work(_: Progress) -> tuple[MergeAccount, list[str]]:
            account = workspace.merge(path)
            return account, to_look_at(workspace, account)

        self._context.jobs.write(work, self._taken)

    def _taken(self, merged: tuple[MergeAccount, list[str]]) -> None:
        account, notes = merged
        told = [self.tr("{0} was taken in.").format(Path(account.source).name)]
        if account.conflicts:
            more = self.tr("%n conflict(s) to decide", "", len(account.conflicts))
            told.append(f"{more}.")
        told += notes
        if len(told) > 1:
            self._context.messages.tell(" ".join(told), "warning", stays=True)
        else:
            self._context.messages.toast(told[0])
        self.merged.emit()

    def take_back(self) -> None:
        """Put back what was here before the last merge."""
        self._context.prompts.ask(
            self._page,
            self.tr("Put back what was here before the last merge?"),
            self.tr("That goes as long as nothing was written since."),
            self.tr("Take the merge back"),
            self._take_back,
        )

    def _take_back(self, _yes: str) -> None:
        workspace = self._context.workspace

        def work(_: Progress) -> str:
            return workspace.take_back_merge()

        self._context.jobs.write(work, self._back)

    def _back(self, source: str) -> None:
        told = self.tr("The merge with {0} was taken back.").format(Path(source).name)
        self._context.messages.toast(told)
        self.merged.emit()

    def save_bundle(self) -> None:
        """Write all that another copy may lack into a small file."""
        name = f"{Path(self._context.workspace.name).stem}.cdbundle"
        self._context.prompts.save_file(
            self._page, self.tr("Save a bundle"), name,
            self.tr("Bundle (*.cdbundle)"), self.write_bundle,
        )  # fmt: skip

    def write_bundle(self, path: Path) -> None:
        """Write a bundle to a file."""
        workspace = self._context.workspace

        def work(_: Progress) -> Written:
            return workspace.bundle(path)

        self._context.jobs.run(work, self._written)

    def _written(self, written: Written) -> None:
        told = self.tr("{0}: {1} operations, {2} pictures and files.")
        self._context.messages.toast(
            told.format(written.path.name, written.operations, written.contents)
        )


class _Answer(QObject):
    """Takes the answer to the question about one file."""

    def __init__(self, hands: MergingHands, path: Path) -> None:
        super().__init__(hands)
        self._hands, self._path = hands, path

    def take(self, _yes: str) -> None:
        """Somebody said yes."""
        self._hands.take(self._path)
        self.deleteLater()
