"""The views of the page Surveys in which answers are understood: results and comments."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtWidgets import QWidget

from ui.actions import ActionSpec
from ui.i18n import QT_TRANSLATE_NOOP
from ui.records.views_page import View, ViewsPage
from ui.survey.comments_view import CommentsView
from ui.survey.in_hand import SurveyInHand
from ui.survey.results_view import ResultsView

PAGE = "surveys"
RESULTS = ActionSpec(
    "surveys.results", QT_TRANSLATE_NOOP("Actions", "&Results"), "view", "Ctrl+Shift+4", "", PAGE
)
COMMENTS = ActionSpec(
    "surveys.comments", QT_TRANSLATE_NOOP("Actions", "&Comments"), "view", "Ctrl+Shift+5", "", PAGE
)
ADD_CODE = ActionSpec(
    "surveys.add_code", QT_TRANSLATE_NOOP("Actions", "Add a &subject"), "record", "Ctrl+B", "add",
    PAGE, group=3,
)  # fmt: skip
ENTER = ActionSpec(
    "surveys.enter_resistance", QT_TRANSLATE_NOOP("Actions", "Into the resistance &log"), "record",
    "Ctrl+Return", "forward", PAGE, group=3,
)  # fmt: skip
NEXT = ("surveys.surveys", "surveys.waves", "surveys.kiosk", "surveys.take_forms")
"""What an empty view offers: the surveys, and what brings answers to one."""


class Understanding:
    """Makes the views and furnishes them."""

    def __init__(self, page: ViewsPage, in_hand: SurveyInHand) -> None:
        self._page, self._in_hand = page, in_hand
        self._add_code = page.add_action(ADD_CODE, self._code, self._can_add_code)
        self._enter = page.add_action(ENTER, self._to_log, self._has_comment)

    def views(self) -> Sequence[View]:
        """Return the views."""
        return (
            View("results", self._page.tr("Results"), self._make_results, RESULTS),
            View("comments", self._page.tr("Comments"), self._make_comments, COMMENTS),
        )

    def made(self, view: QWidget) -> None:
        """Furnish a view that was just made."""
        action = self._page.context.actions.action
        if isinstance(view, ResultsView):
            view.offer(*map(action, NEXT))
        elif isinstance(view, CommentsView):
            view.offer(action("surveys.surveys"), action("surveys.questions"))

    def _make_results(self) -> QWidget:
        return ResultsView(self._page.context, self._in_hand)

    def _make_comments(self) -> QWidget:
        return CommentsView(self._page.context, self._in_hand, self._add_code, self._enter)

    @property
    def _comments(self) -> CommentsView | None:
        here = self._page.name_here == "comments"
        return cast(CommentsView, self._page.view("comments")) if here else None

    def _code(self) -> None:
        view = self._comments
        if view is not None:
            view.add_code()

    def _to_log(self) -> None:
        view = self._comments
        if view is not None:
            view.enter()

    def _can_add_code(self) -> bool:
        here = self._page.here if self._page.name_here == "comments" else None
        return isinstance(here, CommentsView) and here.can_add_code

    def _has_comment(self) -> bool:
        here = self._page.here if self._page.name_here == "comments" else None
        return isinstance(here, CommentsView) and here.writable
