"""The choices above the results: which wave, told apart by what, which part of it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QWidget

from ui.survey.results_reading import EVERYBODY
from ui.theme.tokens import GRID
from ui.widgets.text import plain_label

LONGEST = 44


class Choice(QComboBox):
    """A box whose entries have a value; `picked` tells of a choice that a person made."""

    picked = Signal()

    def __init__(self, name: str, width: int) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(width)
        self.activated.connect(self.picked)

    def offer(self, entries: Sequence[tuple[str, object]], chosen: object) -> None:
        """Offer other entries, of which one is chosen; the first where it is not among them."""
        self.blockSignals(True)
        self.clear()
        for text, value in entries:
            self.addItem(text if len(text) <= LONGEST else f"{text[:LONGEST]}…", value)
        values = [value for _, value in entries]
        self.setCurrentIndex(values.index(chosen) if chosen in values else 0)
        self.blockSignals(False)

    @property
    def value(self) -> object:
        """Return the value of the entry that is chosen."""
        return self.currentData()


class ResultsBar(QWidget):
    """`waved`, `parted` and `sheeted` tell which choice was made anew."""

    read_anew = Signal()
    show_anew = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.survey = Choice(self.tr("Survey"), 16)
        self.wave = Choice(self.tr("Wave"), 14)
        self.by = Choice(self.tr("Told apart by"), 8)
        self.part = Choice(self.tr("Of these"), 10)
        self.as_table = QCheckBox(self.tr("As a &table"))
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID * 3, GRID * 3 // 2, GRID * 3, GRID)
        row.setSpacing(GRID)
        for title, box in (
            (self.tr("&Survey"), self.survey),
            (self.tr("&Wave"), self.wave),
            (self.tr("&By"), self.by),
            (self.tr("&Of"), self.part),
        ):
            label = plain_label(title, "soft")
            label.setBuddy(box)
            row.addWidget(label)
            row.addWidget(box, 1 if box in (self.survey, self.wave) else 0)
            row.addSpacing(GRID)
        row.addStretch(1)
        row.addWidget(self.as_table)
        self.wave.picked.connect(self.read_anew)
        self.by.picked.connect(self._part_gone)
        self.part.picked.connect(self.show_anew)
        self.as_table.toggled.connect(self.show_anew)

    def _part_gone(self) -> None:
        self.part.offer([(self.tr("Everybody"), EVERYBODY)], EVERYBODY)
        self.read_anew.emit()

    def attributes(self) -> list[tuple[str, object]]:
        """Return what responses are told apart by, beside their answers."""
        return [
            (self.tr("Group"), "group"), (self.tr("Site"), "site"), (self.tr("Role"), "role"),
        ]  # fmt: skip
