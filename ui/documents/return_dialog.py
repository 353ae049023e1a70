"""A returned workbook before it is taken in: what collides is decided, the rest is counted."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from changedesk.overview.returns import Cell, Preview
from ui.desk_context import DeskContext
from ui.documents.deciding import ASKED, CONFLICTS, Deciding, is_open
from ui.documents.return_card import ReturnCard
from ui.documents.return_table import ReturnTable
from ui.page import on_surface
from ui.theme.tokens import GRID
from ui.widgets.buttons import make_primary
from ui.widgets.one_line import keep_on_one_line
from ui.widgets.text import ElidedLabel, plain_label

_BY_DIGIT = {1: "take", 2: "keep", 3: "both"}


class ReturnDialog(QDialog):
    """`wanted` carries what was decided, and who returned it: it is to be taken in."""

    wanted = Signal(object, str)

    def __init__(self, context: DeskContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Returned workbook"))
        self.deciding: Deciding | None = None
        self.title = ElidedLabel()
        self.title.setProperty("look", "title")
        self.about = plain_label("", "soft", wrap=True)
        self.warning = plain_label("", wrap=True)
        self._warning_frame = QFrame()
        self._warning_frame.setProperty("look", "warning")
        inside = QVBoxLayout(self._warning_frame)
        inside.setContentsMargins(GRID * 3 // 2, GRID, GRID * 3 // 2, GRID)
        inside.addWidget(self.warning)
        self.returned_by = QLineEdit()
        self.returned_by.setMinimumWidth(GRID * 32)
        self.returned_by.setPlaceholderText(self.tr("Name"))
        keep_on_one_line(self.returned_by)
        self.table = ReturnTable(context.theme)
        self.card = ReturnCard()
        self.foot = plain_label("", "soft", wrap=True)
        self.take = QPushButton(self.tr("Take in"))
        self.take.setToolTip("Ctrl+Enter")
        make_primary(self.take)
        self._arrange()
        self._connect()
        self.resize(GRID * 150, GRID * 84)

    def _arrange(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(GRID * 3, GRID * 2, GRID * 3, GRID)
        head.setSpacing(GRID)
        who = QHBoxLayout()
        who.setSpacing(GRID)
        who.addWidget(self.title, 1)
        label = plain_label(self.tr("&Who returned it"))
        label.setBuddy(self.returned_by)
        who.addWidget(label)
        who.addWidget(self.returned_by)
        head.addLayout(who)
        head.addWidget(self.about)
        head.addWidget(self._warning_frame)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setContentsMargins(GRID * 3, GRID, GRID * 3, GRID * 2)
        foot.setSpacing(GRID)
        foot.addWidget(self.foot, 1)
        foot.addWidget(cancel)
        foot.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(on_surface(self.table, GRID * 2), 1)
        column.addWidget(self.card)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.table.chosen.connect(self._show_in_hand)
        self.table.decided.connect(self.decide)
        self.table.digit.connect(self.press)
        self.table.next_wanted.connect(self.table.to_next)
        self.table.taken_in.connect(self.take_in)
        self.card.decided.connect(self.decide)
        self.card.digit.connect(self.answer)
        self.take.clicked.connect(self.take_in)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.take_in)

    # -- showing ------------------------------------------------------------------------------

    def show_preview(self, preview: Preview, told: str = "") -> None:
        """Show a workbook; what was decided before still holds, `told` says what is new."""
        before = self.deciding
        self.deciding = Deciding(preview)
        if before is not None:
            units = {cell.unit for cell in preview.cells if is_open(cell)}
            keys = {cell.key for group in (ASKED,) for cell in self.deciding.groups[group]}
            kept = {unit: one for unit, one in before.decisions.items() if unit in units}
            self.deciding.decisions |= kept
            self.deciding.answers |= {k: v for k, v in before.answers.items() if k in keys}
        else:
            self.returned_by.setText(preview.returned_by)
        self.title.setText(preview.path.name)
        made_from = preview.document_name or preview.kind
        self.about.setText(
            f"{made_from} · {self.tr('%n cell(s) were filled in', '', len(preview.cells))}"
        )
        warnings = [*((told,) if told else ()), *preview.warnings]
        self.warning.setText("\n".join(warnings))
        self._warning_frame.setVisible(bool(warnings))
        self.table.show_deciding(self.deciding)
        self.set_busy(False)
        if not self.table.to_next() and self.table.lines.rows:
            self.table.take_row(0)
        (self.table if self._open_questions() else self.take).setFocus()
        self._show_in_hand()

    def tell(self, sentence: str) -> None:
        """Say what stands in the way; what was decided stays."""
        self.warning.setText(sentence)
        self._warning_frame.show()
        self.set_busy(False)

    def set_busy(self, busy: bool) -> None:
        """Let nothing be decided while it is taken in."""
        for part in (self.table, self.card, self.take, self.returned_by):
            part.setEnabled(not busy)

    def _open_questions(self) -> int:
        assert self.deciding is not None
        return self.deciding.undecided(CONFLICTS) + self.deciding.undecided(ASKED)

    def _show_in_hand(self) -> None:
        deciding = self.deciding
        if deciding is None:
            return
        self.card.show_cells(deciding, self.table.cells_in_hand())
        left = self._open_questions()
        if left:
            told = self.tr(
                "%n to decide: T take, K keep, B both, Space next. What is left undecided is done "
                "as its line says.", "", left,
            )  # fmt: skip
        else:
            told = self.tr("Ctrl+Enter takes it in as one change; Ctrl+Z takes all of it back.")
        self.foot.setText(told)

    # -- deciding -----------------------------------------------------------------------------

    def decide(self, decision: str) -> None:
        """Decide what is selected, and go on to the next that nobody decided."""
        deciding, cells = self.deciding, self.table.cells_in_hand()
        if deciding is None:
            return
        if decision in ("take", "keep", "both"):
            units = deciding.decide(cells, decision)  # type: ignore[arg-type]
            asked = [cell for cell in cells if deciding.options(cell)]
            if decision == "take":
                for cell in asked:
                    units |= deciding.answer([cell], cell.suggested)
            elif decision == "keep":
                units |= deciding.answer(asked, "")
            self._decided(units)

    def press(self, digit: int) -> None:
        """Take a digit as a decision or as an answer, whichever is asked here."""
        if any(is_open(cell) for cell in self.table.cells_in_hand()):
            if digit in _BY_DIGIT:
                self.decide(_BY_DIGIT[digit])
        else:
            self.answer(digit)

    def answer(self, digit: int) -> None:
        """Say what the unclear cells that are selected mean; 0 leaves them out."""
        deciding = self.deciding
        if deciding is None:
            return
        asked = [cell for cell in self.table.cells_in_hand() if deciding.options(cell)]
        if asked:
            options = deciding.options(asked[0])
            if digit <= len(options):
                code = options[digit - 1].code if digit else ""
                self._decided(deciding.answer(asked, code))

    def _decided(self, units: set[str]) -> None:
        if not units:
            return
        self.table.show_again(units)
        if len(self.table.chosen_values()) == 1 and isinstance(self.table.current_value(), Cell):
            self.table.to_next()
        self._show_in_hand()

    def take_in(self) -> None:
        """Ask for it to be taken in as it was decided."""
        if self.deciding is not None and self.take.isEnabled():
            self.set_busy(True)
            self.wanted.emit(self.deciding, self.returned_by.text())
