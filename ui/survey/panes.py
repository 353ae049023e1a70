"""The tables of surveys with what belongs to the record in hand."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtGui import QAction

from changedesk.store.change import ChangeSet
from changedesk.store.errors import UserError
from changedesk.store.listing import Listing, Order
from changedesk.store.records import Record
from changedesk.survey.actions import (
    follow_option_edits,
    follow_question_edits,
    make_questions,
    remove_options,
    remove_questions,
)
from changedesk.survey.promises import follow_survey_edits, remove_surveys, remove_waves
from changedesk.survey.records import Invitation, Question, QuestionOption, Survey, Wave
from ui.desk_context import DeskContext
from ui.i18n import QT_TRANSLATE_NOOP
from ui.records.pane import RecordPane
from ui.records.parts import RecordParts
from ui.survey.in_hand import SurveyInHand
from ui.survey.preview import Preview

SURVEYS = QT_TRANSLATE_NOOP(
    "Pages",
    "A survey asks the same people the same questions before go-live, at go-live and after it. "
    "Take a ready one, read an XLSForm, or begin with an empty one.",
)
QUESTIONS = QT_TRANSLATE_NOOP(
    "Pages",
    "The questions of the survey in hand, in their order. A question keeps its key over all waves, "
    "so that its answers can be compared.",
)
WAVES = QT_TRANSLATE_NOOP(
    "Pages",
    "A wave is one time at which the survey is asked: who was invited, from when to when, and how "
    "many answered.",
)


class SurveyPane(RecordPane):
    """All surveys of the project; the chosen one is in hand for the other views."""

    def __init__(self, context: DeskContext, in_hand: SurveyInHand) -> None:
        super().__init__(context, Survey, "surveys", SURVEYS)
        self._in_hand = in_hand
        writer = self.table.records.writer
        writer.also = partial(follow_survey_edits, context.workspace)
        writer.remove = partial(remove_surveys, context.workspace)
        self.table.columns.lead_with("code", "title", "mode", then=("status", "owner"))
        self.chosen.connect(self._take)

    def _take(self, keys: Sequence[int]) -> None:
        if len(keys) == 1:
            self._in_hand.take(keys[0])


class _OfSurvey(RecordPane):
    """What belongs to the survey in hand, with its own parts beside it."""

    def __init__(
        self,
        context: DeskContext,
        record_type: type[Record],
        explanation: str,
        in_hand: SurveyInHand,
        part_type: type[Record],
        add_part: QAction,
    ) -> None:
        super().__init__(context, record_type, "surveys", explanation)
        self._in_hand = in_hand
        self._part_type, self._add_part = part_type, add_part
        self.parts: RecordParts | None = None
        in_hand.changed.connect(self._list)
        self._list()

    def part_words(self) -> tuple[str, str]:
        """Return the title of the parts, and what they are for."""
        raise NotImplementedError

    def new_values(self) -> Mapping[str, Any]:
        """Return what a new record begins with: the survey in hand."""
        if self._in_hand.key is None:
            raise UserError(self.tr("Make a survey first, or choose one."))
        return {**super().new_values(), "survey": self._in_hand.key}

    def furnishings(self) -> Sequence[Callable[[], None]]:
        return (self._make_parts,)

    def make_parts(self, explanation: str) -> RecordParts:
        """Return the table of the parts."""
        return RecordParts(self._context, self._part_type, explanation, self._add_part)

    def _make_parts(self) -> None:
        title, explanation = self.part_words()
        self.parts = self.make_parts(explanation)
        self.detail.add_tab(self.parts, title)
        self.chosen.connect(self._show_parts)

    def _show_parts(self, keys: Sequence[int]) -> None:
        if self.parts is not None:
            self.parts.show_records(keys)

    def add_part(self) -> None:
        """Add a part to the record in hand."""
        self.furnish_once()
        if self.parts is not None:
            self._show_parts(self.keys_in_hand())
            self.detail.tabs.setCurrentWidget(self.parts)
            self.parts.add()

    def refresh(self, changes: ChangeSet | None) -> None:
        super().refresh(changes)
        if changes is None:
            self._list()
        if self.parts is not None:
            self.parts.refresh(changes)

    def leave(self) -> None:
        super().leave()
        if self.parts is not None:
            self.parts.leave()

    def narrowed(self, listing: Listing) -> bool:
        return bool(listing.words)  # the survey in hand is all there is to see here

    def order(self) -> Order:
        """Return the order in which they are listed, until somebody sorts them otherwise."""
        return Order()

    def _list(self, _key: object = None) -> None:
        records = self.table.records
        order = records.listing.order if records.listing.order.field else self.order()
        equals = {"survey": self._in_hand.key or 0}
        records.list_records(replace(records.listing, equals=equals, order=order))


class OptionParts(RecordParts):
    """The answers that a question offers; a new one comes last and counts one more."""

    def __init__(self, context: DeskContext, *arguments: Any) -> None:
        super().__init__(context, *arguments)
        writer = self.table.records.writer
        writer.also = partial(follow_option_edits, context.workspace)
        writer.remove = partial(remove_options, context.workspace)

    def new_values(self) -> Mapping[str, Any]:
        place = len(self.table.records.keys) + 1
        return {**super().new_values(), "value": str(place), "number": place, "position": place}


class QuestionPane(_OfSurvey):
    """The questions of the survey in hand, each with the answers it offers."""

    def __init__(self, context: DeskContext, in_hand: SurveyInHand, add_part: QAction) -> None:
        super().__init__(context, Question, QUESTIONS, in_hand, QuestionOption, add_part)
        self.preview: Preview | None = None
        writer = self.table.records.writer
        writer.also = partial(follow_question_edits, context.workspace)
        writer.make = partial(make_questions, context.workspace)
        writer.remove = partial(remove_questions, context.workspace)
        self.table.columns.hide_at_first("help", "block", "scale", "least", "most", "construct")
        self.table.columns.lead_with("position", "key", "text", then=("kind",))

    def new_values(self) -> Mapping[str, Any]:
        """Return what a new question begins with: it comes last, under a key of its own."""
        place = len(self.table.records.keys) + 1
        return {**super().new_values(), "key": f"q{place}", "position": place}

    def furnishings(self) -> Sequence[Callable[[], None]]:
        return (*super().furnishings(), self._make_preview)

    def _make_preview(self) -> None:
        self.preview = Preview(self._context)
        self.detail.add_tab(self.preview, self.tr("Preview"))
        self.chosen.connect(self.preview.show_records)

    def make_parts(self, explanation: str) -> RecordParts:
        return OptionParts(self._context, self._part_type, explanation, self._add_part)

    def order(self) -> Order:
        return Order("position")

    def part_words(self) -> tuple[str, str]:
        return self.tr("Answers"), self.tr("The answers that the question offers, in their order.")


class WavePane(_OfSurvey):
    """The waves of the survey in hand, each with who was invited."""

    def __init__(self, context: DeskContext, in_hand: SurveyInHand, add_part: QAction) -> None:
        super().__init__(context, Wave, WAVES, in_hand, Invitation, add_part)
        self.table.records.writer.remove = partial(remove_waves, context.workspace)
        self.table.columns.lead_with("code", "title", "status", then=("opens", "closes"))

    def part_words(self) -> tuple[str, str]:
        return self.tr("Invited"), self.tr("How many of each group were asked, as it was then.")
