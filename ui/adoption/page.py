"""The page Adoption: what people really do with the new system, and what it is worth."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from changedesk.survey.records import Benefit, Measure
from ui.adoption import specs
from ui.i18n import QT_TRANSLATE_NOOP
from ui.records.pane import RecordPane
from ui.records.views_page import View, ViewsPage

MEASURES = QT_TRANSLATE_NOOP(
    "Pages",
    "A measure is a behaviour that one can count: how many of those who could do it, do it. Read "
    "it from the usage reports of the new system.",
)
BENEFITS = QT_TRANSLATE_NOOP(
    "Pages",
    "A benefit is what the change is worth: where it started, where it must come to, and how much "
    "of the way is done.",
)


class AdoptionPage(ViewsPage):
    """Measures and benefits, each a view under the title."""

    key = specs.PAGE

    def title(self) -> str:
        return self.tr("Adoption")

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
        pane = RecordPane(self.context, Measure, "adoption", MEASURES)
        pane.table.columns.lead_with("code", "title", "kind", then=("target", "owner"))
        return pane

    def _make_benefits(self) -> QWidget:
        pane = RecordPane(self.context, Benefit, "adoption", BENEFITS)
        pane.table.columns.lead_with("code", "title", "baseline", then=("target", "owner"))
        return pane
