"""What is behind a figure of the results: its answers as bars, its base, and all waves."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from changedesk.survey.contrasts import Contrast
from changedesk.survey.figures import ItemFigures
from changedesk.survey.results import Results
from changedesk.survey.scoring import ScaleFigures
from ui.survey import result_words as words
from ui.survey.answers_chart import BarsDelegate, bars_of
from ui.survey.figure_list import FigureList
from ui.survey.figure_sheet import Sheet, SheetTable
from ui.survey.result_rows import Shown, hidden_said
from ui.survey.result_sheets import between_of, what_of
from ui.survey.score_rows import ScoreRow
from ui.theme.theme import Theme
from ui.theme.tokens import GRID
from ui.uat.words import percent
from ui.widgets.buttons import icon_button
from ui.widgets.text import plain_label


class FigureDetail(QFrame):
    """`left` says that it is to be closed: Esc, or its button."""

    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "surface")
        self.setMinimumWidth(GRID * 42)
        self.heading = plain_label("", "heading", wrap=True)
        self.facts = plain_label("", wrap=True, selectable=True)
        self.bars = FigureList(theme, self.tr("Answers"), BarsDelegate)
        self.bars.setSelectionMode(FigureList.SelectionMode.NoSelection)
        self.more = plain_label("", "heading")
        self.table = SheetTable(theme, self.tr("Each wave"))
        close = icon_button(theme.icon("close"), self.tr("Close"))
        close.clicked.connect(self.left)
        head = QHBoxLayout()
        head.setContentsMargins(GRID * 2, GRID, GRID, 0)
        head.addWidget(self.heading, 1)
        head.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(head)
        for label in (self.facts, self.more):
            label.setContentsMargins(GRID * 2, 0, GRID * 2, 0)
        column.addWidget(self.facts)
        column.addWidget(self.bars, 3)
        column.addWidget(self.more)
        column.addWidget(self.table, 2)
        column.addStretch(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def show_item(
        self, item: ItemFigures, shown: Shown, waves: Sequence[tuple[str, Shown]]
    ) -> None:
        """Show a question: how it was answered now, and in each wave."""
        self.heading.setText(item.question.text)
        self.facts.setText("\n".join(self._facts(item, shown)))
        self._show_bars(item)
        titles = (
            self.tr("Wave"), self.tr("Answered"), self.tr("Top two"), self.tr("Median"),
            self.tr("Mean"),
        )  # fmt: skip
        lines = []
        for name, one in waves:
            found = next(i for i in one.items if i.question.id == item.question.id)
            lines.append((name, *self._wave(found, one)))
        self._show_table(self.tr("Each wave"), Sheet(titles, tuple(lines)))

    def _wave(self, item: ItemFigures, shown: Shown) -> tuple[str, ...]:
        if item.suppressed:
            return hidden_said(shown), "", "", ""
        top = ""
        if item.nps is not None:
            top = f"NPS {words.nps_words(item.nps)}"
        elif item.top2 is not None:
            top = f"{percent(item.top2)} ({words.between(item.top2)})"
        middle = (words.plain(item.median), words.number(item.mean, 2))
        return str(item.base), top, *middle

    def _facts(self, item: ItemFigures, shown: Shown) -> list[str]:
        if item.suppressed:
            if shown.waiting:
                return [self.tr("Groups and filters are shown once the wave is closed.")]
            return [words.hidden_reason(shown.least)]
        told = [self.tr("{0} answered.").format(item.base)]
        if item.missing:
            why = ", ".join(f"{n} {words.missing_words(code)}" for code, n in item.reasons)
            told.append(self.tr("{0} did not: {1}.").format(item.missing, why))
        lines = [" ".join(told)]
        if item.question.reverse:
            lines.append(self.tr("↺ Reversed: agreeing is bad news."))
        if item.top2 is not None and item.top2.base:
            lines.append(self.tr("Top two answers: {0}.").format(words.full_share(item.top2)))
        if item.median is not None:
            middle = self.tr("Median {0}, mean {1}").format(
                words.plain(item.median), words.number(item.mean, 2)
            )
            sd = self.tr(", standard deviation {0}").format(words.number(item.sd, 2))
            lines.append(f"{middle}{sd if item.sd is not None else ''}.")
        if item.nps is not None:
            counts = (item.nps.promoters, item.nps.passives, item.nps.detractors)
            split = self.tr("{0} promote, {1} passive, {2} detract").format(*counts)
            lines.append(f"NPS {words.nps_words(item.nps)}: {split}.")
        return lines

    def _show_bars(self, item: ItemFigures) -> None:
        rows = bars_of(item)
        told = [f"{bar.label}: {bar.n}" for bar, _ in rows]
        lines = tuple(
            (bar.label, str(bar.n), f"{100 * bar.n / base:.0f}" if base else "")
            for bar, base in rows
        )
        titles = (self.tr("Answer"), self.tr("Number"), self.tr("Share, %"))
        self.bars.show_rows(rows, told, Sheet(titles, lines))
        self.bars.setVisible(bool(rows))

    def _show_table(self, title: str, sheet: Sheet) -> None:
        self.more.setText(title)
        self.more.setVisible(bool(sheet.rows))
        self.table.show_sheet(sheet)
        self.table.setVisible(bool(sheet.rows))

    def show_score(self, row: ScoreRow, shown: Shown) -> None:
        """Show a score: how sure it is, and what each of its questions does to it."""
        self.heading.setText(row.name)
        self.bars.hide()
        if isinstance(row.figures, ItemFigures):
            self.show_item(row.figures, shown, ())
            return
        lines = [f"{row.kind}: {row.said}", *([row.note] if row.note else [])]
        told = row.figures
        if told is None or told.suppressed or told.mean is None:
            self.facts.setText("\n".join(lines))
            self._show_table("", Sheet())
            return
        lines += self._sure(told)
        self.facts.setText("\n".join(lines))
        titles = (self.tr("Alpha without"), self.tr("Question"))
        left = told.if_deleted or (None,) * len(told.composite.questions)
        rows = tuple(
            (words.number(alpha, 2), one.text)
            for one, alpha in zip(told.composite.questions, left, strict=True)
        )
        self._show_table(self.tr("Made of"), Sheet(titles, rows))

    def _sure(self, told: ScaleFigures) -> list[str]:
        lines = []
        if told.left_out:
            lines.append(
                self.tr("{0} answered only a part and are left out.").format(told.left_out)
            )
        if told.percentile is not None:
            about = self.tr("Better than about {0} of 100 systems that were measured.")
            lines.append(about.format(words.number(told.percentile, 0)))
        if told.alpha is not None:
            alpha = self.tr("Cronbach's alpha {0} ({1}).")
            sure = words.interval(told.alpha.low, told.alpha.high, 2)
            lines.append(alpha.format(words.number(told.alpha.value, 2), sure))
        warnings = {
            "low_alpha": self.tr("⚠ The questions hardly go together (alpha below 0.6)."),
            "negative_alpha": self.tr("⚠ A question asks the other way round: mark it reversed."),
            "few_people": self.tr("Fewer than ten answers: alpha says little."),
            "no_spread": self.tr("Everybody answered alike: there is no alpha."),
        }
        lines += [warnings[one] for one in told.warnings if one in warnings]
        return lines

    def show_contrast(self, found: Results, one: Contrast) -> None:
        """Show a comparison: the verdict, and all that it rests on."""
        told = one.comparison
        self.heading.setText(f"{what_of(one)}: {between_of(found, one)}")
        self.bars.hide()
        lines = [words.verdict(told)]
        if told.notes:
            lines.append(words.notes_words(told))
        if told.verdict == "too_few":
            lines.append(self.tr("That is not “no change”: so few answers could not show one."))
        self.facts.setText("\n\n".join(lines))
        rows = [
            (self.tr("Compared"), words.sizes_words(told)),
            (self.tr("Effect (95 %)"), words.effect_words(told)),
            (self.tr("Effect is"), words.effect_name(told)),
            (self.tr("Test"), words.test_words(told) or self.tr("none fits")),
            ("p", words.p_words(told.p)),
            (self.tr("p, all comparisons (Holm)"), words.p_words(told.p_holm)),
        ]
        if told.mid_p is not None:
            rows.append((self.tr("mid-p"), words.p_words(told.mid_p)))
        if one.ranks is not None:
            by_ranks = f"{words.effect_words(one.ranks)}, p {words.p_words(one.ranks.p)}"
            rows.append((self.tr("By ranks"), by_ranks))
        self._show_table("", Sheet((self.tr("What"), self.tr("Figure")), tuple(rows)))

    def show_words(self, heading: str, lines: Sequence[str], sheet: Sheet) -> None:
        """Show a sentence or two and a table."""
        self.heading.setText(heading)
        self.facts.setText("\n".join(lines))
        self.bars.hide()
        self._show_table("", sheet)
