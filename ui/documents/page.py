"""The page Documents: what was made, sent out, returned and signed."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from changedesk.documents.records import Document
from changedesk.governance.records import GoNoGo
from ui.documents import specs
from ui.i18n import QT_TRANSLATE_NOOP
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

    def views_of(self) -> Sequence[View]:
        return (
            View(
                "documents", self.tr("Documents"), self._make_documents, specs.DOCUMENTS, "",
                ("document",),
            ),
            View(
                "decisions", self.tr("Go/no-go"), self._make_decisions, specs.DECISIONS,
                self.tr("&New decision"), ("go_no_go",),
            ),
        )  # fmt: skip

    def can_add(self) -> bool:
        """Tell whether a record can be made here: documents are made where their content is."""
        return self.name_here != "documents" and super().can_add()

    def _make_documents(self) -> QWidget:
        pane = RecordPane(self.context, Document, "documents", DOCUMENTS)
        pane.table.columns.lead_with("code", "title", "made", then=("made_for", "due"))
        return pane

    def _make_decisions(self) -> QWidget:
        return RecordPane(self.context, GoNoGo, "flag", DECISIONS)
