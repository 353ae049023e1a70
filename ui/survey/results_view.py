"""The view Results: what the answers to the survey in hand say, and what they cannot say."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSplitter, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from changedesk.store.change import ChangeSet
from changedesk.survey.contrasts import Contrast
from changedesk.survey.viewing import Told
from ui.desk_context import DeskContext
from ui.jobs import Progress
from ui.survey import rates_chart
from ui.survey import results_sentences as say
from ui.survey import score_rows as scoring
from ui.survey.figure_detail import FigureDetail
from ui.survey.figure_sheet import Sheet
from ui.survey.in_hand import SurveyInHand
from ui.survey.results_bar import ResultsBar
from ui.survey.results_pictures import Picture
from ui.survey.results_reading import EVERYBODY, Found, Wanted, mark_of, read_figures
from ui.survey.results_stack import Look, ResultPictures
from ui.theme.tokens import GRID
from ui.widgets.empty_state import EmptyState

CONCERNING = frozenset(
    (
        "survey", "question", "question_option", "wave", "invitation", "reminder", "response",
        "answer_batch", "group", "person",
    )
)  # fmt: skip


class ResultsView(QWidget):
    """Choices above, a bar of pictures, the picture at hand, and what is behind a figure of it."""

    def __init__(
        self, context: DeskContext, in_hand: SurveyInHand, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._in_hand = context, in_hand
        self._number = 0
        self._told: Told | None = None
        self.found: Found | None = None
        self._look: Look | None = None
        self.bar = ResultsBar()
        self.detail = FigureDetail(context.theme)
        self.detail.hide()
        self.detail.left.connect(self.close_detail)
        self.empty = EmptyState(context.theme, "surveys", "", "")
        self.no_survey = EmptyState(
            context.theme, "surveys", self.tr("No survey yet"),
            self.tr("Results are those of a survey: take a ready one or make one first."),
        )  # fmt: skip
        self.pictures = ResultPictures(context.theme)
        self._open_by_click()
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(self.tr("Pictures of the results"))
        for title, _ in self.pictures.titled():
            self.tabs.addTab(title)
        self._lay_out()
        self.tabs.currentChanged.connect(self._turn)
        self.bar.read_anew.connect(self.fetch)
        self.bar.survey.picked.connect(self._choose_survey)
        self.bar.show_anew.connect(self._show)
        in_hand.changed.connect(self._other_survey)
        self.setFocusProxy(self.pictures)

    def _lay_out(self) -> None:
        self._split = QSplitter()
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(1)
        self._split.addWidget(self.pictures)
        self._split.addWidget(self.detail)
        self._split.setStretchFactor(0, 62)
        self._split.setStretchFactor(1, 38)
        self._split.setSizes([GRID * 80, GRID * 48])
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        inset = QVBoxLayout()
        inset.setContentsMargins(GRID * 2, 0, 0, 0)
        inset.addWidget(self.tabs)
        column.addLayout(inset)
        column.addWidget(self._split, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(full)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.no_survey)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def offer(self, first: QAction, *others: QAction) -> None:
        """Offer what makes a survey, and what brings answers to one."""
        self.no_survey.add_button(first, primary=True)
        for place, action in enumerate(others):
            self.empty.add_button(action, primary=place == 0)

    # -- reading ------------------------------------------------------------------------------

    def refresh(self, changes: ChangeSet | None) -> None:
        """Bring the figures up to date with a change, or wholly with None."""
        if changes is None or CONCERNING & set(changes.touched):
            self._told = None
            self.fetch()

    def _choose_survey(self) -> None:
        key = self.bar.survey.value
        if isinstance(key, int):
            self._in_hand.take(key)

    def _other_survey(self, key: object) -> None:
        if self._told is not None and key == self._told.survey.id:
            return
        self._told = None
        self.close_detail()
        for box in (self.bar.wave, self.bar.part):
            box.offer([], None)
        self.fetch()

    def fetch(self) -> None:
        """Read the figures for what is chosen, on a worker."""
        project, workspace = self._context.project_id, self._context.workspace
        self._number += 1
        if project is None:
            self._say_empty(None)
            return
        wave = self.bar.wave.value
        wanted = Wanted(
            project,
            self._in_hand.key,
            wave if isinstance(wave, int) else None,
            str(self.bar.by.value or "group"),
        )
        number, known = self._number, self._told

        def work(_: Progress) -> Found | None:
            return read_figures(workspace, number, wanted, known)

        self._context.jobs.run(work, self._take, title=self.tr("Working the figures out"))

    def _take(self, found: Found | None) -> None:
        if found is None:
            self._say_empty(None)
            return
        if found.number != self._number:
            return
        self.found, self._told = found, found.told
        self._in_hand.take(found.told.survey.id)
        if not found.answered:
            self._say_empty(found)
            return
        self._stack.setCurrentIndex(0)
        waves = [(f"{one.wave.code} {one.wave.title}", one.wave.id) for one in found.whole.waves]
        titles = [(one.title, one.id) for one in found.surveys]
        self.bar.survey.offer(titles, found.told.survey.id)
        self.bar.wave.offer(waves, Look(found).wave.wave.id)
        self.bar.by.offer(
            [*self.bar.attributes(), *((text, key) for key, text in found.by_choices())],
            found.apart.by,
        )
        self._show()

    def _say_empty(self, found: Found | None) -> None:
        self._stack.setCurrentIndex(2 if found is None else 1)
        if found is None:
            return
        survey = found.told.survey
        if waiting := sum(found.waiting.values()):
            self.empty.say(say.waiting(waiting), say.why_waiting(survey.min_cell))
            return
        told = self.tr(
            "Nobody has answered “{0}” so far. Open a wave, then let people answer in kiosk "
            "mode, send the Excel form, or take returned forms in."
        )
        self.empty.say(self.tr("No answers yet"), told.format(survey.title))

    # -- showing ------------------------------------------------------------------------------

    def _show(self) -> None:
        found = self.found
        if found is None or not found.answered:
            return
        unnamed = self.tr("(not told)")
        parts = [(one.label or unnamed, mark_of(one)) for one in Look(found).wave.by]
        everybody = (self.tr("Everybody"), EVERYBODY)
        self.bar.part.offer([everybody, *parts], self.bar.part.value or EVERYBODY)
        self._look = Look(
            found, str(self.bar.part.value or EVERYBODY), self.bar.as_table.isChecked()
        )
        self.pictures.show_look(self._look)
        self.close_detail()

    def _turn(self, place: int) -> None:
        self.close_detail()
        self.pictures.setCurrentIndex(place)

    def turn_to(self, picture: Picture) -> None:
        """Bring a picture up and give it the keyboard."""
        self.tabs.setCurrentIndex(self.pictures.indexOf(picture))
        picture.setFocus()

    # -- behind a figure ----------------------------------------------------------------------

    def close_detail(self) -> None:
        """Give the room back to the picture."""
        had = self.detail.isVisible()
        self.detail.hide()
        if had:
            self.pictures.currentWidget().setFocus()

    def _open_by_click(self) -> None:
        made = self.pictures
        for picture, show in (
            (made.answers, self._open_answer), (made.trend, self._open_trend),
            (made.scores, self._open_score_at), (made.rates, self._open_rate),
            (made.changes, self._open_change), (made.differences, self._open_difference),
            (made.heat, self._open_heat),
        ):  # fmt: skip
            picture.opened.connect(show)
        made.heat.cell.connect(self._open_heat)

    def _open_answer(self, place: int) -> None:
        self._open_item(self.pictures.answer_rows[place].item.question.key)

    def _open_trend(self, place: int) -> None:
        row = self.pictures.trend_rows[place]
        if row.item:
            self._open_item(row.item)
            return
        shown = self._look.shown(self._look.wave) if self._look is not None else None
        scores = [] if shown is None else scoring.score_rows(shown)
        self._open_score(next((one for one in scores if one.name == row.name), None))

    def _open_heat(self, row: int, column: int = 0) -> None:
        if column and self._look is not None and self._look.wave.by:
            mark = mark_of(self._look.wave.by[column - 1])
            if mark != self.bar.part.value:
                self.bar.part.setCurrentIndex(self.bar.part.findData(mark))
                self._show()
                table = self.pictures.heat.heat
                table.setCurrentIndex(table.lines.index(row, column))
        self._open_item(self.pictures.map.keys[row])

    def _open_item(self, key: str) -> None:
        look = self._look
        here = look.shown(look.wave) if look is not None else None
        if look is None or here is None:
            return
        waves = [
            (one.wave.title, shown)
            for one in look.found.apart.waves
            if one.responses and (shown := look.shown(one)) is not None
        ]
        item = next(one for one in here.items if one.question.key == key)
        self.detail.show_item(item, here, waves)
        self.detail.show()

    def _open_score_at(self, place: int) -> None:
        self._open_score(self.pictures.score_rows[place])

    def _open_score(self, row: scoring.ScoreRow | None) -> None:
        shown = self._look.shown(self._look.wave) if self._look is not None else None
        if shown is not None and row is not None:
            self.detail.show_score(row, shown)
            self.detail.show()

    def _open_rate(self, place: int) -> None:
        row, look = self.pictures.rate_rows[place], self._look
        if look is None:
            return
        group = None if row.whole else look.wave.rates[place - 1].group
        names = look.found.missing.get(group, ()) if group is not None else ()
        lines = [rates_chart.rate_words(row), rates_chart.needed_words(row)]
        if look.found.told.survey.mode != "identified":
            lines.append(self.tr("Who they are is not known: this survey does not tell names."))
        sheet = Sheet((self.tr("Did not answer"),), tuple((name,) for name in names))
        self.detail.show_words(row.name, lines, sheet)
        self.detail.show()

    def _open_change(self, place: int) -> None:
        if self.found is not None:
            self._open_contrast(self.found.whole.comparisons[place])

    def _open_difference(self, place: int) -> None:
        if self.found is not None:
            self._open_contrast(self.found.between_groups[place])

    def _open_contrast(self, one: Contrast) -> None:
        if self.found is not None:
            self.detail.show_contrast(self.found.whole, one)
            self.detail.show()
