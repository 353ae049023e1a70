"""The view Results: what the answers to the survey in hand say, and what they cannot say."""

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSplitter, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from changedesk.store.change import ChangeSet
from changedesk.survey.contrasts import Contrast
from changedesk.survey.results import WaveFigures
from changedesk.survey.viewing import Slice, Told
from ui.desk_context import DeskContext
from ui.i18n import translate_label
from ui.jobs import Progress
from ui.survey import answers_chart, rates_chart, scores_chart, trend_chart
from ui.survey import result_rows as rows
from ui.survey import result_sheets as sheets
from ui.survey import result_words as words
from ui.survey import results_sentences as say
from ui.survey import score_rows as scoring
from ui.survey.figure_detail import FigureDetail
from ui.survey.figure_sheet import Sheet
from ui.survey.in_hand import SurveyInHand
from ui.survey.results_bar import ResultsBar
from ui.survey.results_pictures import HeatPicture, ListPicture, Picture, VerdictPicture
from ui.survey.results_reading import EVERYBODY, Found, Wanted, mark_of, read_figures
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
        self.bar = ResultsBar()
        self.detail = FigureDetail(context.theme)
        self.detail.hide()
        self.detail.left.connect(self.close_detail)
        self.empty = EmptyState(context.theme, "surveys", "", "")
        self.no_survey = EmptyState(
            context.theme, "surveys", self.tr("No survey yet"),
            self.tr("Results are those of a survey: take a ready one or make one first."),
        )  # fmt: skip
        self._make_pictures()
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(self.tr("Pictures of the results"))
        self.pictures = QStackedWidget()
        for title, picture in self._titled():
            self.tabs.addTab(title)
            self.pictures.addWidget(picture)
        self._lay_out()
        self.tabs.currentChanged.connect(self._turn)
        self.bar.read_anew.connect(self.fetch)
        self.bar.survey.picked.connect(self._choose_survey)
        self.bar.show_anew.connect(self._show)
        in_hand.changed.connect(self._other_survey)
        self.setFocusProxy(self.pictures)

    def _make_pictures(self) -> None:
        theme = self._context.theme
        self.answers = ListPicture(
            theme, self.tr("Answers to each question"),
            self.tr("% of those who answered · left of the dashed line the lower answers, right of "
                    "it the higher ones · at the right the two highest, with 95 % interval"),
            answers_chart.AnswersDelegate,
        )  # fmt: skip
        self.trend = ListPicture(
            theme, self.tr("Each question over the waves"), "", trend_chart.TrendDelegate
        )
        self.heat = HeatPicture(
            theme, self.tr("Questions by groups"),
            "",
        )  # fmt: skip
        self.scores = ListPicture(
            theme, self.tr("Scores"), self.tr("The mark is the score, the box its 95 % interval"),
            scores_chart.ScoresDelegate,
        )  # fmt: skip
        self.rates = ListPicture(theme, self.tr("Who answered"), "", rates_chart.RatesDelegate)
        self.changes = VerdictPicture(theme, self.tr("Changes between waves"), "")
        self.differences = VerdictPicture(theme, self.tr("Differences between groups"), "")
        for picture, show in (
            (self.answers, self._open_answer), (self.trend, self._open_trend),
            (self.scores, self._open_score), (self.rates, self._open_rate),
            (self.changes, self._open_change), (self.differences, self._open_difference),
            (self.heat, self._open_heat),
        ):  # fmt: skip
            picture.opened.connect(show)
        self.heat.cell.connect(self._open_heat)

    def _titled(self) -> Sequence[tuple[str, Picture]]:
        return (
            (self.tr("Answers"), self.answers), (self.tr("Over time"), self.trend),
            (self.tr("Groups"), self.heat), (self.tr("Scores"), self.scores),
            (self.tr("Who answered"), self.rates), (self.tr("Changes"), self.changes),
            (self.tr("Differences"), self.differences),
        )  # fmt: skip

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
        self.bar.wave.offer(waves, self.wave.wave.id)
        self.bar.by.offer(
            [*self.bar.attributes(), *((text, key) for key, text in found.by_choices())],
            found.apart.by,
        )
        self._show()

    def _say_empty(self, found: Found | None) -> None:
        self._stack.setCurrentIndex(2 if found is None else 1)
        if found is not None:
            told = self.tr(
                "Nobody has answered “{0}” so far. Open a wave, then let people answer in kiosk "
                "mode, send the Excel form, or take returned forms in."
            )
            self.empty.say(self.tr("No answers yet"), told.format(found.told.survey.title))

    # -- showing ------------------------------------------------------------------------------

    @property
    def wave(self) -> WaveFigures:
        """Return the wave in hand, as it is with responses told apart."""
        assert self.found is not None
        return self.found.apart.waves[self.found.wave or 0]

    def _part(self, wave: WaveFigures) -> Slice | None:
        mark = self.bar.part.value or EVERYBODY
        return next((one for one in wave.by if mark_of(one) == mark), None)

    def shown(self, wave: WaveFigures) -> rows.Shown | None:
        """Return what is looked at in a wave; None where the part has no responses in it."""
        assert self.found is not None
        least = self.found.told.survey.min_cell
        if (self.bar.part.value or EVERYBODY) == EVERYBODY:
            place = [one.wave.id for one in self.found.apart.waves].index(wave.wave.id)
            return rows.shown_of(self.found.whole.waves[place], None, least)
        part = self._part(wave)
        return None if part is None else rows.shown_of(wave, part, least)

    def _show(self) -> None:
        found = self.found
        if found is None or not found.answered:
            return
        unnamed = self.tr("(not told)")
        parts = [(one.label or unnamed, mark_of(one)) for one in self.wave.by]
        everybody = (self.tr("Everybody"), EVERYBODY)
        self.bar.part.offer([everybody, *parts], self.bar.part.value or EVERYBODY)
        shown = self.shown(self.wave)
        assert shown is not None
        self.answer_rows = rows.answer_rows(shown)
        told = [answers_chart.told_of(row) for row in self.answer_rows]
        self.answers.show_rows(self.answer_rows, told, sheets.answers_sheet(shown))
        self._show_trend(found)
        self.map = rows.heat(self.wave, found.told.survey.min_cell, unnamed)
        self.heat.say_legend(say.heat_legend(self.map, found.told.survey.min_cell))
        self.heat.show_heat(self.map, sheets.heat_sheet(self.map))
        self.score_rows = scoring.score_rows(shown)
        told = [scores_chart.told_of(row) for row in self.score_rows]
        self.scores.show_rows(self.score_rows, told, sheets.scores_sheet(self.score_rows))
        self._show_rates()
        for picture, made in (
            (self.changes, found.whole.comparisons), (self.differences, found.between_groups),
        ):  # fmt: skip
            sheet = sheets.contrasts_sheet(found.whole, made)
            picture.show_sheet(sheet, [words.verdict_code(one.comparison) for one in made])
        self._choose_forms(found)
        self.close_detail()

    def _show_trend(self, found: Found) -> None:
        verdicts: dict[str, str] = {}
        if (self.bar.part.value or EVERYBODY) == EVERYBODY:
            # The last comparison of an item is that of the last wave with the first.
            within = self.tr("part of {0}, see there")
            for scale in found.whole.waves[0].scales:
                name = translate_label(scale.composite.name)
                verdicts |= {one.key: within.format(name) for one in scale.composite.questions}
            made = found.whole.comparisons
            verdicts |= {one.item: words.verdict(one.comparison) for one in made}
        parts = [self.shown(one) for one in found.apart.waves]
        self.trend_rows = [
            *scoring.score_trends(found.whole, parts, verdicts),
            *rows.trend_rows(found.whole, parts, verdicts),
        ]
        told = [trend_chart.told_of(row) for row in self.trend_rows]
        self.trend.show_rows(self.trend_rows, told, sheets.trend_sheet(self.trend_rows))
        self.trend.say_legend(say.trend_legend(found.whole))
        self.changes.say_legend(say.changes_legend(found.whole))

    def _show_rates(self) -> None:
        self.rate_rows = scoring.rate_rows(self.wave, self.tr("(another group)"))
        told = [rates_chart.told_of(row) for row in self.rate_rows]
        self.rates.show_rows(self.rate_rows, told, sheets.rates_sheet(self.rate_rows))
        self.rates.say_legend(say.rates_legend(self.wave))

    def _choose_forms(self, found: Found) -> None:
        table = self.bar.as_table.isChecked()
        waves = sum(bool(one.responses) for one in found.whole.waves)
        nothing = {
            self.trend: say.no_trend() if waves < 2 or not self.trend_rows else "",
            self.heat: "" if self.map.names and self.wave.by else say.no_groups(),
            self.scores: "" if self.score_rows else say.no_scores(),
            self.rates: "" if self.rate_rows else say.no_rates(),
            self.changes: "" if found.whole.comparisons else say.no_changes(),
            self.differences: "" if found.between_groups else say.no_differences(),
        }
        for _, picture in self._titled():
            picture.show_as(table=table, empty=nothing.get(picture, ""))

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

    def _open_answer(self, place: int) -> None:
        self._open_item(self.answer_rows[place].item.question.key)

    def _open_trend(self, place: int) -> None:
        row = self.trend_rows[place]
        if row.item:
            self._open_item(row.item)
        else:
            self._open_score(next(n for n, o in enumerate(self.score_rows) if o.name == row.name))

    def _open_heat(self, row: int, column: int = 0) -> None:
        if column and self.wave.by:
            mark = mark_of(self.wave.by[column - 1])
            if mark != self.bar.part.value:
                index = self.bar.part.findData(mark)
                self.bar.part.setCurrentIndex(index)
                self._show()
                self.heat.heat.setCurrentIndex(self.heat.heat.lines.index(row, column))
        self._open_item(self.map.keys[row])

    def _open_item(self, key: str) -> None:
        found = self.found
        here = self.shown(self.wave) if found is not None else None
        if found is None or here is None:
            return
        waves = [
            (one.wave.title, shown)
            for one in found.apart.waves
            if one.responses and (shown := self.shown(one)) is not None
        ]
        item = next(one for one in here.items if one.question.key == key)
        self.detail.show_item(item, here, waves)
        self.detail.show()

    def _open_score(self, place: int) -> None:
        shown = self.shown(self.wave)
        if shown is not None:
            self.detail.show_score(self.score_rows[place], shown)
            self.detail.show()

    def _open_rate(self, place: int) -> None:
        row, found = self.rate_rows[place], self.found
        if found is None:
            return
        group = None if row.whole else self.wave.rates[place - 1].group
        names = found.missing.get(group, ()) if group is not None else ()
        lines = [rates_chart.rate_words(row), rates_chart.needed_words(row)]
        if found.told.survey.mode != "identified":
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
