"""The page Surveys: what is asked, when, and what came of it."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtWidgets import QWidget

from ui.records.views_page import View, ViewsPage
from ui.survey import specs
from ui.survey.answers_import import AnswersImport
from ui.survey.collecting import Collecting
from ui.survey.designing import Designing
from ui.survey.in_hand import SurveyInHand
from ui.survey.kiosk_hands import AnsweringHands
from ui.survey.panes import QuestionPane, SurveyPane, WavePane
from ui.survey.understanding import Understanding
from ui.survey.wave_hands import WaveHands


class SurveysPage(ViewsPage):
    """Surveys, the questions of the one in hand, and its waves, each a view under the title."""

    key = specs.PAGE

    def title(self) -> str:
        return self.tr("Surveys")

    def extend(self) -> None:
        self.in_hand = SurveyInHand(self)
        self.understanding = Understanding(self, self.in_hand)
        self._add_option = self.add_action(specs.ADD_OPTION, self._option, self._has_question)
        self._invite = self.add_action(specs.ADD_INVITATION, self._invitation, self._has_wave)
        self.answering = AnsweringHands(self, self.in_hand, self._wave_in_hand)
        kiosk = self.header.add_button(self.answering.kiosk)
        self.designing = Designing(self, self.in_hand, self._question_in_hand)
        self._ready_button = self.header.add_button(self.designing.ready)
        self.wave_hands = WaveHands(self, self._wave_in_hand)
        self.answers = AnswersImport(self)
        self.forms = Collecting(self, self.in_hand, self._wave_in_hand)
        self._wave_buttons = (
            kiosk,
            *(self.header.add_button(one) for one in (self.wave_hands.open, self.forms.take)),
        )

    def turned(self) -> None:
        for button in self._wave_buttons:
            button.setVisible(self.name_here == "waves")
        self._ready_button.setVisible(self.name_here == "surveys")

    def made(self, name: str, view: QWidget) -> None:
        self.understanding.made(view)
        if name == "surveys" and isinstance(view, SurveyPane):
            view.empty.add_button(self.designing.ready)
            view.empty.add_button(self.designing.read)

    def _question_in_hand(self) -> tuple[int, int] | None:
        if self.name_here != "questions" or not self.is_made("questions"):
            return None
        table = self.questions.table
        keys = table.chosen_keys()
        every = list(table.records.keys)
        return (keys[0], every.index(keys[0]) + 1) if len(keys) == 1 else None

    def _wave_in_hand(self) -> int | None:
        keys = self.waves.table.chosen_keys() if self.is_made("waves") else []
        return keys[0] if len(keys) == 1 else None

    def views_of(self) -> Sequence[View]:
        return (
            View(
                "surveys", self.tr("Surveys"), self._make_surveys, specs.SURVEYS,
                self.tr("&New survey"), ("survey",),
            ),
            View(
                "questions", self.tr("Questions"), self._make_questions, specs.QUESTIONS,
                self.tr("&New question"), ("question",),
            ),
            View(
                "waves", self.tr("Waves"), self._make_waves, specs.WAVES, self.tr("&New wave"),
                ("wave",),
            ),
            *self.understanding.views(),
        )  # fmt: skip

    def _make_surveys(self) -> QWidget:
        return SurveyPane(self.context, self.in_hand)

    def _make_questions(self) -> QWidget:
        return QuestionPane(self.context, self.in_hand, self._add_option)

    def _make_waves(self) -> QWidget:
        return WavePane(self.context, self.in_hand, self._invite)

    @property
    def questions(self) -> QuestionPane:
        """Return the table of questions."""
        return cast(QuestionPane, self.view("questions"))

    @property
    def waves(self) -> WavePane:
        """Return the table of waves."""
        return cast(WavePane, self.view("waves"))

    def _option(self) -> None:
        self.questions.add_part()

    def _invitation(self) -> None:
        self.waves.add_part()

    def close_page(self) -> None:
        if self._built:
            self.answering.end()
        super().close_page()

    def _has_question(self) -> bool:
        return self._one_in_hand("questions")

    def _has_wave(self) -> bool:
        return self._one_in_hand("waves")

    def _one_in_hand(self, name: str) -> bool:
        pane = self.pane
        return (
            self.name_here == name
            and pane is not None
            and pane.editable
            and len(pane.table.chosen_keys()) == 1
        )
