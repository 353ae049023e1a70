"""What a hand does to sign: choose what, look at how much it is, put a name under it."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from changedesk.documents.signing import Name, digest_of, sign
from changedesk.governance.records import GoNoGo
from changedesk.overview.signing_scopes import scope_of
from changedesk.store.workspace import Workspace
from changedesk.uat.queries import cycles
from ui.desk_context import DeskContext
from ui.documents.sign_dialog import Signable, SignDialog
from ui.jobs import Progress


class SigningHands(QObject):
    """Opens the dialog, and signs what was chosen in it."""

    def __init__(self, context: DeskContext, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self.dialog: SignDialog | None = None

    def ask(self) -> None:
        """Offer what can be signed."""
        project, workspace = self._context.project_id, self._context.workspace
        if project is None:
            return
        of_project = (
            Signable("impact", "", self.tr("Impact assessment")),
            Signable("training", "", self.tr("Training plan")),
            Signable("adoption", "", self.tr("Adoption report")),
        )

        def work(_: Progress) -> list[Signable]:
            return [*_coded(workspace, project), *of_project]

        self._context.jobs.run(work, self._open)

    def _open(self, choices: list[Signable]) -> None:
        dialog = SignDialog(self._context, choices, 0, self._page)
        dialog.asked.connect(self._look)
        dialog.signed.connect(self._sign)
        dialog.destroyed.connect(self._gone)
        self.dialog = dialog
        dialog.open()
        dialog.ask()

    def _gone(self) -> None:
        self.dialog = None

    def _look(self, one: Signable) -> None:
        project, workspace = self._context.project_id, self._context.workspace
        if project is None:
            return

        def work(_: Progress) -> tuple[Signable, int, str]:
            scope = scope_of(workspace, one.subject, project, one.code)
            return one, len(scope.keys), digest_of(workspace, scope)

        self._context.jobs.run(work, self._show)

    def _show(self, found: tuple[Signable, int, str]) -> None:
        if self.dialog is not None:
            self.dialog.show_content(*found)

    def _sign(self, one: Signable, who: Name, seen: str) -> None:
        project, workspace = self._context.project_id, self._context.workspace
        if project is None:
            return

        def work(_: Progress) -> str:
            scope = scope_of(workspace, one.subject, project, one.code)
            sign(workspace, scope, who, seen=seen)
            return scope.label

        self._context.jobs.write(work, self._signed)

    def _signed(self, label: str) -> None:
        self._context.messages.toast(self.tr("{0} is signed.").format(label))


def _coded(workspace: Workspace, project: int) -> list[Signable]:
    found = [
        Signable("cycle", row.code, f"{row.code} {row.title}")
        for row in reversed(cycles(workspace, project))
    ]
    rows = workspace.rows(
        GoNoGo.select(GoNoGo.code, GoNoGo.title)
        .where(GoNoGo.project == project)
        .order_by(GoNoGo.code)
    )
    return found + [Signable("go-no-go", row.code, f"{row.code} {row.title}") for row in rows]
