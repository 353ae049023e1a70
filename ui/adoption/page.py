"""The page Adoption: what people really do with the new system, and what it is worth."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ui.adoption import specs
from ui.adoption.panes import BenefitPane, MeasurePane
from ui.project_documents import ProjectDocuments
from ui.records.views_page import View, ViewsPage


class AdoptionPage(ViewsPage):
    """Measures and benefits, each a view under the title."""

    key = specs.PAGE

    def title(self) -> str:
        return self.tr("Adoption")

    def extend(self) -> None:
        self.documents = ProjectDocuments(self, specs.DOCUMENTS)

    def views_of(self) -> Sequence[View]:
        return (
            View(
                "measures", self.tr("Measures"), self._make_measures, specs.MEASURES,
                self.tr("&New measure"), ("measure",),
            ),
            View(
                "benefits", self.tr("Benefits"), self._make_benefits, specs.BENEFITS,
                self.tr("&New benefit"), ("benefit",),
            ),
        )  # fmt: skip

    def _make_measures(self) -> QWidget:
        return MeasurePane(self.context)

    def _make_benefits(self) -> QWidget:
        return BenefitPane(self.context)
