"""The page Documents: what was made, sent out, returned and signed."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from changedesk.governance.records import GoNoGo
from ui.documents import specs
from ui.documents.checking_hands import CheckingHands
from ui.documents.conflicts_view import ConflictsView
from ui.documents.documents_view import DocumentsView
from ui.documents.kept_file import KeptFile
from ui.documents.merging_hands import MergingHands
from ui.documents.returning_hands import ReturningHands
from ui.documents.signatures_view import SignaturesView
from ui.documents.signing_hands import SigningHands
from ui.i18n import QT_TRANSLATE_NOOP
from ui.pages import page_of
from ui.records.pane import RecordPane
from ui.records.views_page import View, ViewsPage

DOCUMENTS = QT_TRANSLATE_NOOP(
    "Pages",
    "Every workbook and document that is made is listed here: for whom, when, and whether it came "
    "back. Make one on its page; drop one that came back anywhere on the window.",
)
DECISIONS = QT_TRANSLATE_NOOP(
    "Pages",
    "A go/no-go decision says on which day who decided what, and why. It is signed like a cycle.",
)


class DocumentsPage(ViewsPage):
    """Documents and decisions, each a view under the title."""

    key = specs.PAGE

    def title(self) -> str:
        return self.tr("Documents")

    def extend(self) -> None:
        self._signing = SigningHands(self.context, self)
        self._sign = self.add_action(specs.SIGN, self._signing.ask, self._can_sign)
        self.returning = ReturningHands(self.context, self)
        receive = self.add_action(specs.RECEIVE, self.returning.ask, self._can_merge)
        self.checking = CheckingHands(self.context, self)
        self.add_action(specs.CHECK, self.checking.ask)
        self.add_action(specs.SAVE_AGAIN, self._save_again, self._has_kept_file)
        self.header.add_button(receive)
        self.saving = KeptFile(self.context, self)
        self.merging = MergingHands(self.context, self)
        merge = self.add_action(specs.MERGE, self.merging.ask, self._can_merge)
        self.add_action(specs.TAKE_BACK, self.merging.take_back, self._can_merge)
        self.add_action(specs.BUNDLE, self.merging.save_bundle)
        self.merging.merged.connect(self._merged)
        self._merge_button = self.header.add_button(merge)
        self._sign_button = self.header.add_button(self._sign)

    def views_of(self) -> Sequence[View]:
        return (
            View(
                "documents", self.tr("Documents"), self._make_documents, specs.DOCUMENTS, "",
                ("document",),
            ),
            View("signatures", self.tr("Signatures"), self._make_signatures, specs.SIGNATURES),
            View(
                "decisions", self.tr("Go/no-go"), self._make_decisions, specs.DECISIONS,
                self.tr("&New decision"), ("go_no_go",),
            ),
            View("conflicts", self.tr("To decide"), self._make_conflicts, specs.CONFLICTS),
        )  # fmt: skip

    def _can_merge(self) -> bool:
        return not self.context.workspace.read_only

    def _merged(self) -> None:
        self.turn_to("conflicts")

    def _make_conflicts(self) -> QWidget:
        view = ConflictsView(self.context)
        view.opened.connect(self._go_to_record)
        view.counted.connect(self._count_conflicts)
        return view

    def _count_conflicts(self, count: int) -> None:
        told = self.tr("To decide ({0})").format(count) if count else self.tr("To decide")
        self.name_view("conflicts", told)

    @property
    def documents(self) -> DocumentsView | None:
        """Return the view of the documents, if it is at hand."""
        return self.here if isinstance(self.here, DocumentsView) else None

    def turned(self) -> None:
        here = self.name_here
        self._merge_button.setVisible(here == "conflicts")
        self._sign_button.setVisible(here in ("signatures", "decisions"))
        if self.documents is not None:
            self.header.filter.show()

    def made(self, name: str, view: QWidget) -> None:
        if isinstance(view, DocumentsView):
            self.header.filter.filtered.connect(view.restrict)

    def show_record(self, type_name: str, key: int) -> None:
        super().show_record(type_name, key)
        if type_name == "document" and self.documents is not None:
            self.documents.choose(key)

    def _has_kept_file(self) -> bool:
        one = self.documents.in_hand if self.documents is not None else None
        return one is not None and bool(one.row.content)

    def _save_again(self) -> None:
        one = self.documents.in_hand if self.documents is not None else None
        if one is not None:
            self.saving.ask(one.row.file_name, one.row.content)

    def _can_sign(self) -> bool:
        return not self.context.workspace.read_only and self.context.project_id is not None

    def _make_signatures(self) -> QWidget:
        view = SignaturesView(self.context, self._sign)
        view.opened.connect(self._go_to_record)
        return view

    def _go_to_record(self, place: tuple[str, int]) -> None:
        entry = page_of(place[0])
        if entry is not None:
            self.context.go_to(entry.key, *place)

    def _make_documents(self) -> QWidget:
        view = DocumentsView(self.context, QCoreApplication.translate("Pages", DOCUMENTS))
        view.opened.connect(self._go_to_record)
        view.chosen.connect(self.context.actions.refresh)
        return view

    def _make_decisions(self) -> QWidget:
        return RecordPane(self.context, GoNoGo, "flag", DECISIONS)
