"""Before answers are collected: which wave, who says which group, and the passphrase of codes."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from changedesk.people.groups import tree
from changedesk.people.queries import people
from changedesk.store.workspace import Workspace
from changedesk.survey.answering import Questionnaire
from changedesk.survey.linking import LEAST_PASSPHRASE, link_key
from changedesk.survey.queries import (
    Asking,
    SurveyRow,
    WaveRow,
    invitations,
    questionnaire,
    survey_row,
    waves,
)
from ui.theme.tokens import GRID
from ui.widgets.buttons import make_primary
from ui.widgets.one_line import keep_on_one_line
from ui.widgets.text import plain_label

EACH, NOBODY = "each", "nobody"
IDLE_SECONDS = 60
_IDLE = (15, 900)
Named = tuple[int, str]


@dataclass(frozen=True)
class Offer:
    """What can be collected: the open waves of a survey, and the groups of each by wave."""

    survey: SurveyRow
    told: Questionnaire[Asking]
    waves: tuple[WaveRow, ...]
    groups: dict[int, tuple[Named, ...]] = field(default_factory=dict)
    people: tuple[Named, ...] = ()


@dataclass(frozen=True)
class Collecting:
    """What was chosen. `asks` says that each person tells the group, else all are of `group`."""

    offer: Offer
    wave: WaveRow
    asks: bool = True
    group: int | None = None
    passphrase: str = ""
    idle: int = IDLE_SECONDS
    key: bytes = b""

    def with_key(self, key: bytes) -> "Collecting":
        """Return the same with the key of the codes, and without the passphrase."""
        return replace(self, key=key, passphrase="")

    @property
    def groups(self) -> tuple[Named, ...]:
        """Return the groups to choose from."""
        return self.offer.groups.get(self.wave.id, ()) if self.asks else ()


def read_offer(workspace: Workspace, survey: int) -> Offer:
    """Read what can be collected; raises UserError for a condition that cannot be read."""
    with workspace.snapshot():
        row = survey_row(workspace, survey)
        there = tuple(wave for wave in waves(workspace, survey) if wave.status == "open")
        everybody = tuple((one.id, one.name) for one in tree(workspace) if not one.until)
        invited = invitations(workspace, survey)
        groups = {
            wave.id: tuple((i.group, i.name) for i in invited if i.wave == wave.id and i.group)
            or everybody
            for wave in there
        }
        known = people(workspace) if row.mode == "identified" else []
        names = tuple((one.id, one.name) for one in known)
        return Offer(row, questionnaire(workspace, survey), there, groups, names)


def key_for(workspace: Workspace, chosen: Collecting) -> bytes:
    """Return the key of the codes, b"" where none are asked for; it takes a moment."""
    if not chosen.passphrase:
        return b""
    return link_key(workspace, chosen.offer.survey.id, chosen.passphrase)


class CollectDialog(QDialog):
    """`chosen` carries Collecting."""

    chosen = Signal(object)

    def __init__(self, offer: Offer, wave: int | None, *, paper: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._offer, self._paper = offer, paper
        title = self.tr("Key in paper answers") if paper else self.tr("Collect in kiosk mode")
        self.setWindowTitle(title)
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(GRID * 2)
        self._form.setVerticalSpacing(GRID * 3 // 2)
        self._make_fields(wave)
        self.wrong = plain_label("", "bad", wrap=True)
        self.wrong.hide()
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        go = box.addButton(self.tr("Begin"), QDialogButtonBox.ButtonRole.AcceptRole)
        make_primary(go)
        go.setDefault(True)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 3, GRID * 3, GRID * 3, GRID * 2)
        column.setSpacing(GRID * 2)
        column.addWidget(plain_label(title, "title", wrap=True))
        column.addWidget(plain_label(self._told(), "soft", wrap=True))
        column.addLayout(self._form)
        column.addWidget(self.wrong)
        column.addStretch(1)
        column.addWidget(box)
        self.setMinimumWidth(GRID * 66)
        self.waves.setFocus()

    def _told(self) -> str:
        if self._paper:
            return self.tr(
                "Each answer on the sheet has its code. Type one code after the other; Enter goes "
                "to the next question, and after the last one keeps the paper."
            )
        return self.tr(
            "The whole screen is handed to those who answer. A PIN, chosen next, takes it back."
        )

    def _make_fields(self, wave: int | None) -> None:
        self.waves = QComboBox()
        for one in self._offer.waves:
            self.waves.addItem(one.title, one.id)
        self.waves.setCurrentIndex(max(0, self.waves.findData(wave)))
        self.waves.currentIndexChanged.connect(self._list_groups)
        self.groups = QComboBox()
        self._list_groups()
        self.passphrase = QLineEdit()
        keep_on_one_line(self.passphrase)
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.passphrase.setPlaceholderText(self.tr("Empty: no codes are asked for"))
        self.idle = QSpinBox()
        self.idle.setRange(*_IDLE)
        self.idle.setSingleStep(15)
        self.idle.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.idle.setValue(IDLE_SECONDS)
        self.idle.setSuffix(self.tr(" s without a touch"))
        fields: list[tuple[str, QWidget]] = [
            (self.tr("Wave"), self.waves), (self.tr("Group"), self.groups)
        ]  # fmt: skip
        if self._offer.survey.linked:
            fields.append((self.tr("Passphrase of the codes"), self.passphrase))
        if not self._paper:
            fields.append((self.tr("Ask “Still there?” after"), self.idle))
        for name, widget in fields:
            widget.setAccessibleName(name)
            self._form.addRow(plain_label(name, "soft"), widget)

    def _list_groups(self) -> None:
        before = self.groups.currentData()
        self.groups.clear()
        asked = self.tr("Keyed with each paper") if self._paper else self.tr("Each person says it")
        groups: Sequence[Named] = self._offer.groups.get(self.waves.currentData(), ())
        if groups:
            self.groups.addItem(asked, EACH)
        self.groups.addItem(self.tr("Not said"), NOBODY)
        for key, name in groups:
            self.groups.addItem(name, key)
        self.groups.setCurrentIndex(max(0, self.groups.findData(before)))

    def accept(self) -> None:
        passphrase = self.passphrase.text().strip()
        if passphrase and len(passphrase) < LEAST_PASSPHRASE:
            self.wrong.setText(
                self.tr("A passphrase has at least {0} letters.").format(LEAST_PASSPHRASE)
            )
            self.wrong.show()
            self.passphrase.setFocus()
            return
        group = self.groups.currentData()
        wave = next(one for one in self._offer.waves if one.id == self.waves.currentData())
        chosen = Collecting(
            self._offer, wave, group == EACH, group if isinstance(group, int) else None,
            passphrase, self.idle.value(),
        )  # fmt: skip
        super().accept()
        self.chosen.emit(chosen)
        self.deleteLater()

    def reject(self) -> None:
        super().reject()
        self.deleteLater()
