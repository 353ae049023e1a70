"""The pictures of the results, one at a time; each is filled when it is looked at."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QStackedWidget

from changedesk.survey.contrasts import Contrast
from changedesk.survey.results import WaveFigures
from ui.i18n import translate_label
from ui.survey import answers_chart, rates_chart, scores_chart, trend_chart
from ui.survey import result_rows as rows
from ui.survey import result_sheets as sheets
from ui.survey import result_words as words
from ui.survey import results_sentences as say
from ui.survey import score_rows as scoring
from ui.survey.results_pictures import HeatPicture, ListPicture, Picture, VerdictPicture
from ui.survey.results_reading import EVERYBODY, Found, mark_of
from ui.theme.theme import Theme


@dataclass(frozen=True)
class Look:
    """What is looked at: figures that were read, a part of the people, as pictures or tables."""

    found: Found
    part: str = EVERYBODY
    table: bool = False

    @property
    def wave(self) -> WaveFigures:
        """Return the wave in hand, as it is with responses told apart."""
        return self.found.apart.waves[self.found.wave or 0]

    def shown(self, wave: WaveFigures) -> rows.Shown | None:
        """Return what is looked at in a wave; None where the part has no responses in it."""
        least = self.found.told.survey.min_cell
        if self.part == EVERYBODY:
            place = [one.wave.id for one in self.found.apart.waves].index(wave.wave.id)
            return rows.shown_of(self.found.whole.waves[place], None, least)
        part = next((one for one in wave.by if mark_of(one) == self.part), None)
        return None if part is None else rows.shown_of(wave, part, least)


class ResultPictures(QStackedWidget):
    """Answers, time, groups, scores, who answered, changes, differences."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._look: Look | None = None
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
        self._fill: dict[Picture, Callable[[Look, rows.Shown], str]] = {
            self.answers: self._fill_answers, self.trend: self._fill_trend,
            self.heat: self._fill_heat, self.scores: self._fill_scores,
            self.rates: self._fill_rates, self.changes: self._fill_changes,
            self.differences: self._fill_differences,
        }  # fmt: skip
        self._stale: set[Picture] = set()
        for picture in self._fill:
            self.addWidget(picture)
        self.currentChanged.connect(self._fill_current)

    def titled(self) -> Sequence[tuple[str, Picture]]:
        """Return each picture with its title, in their order."""
        return (
            (self.tr("Answers"), self.answers), (self.tr("Over time"), self.trend),
            (self.tr("Groups"), self.heat), (self.tr("Scores"), self.scores),
            (self.tr("Who answered"), self.rates), (self.tr("Changes"), self.changes),
            (self.tr("Differences"), self.differences),
        )  # fmt: skip

    def show_look(self, look: Look) -> None:
        """Show other figures.

        What is not looked at is worked out when it is: figures of many groups take their time.
        """
        self._look, self._stale = look, set(self._fill)
        self._fill_current()

    def _fill_current(self) -> None:
        picture = self.currentWidget()
        if self._look is None or not isinstance(picture, Picture) or picture not in self._stale:
            return
        self._stale.remove(picture)
        shown = self._look.shown(self._look.wave)
        assert shown is not None
        picture.show_as(table=self._look.table, empty=self._fill[picture](self._look, shown))

    def _fill_answers(self, _look: Look, shown: rows.Shown) -> str:
        self.answer_rows = rows.answer_rows(shown)
        told = [answers_chart.told_of(row) for row in self.answer_rows]
        self.answers.show_rows(self.answer_rows, told, sheets.answers_sheet(shown))
        return ""

    def _fill_trend(self, look: Look, _shown: rows.Shown) -> str:
        verdicts: dict[str, str] = {}
        if look.part == EVERYBODY:
            # The last comparison of an item is that of the last wave with the first.
            within = self.tr("part of {0}, see there")
            for scale in look.found.whole.waves[0].scales:
                name = translate_label(scale.composite.name)
                verdicts |= {one.key: within.format(name) for one in scale.composite.questions}
            made = look.found.whole.comparisons
            verdicts |= {one.item: words.verdict(one.comparison) for one in made}
        parts = [look.shown(one) for one in look.found.apart.waves]
        self.trend_rows = [
            *scoring.score_trends(look.found.whole, parts, verdicts),
            *rows.trend_rows(look.found.whole, parts, verdicts),
        ]
        told = [trend_chart.told_of(row) for row in self.trend_rows]
        self.trend.show_rows(self.trend_rows, told, sheets.trend_sheet(self.trend_rows))
        self.trend.say_legend(say.trend_legend(look.found.whole))
        waves = sum(bool(one.responses) for one in look.found.whole.waves)
        return say.no_trend() if waves < 2 or not self.trend_rows else ""

    def _fill_heat(self, look: Look, _shown: rows.Shown) -> str:
        least = look.found.told.survey.min_cell
        self.map = rows.heat(look.wave, least, self.tr("(not told)"))
        self.heat.say_legend(say.heat_legend(self.map, least))
        self.heat.show_heat(self.map, sheets.heat_sheet(self.map))
        return "" if self.map.names and look.wave.by else say.no_groups()

    def _fill_scores(self, _look: Look, shown: rows.Shown) -> str:
        self.score_rows = scoring.score_rows(shown)
        told = [scores_chart.told_of(row) for row in self.score_rows]
        self.scores.show_rows(self.score_rows, told, sheets.scores_sheet(self.score_rows))
        return "" if self.score_rows else say.no_scores()

    def _fill_rates(self, look: Look, _shown: rows.Shown) -> str:
        self.rate_rows = scoring.rate_rows(look.wave, self.tr("(another group)"))
        told = [rates_chart.told_of(row) for row in self.rate_rows]
        self.rates.show_rows(self.rate_rows, told, sheets.rates_sheet(self.rate_rows))
        waits = look.found.waiting.get(look.wave.wave.id, 0)
        self.rates.say_legend(say.rates_legend(look.wave, waits))
        return "" if self.rate_rows else say.no_rates()

    def _fill_changes(self, look: Look, _shown: rows.Shown) -> str:
        _show_contrasts(self.changes, look.found, look.found.whole.comparisons)
        self.changes.say_legend(say.changes_legend(look.found.whole))
        return "" if look.found.whole.comparisons else say.no_changes()

    def _fill_differences(self, look: Look, _shown: rows.Shown) -> str:
        _show_contrasts(self.differences, look.found, look.found.between_groups)
        return "" if look.found.between_groups else say.no_differences()


def _show_contrasts(picture: VerdictPicture, found: Found, made: Sequence[Contrast]) -> None:
    turned = say.reversed_items(found.whole)
    codes = [words.verdict_code(one, turned) for one in made]
    picture.show_sheet(sheets.contrasts_sheet(found.whole, made), codes)
