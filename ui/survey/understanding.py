"""The views of the page Surveys in which answers are understood: results and comments."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ui.actions import ActionSpec
from ui.i18n import QT_TRANSLATE_NOOP
from ui.records.views_page import View, ViewsPage
from ui.survey.in_hand import SurveyInHand
from ui.survey.results_view import ResultsView

PAGE = "surveys"
RESULTS = ActionSpec(
    "surveys.results", QT_TRANSLATE_NOOP("Actions", "&Results"), "view", "Ctrl+Shift+4", "", PAGE
)
NEXT = {"results": ("surveys.waves", "surveys.surveys")}
"""What a view offers while it is empty: the views in which one goes on."""


class Understanding:
    """Makes the views and furnishes them."""

    def __init__(self, page: ViewsPage, in_hand: SurveyInHand) -> None:
        self._page, self._in_hand = page, in_hand

    def views(self) -> Sequence[View]:
        """Return the views."""
        return (
            View("results", self._page.tr("Results"), self._make_results, RESULTS),
        )  # fmt: skip

    def made(self, view: QWidget) -> None:
        """Furnish a view that was just made."""
        if isinstance(view, ResultsView):
            actions = self._page.context.actions
            view.offer(*(actions.action(name) for name in NEXT["results"]))

    def _make_results(self) -> QWidget:
        return ResultsView(self._page.context, self._in_hand)
