"""Keying papers one after another, without the mouse: codes, Enter, the next paper."""

from collections import deque
from dataclasses import dataclass, field

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from changedesk.store.errors import ChangeDeskError
from changedesk.survey.going_on import take_out
from changedesk.survey.linking import linked
from changedesk.survey.responding import Arrival, Respondent, take_response
from ui.desk_context import DeskContext
from ui.jobs import Progress
from ui.survey.kiosk_fields import day_order
from ui.survey.kiosk_setup import Collecting
from ui.survey.paper_lines import PaperLine
from ui.survey.paper_sheet import CODE, PERSON, PaperSheet
from ui.theme.tokens import GRID
from ui.widgets.text import plain_label

_AT_FIRST, _AT_ONCE = 12, 6


@dataclass
class Paper:
    """One paper that was keyed: its number, what was typed, and the name it is kept under."""

    number: int
    texts: dict[str, str]
    line: str
    partial: bool
    item: QListWidgetItem
    name: str = ""
    failed: str = ""
    leaving: bool = field(default=False)


class PaperDialog(QDialog):
    """Each paper is kept as soon as its last line is left; the newest ones stand on the right."""

    def __init__(self, context: DeskContext, chosen: Collecting, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context, self._chosen = context, chosen
        offer = chosen.offer
        self.sheet = PaperSheet(
            offer.told, chosen.groups, offer.people, coded=bool(chosen.key), order=day_order()
        )
        self.papers: list[Paper] = []
        self._number = 0
        self._pending: deque[Paper] = deque()
        self._taking: deque[Paper] = deque()
        self._warned = ""
        self.setWindowTitle(self.tr("Key in paper answers"))
        self._names = tuple(name for _, name in offer.people)
        self.lines: list[PaperLine] = []
        self._more = QTimer(self)
        self._more.setSingleShot(True)
        self._more.setInterval(0)
        self._more.timeout.connect(self._grow)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 3, GRID * 2, GRID * 3, GRID * 2)
        column.setSpacing(GRID)
        title = plain_label(f"{offer.survey.title} · {chosen.wave.title}", "title", wrap=True)
        column.addWidget(title)
        hint = self.tr(
            "Type the code of the box that is ticked, Enter goes on. Several codes: 1 3. An empty "
            "line is a question without an answer. After the last line Enter keeps the paper."
        )
        column.addWidget(plain_label(hint, "soft", wrap=True))
        sides = QHBoxLayout()
        sides.setSpacing(GRID * 2)
        sides.addWidget(self._left(), 1)
        sides.addWidget(self._right())
        column.addLayout(sides, 1)
        self.said = plain_label("", "heading", wrap=True)
        column.addLayout(self._foot())
        QShortcut(QKeySequence("Ctrl+Return"), self, self.keep)
        QShortcut(QKeySequence("Ctrl+Z"), self, self.take_newest_out)
        room = parent.window().size()
        self.resize(min(GRID * 150, room.width() - GRID * 4), min(GRID * 90, room.height()))
        self._show()
        self._go(0)

    # -- making -------------------------------------------------------------------------------

    def _left(self) -> QScrollArea:
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, GRID, 0)
        column.setSpacing(0)
        column.addStretch(1)
        self._lines_column = column
        self._area.setWidget(holder)
        self._add_lines(_AT_FIRST)
        self._more.start()
        return self._area

    def _grow(self) -> None:
        # All lines of a long paper at once would be felt.
        self._add_lines(_AT_ONCE)
        if len(self.lines) < len(self.sheet.rows):
            self._more.start()

    def _add_lines(self, number: int) -> None:
        here = len(self.lines)
        for row in self.sheet.rows[here : here + number]:
            line = PaperLine(row, self._names if row.id == PERSON else ())
            line.show_text(self.sheet.texts.get(row.id, ""))
            line.typed.connect(self._typed)
            line.edit.on.connect(self._on)
            line.edit.back.connect(self._back)
            line.edit.met.connect(self._met)
            line.edit.undo_wanted.connect(self.take_newest_out)
            self._lines_column.insertWidget(len(self.lines), line)
            line.show()
            self.lines.append(line)
            self._show_line(len(self.lines) - 1)

    def _right(self) -> QWidget:
        right = QWidget()
        right.setFixedWidth(GRID * 34)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        self.count = plain_label("", "heading")
        self.list = QListWidget()
        self.list.setProperty("look", "card")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.list.setAccessibleName(self.tr("Papers that were keyed"))
        self.list.itemActivated.connect(self._bring_back)
        self.out = QPushButton(self.tr("Take out (Ctrl+Z)"))
        self.out.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.out.clicked.connect(self._take_chosen_out)
        column.addWidget(self.count)
        column.addWidget(self.list, 1)
        column.addWidget(self.out)
        return right

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.keep_button = QPushButton(self.tr("Keep the paper (Ctrl+Enter)"))
        self.keep_button.setProperty("look", "primary")
        self.keep_button.setAutoDefault(False)
        self.keep_button.clicked.connect(self.keep)
        close = QPushButton(self.tr("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        self.out.setAutoDefault(False)
        row.addWidget(self.said, 1)
        row.addWidget(self.keep_button)
        row.addWidget(close)
        return row

    # -- typing -------------------------------------------------------------------------------

    def _typed(self, row: str, text: str) -> None:
        self.sheet.put(row, text)
        self._warned = ""
        self.said.setText("")
        self._show()

    def _show(self) -> None:
        for place in range(len(self.lines)):
            self._show_line(place)
        kept = sum(bool(paper.name) for paper in self.papers)
        self.count.setText(self.tr("Papers kept: {0}").format(kept))
        self.out.setEnabled(any(paper.name for paper in self.papers))

    def _show_line(self, place: int) -> None:
        line = self.lines[place]
        wrong = "" if line.edit.hasFocus() else self.sheet.wrong(line.row)
        line.show_state(
            skipped=self.sheet.skips(line.row), meaning=self.sheet.meaning(line.row), wrong=wrong
        )

    def _here(self) -> int:
        places = [place for place, line in enumerate(self.lines) if line.edit.hasFocus()]
        return places[0] if places else -1

    def _met(self) -> None:
        sender = self.sender()
        for line in self.lines:
            line.mark(line.edit is sender)
            if line.edit is sender:
                self._area.ensureWidgetVisible(line, 0, GRID * 8)
        self._show()

    def _on(self) -> None:
        here = self._here()
        wrong = self.sheet.wrong(self.lines[here].row)
        if wrong:
            self._refuse(here, wrong)
            return
        following = [
            place
            for place in range(here + 1, len(self.sheet.rows))
            if not self.sheet.skips(self.sheet.rows[place])
        ]
        if following:
            self._go(following[0])
        else:
            self.keep()

    def _back(self) -> None:
        before = [p for p in range(self._here()) if not self.sheet.skips(self.sheet.rows[p])]
        if before:
            self._go(before[-1])

    def _go(self, place: int) -> None:
        self._add_lines(place + 1 - len(self.lines))
        self.lines[place].edit.setFocus()
        self.lines[place].edit.selectAll()

    def _refuse(self, place: int, words: str) -> None:
        self._go(place)
        self.lines[place].show_state(skipped=False, meaning="", wrong=words)

    # -- keeping ------------------------------------------------------------------------------

    def keep(self) -> None:
        """Keep the paper and begin the next one."""
        for place, row in enumerate(self.sheet.rows):
            wrong = self.sheet.wrong(row)
            if wrong:
                self._refuse(place, wrong)
                return
        if self.sheet.empty:
            self.said.setText(self.tr("Nothing was keyed yet."))
            return
        lacking = self.sheet.lacking
        if lacking and self._warned != "partial":
            self._warned = "partial"
            numbers = ", ".join(row.number for row in lacking)
            self.said.setText(
                self.tr("Without an answer: {0}. Enter again keeps it as partial.").format(numbers)
            )
            return
        self._keep(partial=bool(lacking))

    def _keep(self, *, partial: bool) -> None:
        sheet, workspace, wave = self.sheet, self._context.workspace, self._chosen.wave.id
        self._number += 1
        item = QListWidgetItem(self.tr("{0}: one moment…").format(self._number))
        self.list.insertItem(0, item)
        paper = Paper(self._number, sheet.texts, sheet.line, partial, item)
        self.papers.append(paper)
        self._pending.append(paper)
        answers = sheet.answers()
        code = sheet.texts.get(CODE, "")
        who = Respondent(
            group=sheet.group if self._chosen.asks else self._chosen.group,
            person=sheet.person,
            link=linked(self._chosen.key, code) if self._chosen.key else "",
        )
        reached = sheet.told.questions[-1].key if partial else None

        def work(_: Progress) -> str:
            return take_response(workspace, wave, answers, who, Arrival("paper"), reached=reached)

        self._begin_next()
        self._context.jobs.write(work, self._kept, self._not_kept)

    def _begin_next(self) -> None:
        self.sheet.clear()
        self._warned = ""
        self.said.setText("")
        self._show_texts()
        first = 1 if self.lines[0].edit.text() and len(self.lines) > 1 else 0
        self._go(first)

    def _show_texts(self) -> None:
        texts = self.sheet.texts
        for line in self.lines:
            line.show_text(texts.get(line.row.id, ""))
        self.sheet.texts = texts
        self._show()

    def _kept(self, name: str) -> None:
        paper = self._pending.popleft()
        paper.name = name
        mark = self.tr("partial, ") if paper.partial else ""
        paper.item.setText(f"✔ {paper.number}: {mark}{paper.line}")
        self._show()

    def _not_kept(self, error: BaseException) -> None:
        paper = self._pending.popleft()
        known = isinstance(error, ChangeDeskError)
        paper.failed = str(error) if known else self.tr("for a reason that nobody foresaw")
        paper.item.setText(self.tr("✖ {0}: not kept. {1}").format(paper.number, paper.line))
        if self.sheet.empty:
            self._bring_back(paper.item)
        self.said.setText(self.tr("Paper {0} was not kept: {1}").format(paper.number, paper.failed))
        if not known:
            self._context.messages.problem(error)

    def _bring_back(self, item: QListWidgetItem) -> None:
        paper = next((one for one in self.papers if one.item is item), None)
        if paper is None or not paper.failed:
            return
        if not self.sheet.empty:
            self.said.setText(self.tr("Keep the paper at hand first, then this one comes back."))
            return
        self._forget(paper)
        self._show_paper(paper)

    def _show_paper(self, paper: Paper) -> None:
        self.sheet.texts = paper.texts
        self._show_texts()
        self._go(0)

    def _forget(self, paper: Paper) -> None:
        self.papers.remove(paper)
        self.list.takeItem(self.list.row(paper.item))

    # -- taking out ---------------------------------------------------------------------------

    def take_newest_out(self) -> None:
        """Take the newest paper out; it comes back into the lines, to be mended."""
        kept = [paper for paper in self.papers if paper.name and not paper.leaving]
        if kept:
            self._take_out(kept[-1])

    def _take_chosen_out(self) -> None:
        item = self.list.currentItem()
        chosen = [one for one in self.papers if one.item is item and one.name and not one.leaving]
        if chosen:
            self._take_out(chosen[0])
        else:
            self.take_newest_out()

    def _take_out(self, paper: Paper) -> None:
        workspace, wave, name = self._context.workspace, self._chosen.wave.id, paper.name
        paper.leaving = True
        self._taking.append(paper)

        def work(_: Progress) -> None:
            take_out(workspace, wave, name)

        self._context.jobs.write(work, self._taken, self._not_taken)

    def _taken(self, _nothing: object) -> None:
        paper = self._taking.popleft()
        self._forget(paper)
        if self.sheet.empty:
            self._show_paper(paper)
            self.said.setText(
                self.tr("Paper {0} was taken out; mend it and keep it again.").format(paper.number)
            )
        else:
            self.said.setText(self.tr("Paper {0} was taken out.").format(paper.number))
        self._show()

    def _not_taken(self, error: BaseException) -> None:
        paper = self._taking.popleft()
        paper.leaving = False
        self.said.setText(str(error))
        if not isinstance(error, ChangeDeskError):
            self._context.messages.problem(error)

    # -- closing ------------------------------------------------------------------------------

    def reject(self) -> None:
        """Close, unless a paper would be lost by that; the second time it is."""
        unkept = not self.sheet.empty or any(paper.failed for paper in self.papers)
        if self._pending:
            self.said.setText(self.tr("One moment: the last paper is being kept."))
        elif unkept and self._warned != "close":
            self._warned = "close"
            self.said.setText(self.tr("A paper is not kept yet. Closing again gives it up."))
        else:
            super().reject()
