"""Who signed what, and what was changed since."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPixmap
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from changedesk.documents.device_key import fingerprint
from changedesk.documents.words import DECISIONS, MANNERS
from changedesk.overview.proving import SignatureProof, line_of, proofs_of_signatures
from changedesk.store.change import ChangeSet
from changedesk.store.history import HistoryLine
from changedesk.store.workspace import Workspace
from ui.desk_context import DeskContext
from ui.i18n import translate_label
from ui.jobs import Progress
from ui.page import on_surface
from ui.records.history_panel import what_happened
from ui.records.values import choice_text, moment_text
from ui.theme.paper import PAPER
from ui.theme.tokens import GRID
from ui.uat.lean_table import Column, LeanTable, Row
from ui.widgets.empty_state import EmptyState
from ui.widgets.text import plain_label

_PICTURE_HEIGHT = GRID * 10


@dataclass(frozen=True)
class ShownSignature:
    """A signature, how many changes came after it, those changes, and what was drawn."""

    key: int
    proof: SignatureProof
    changes: tuple[HistoryLine, ...]
    picture: bytes


def read_signatures(workspace: Workspace, project: int) -> list[ShownSignature]:
    """Return the signatures of a project, the newest first; on a worker."""
    return [_shown(workspace, proof) for proof in proofs_of_signatures(workspace, project)]


def _shown(workspace: Workspace, proof: SignatureProof) -> ShownSignature:
    row = proof.signature
    picture = workspace.content(row.picture) if row.picture else b""
    lines = tuple(line_of(workspace, one) for one in reversed(proof.since))
    return ShownSignature(row.id, proof, lines, picture)


class SignaturesView(QWidget):
    """The signatures of the project; below, what was changed since the one in hand.

    `opened` carries (type name, key) of a record that was changed.
    """

    opened = Signal(object)

    def __init__(self, context: DeskContext, sign: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._shown: list[ShownSignature] = []
        self._number = 0
        self.table = LeanTable(
            context.theme, self.tr("Signatures"),
            (
                Column(self.tr("Signed"), letters=22), Column(self.tr("What"), share=4),
                Column(self.tr("Name"), share=3), Column(self.tr("Role"), share=2),
                Column(self.tr("Decision"), letters=24),
                Column(self.tr("Since then"), letters=16, coloured=True),
            ),
        )  # fmt: skip
        self.changes = LeanTable(
            context.theme, self.tr("Changed since it was signed"),
            (
                Column(self.tr("When"), letters=22), Column(self.tr("Who"), letters=20),
                Column(self.tr("Record"), letters=20), Column(self.tr("What happened"), share=1),
            ),
        )  # fmt: skip
        self.told = plain_label("", "heading", wrap=True)
        self.comment = plain_label("", "soft", wrap=True, selectable=True)
        self.drawing = plain_label()
        self.empty = EmptyState(
            context.theme, "seal", self.tr("Nothing is signed yet"),
            self.tr(
                "Sign a cycle, an assessment, a plan, a report or a decision. The signature covers "
                "exactly what is there; what is changed afterwards is shown beside it."
            ),
        )  # fmt: skip
        self.empty.add_button(sign, primary=True)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._two_parts())
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.setFocusProxy(self.table)
        self.table.chosen.connect(self._show_chosen)
        self.changes.opened.connect(self.opened)

    def _two_parts(self) -> QSplitter:
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for label in (self.told, self.comment, self.drawing):
            label.setContentsMargins(GRID * 3, 0, GRID * 3, 0)
        self.told.setContentsMargins(GRID * 3, GRID * 2, GRID * 3, 0)
        column.addWidget(self.told)
        column.addWidget(self.comment)
        column.addWidget(self.drawing)
        column.addWidget(on_surface(self.changes, GRID * 2), 1)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.addWidget(on_surface(self.table, GRID * 2))
        parts.addWidget(below)
        parts.setChildrenCollapsible(False)
        parts.setSizes([GRID * 40, GRID * 40])
        return parts

    def refresh(self, changes: ChangeSet | None) -> None:
        """Read the signatures again; any change may concern what was signed."""
        del changes
        self.fetch()

    def fetch(self) -> None:
        """Read what was signed and what came after."""
        project, workspace = self._context.project_id, self._context.workspace
        self._number += 1
        number = self._number
        if project is None:
            self._take((number, []))
            return

        def work(_: Progress) -> tuple[int, list[ShownSignature]]:
            return number, read_signatures(workspace, project)

        self._context.jobs.run(work, self._take)

    @property
    def in_hand(self) -> ShownSignature | None:
        """Return the signature at hand."""
        key = self.table.current_value()
        return next((one for one in self._shown if one.key == key), None)

    def _take(self, answer: tuple[int, list[ShownSignature]]) -> None:
        number, shown = answer
        if number != self._number:
            return
        self._shown = shown
        self._stack.setCurrentIndex(0 if shown else 1)
        self.table.show_rows([self._row(one) for one in shown])
        if shown and not self.table.currentIndex().isValid():
            self.table.take_row(0)
        self._show_chosen()

    def _row(self, one: ShownSignature) -> Row:
        row = one.proof.signature
        unchanged = self.tr("✔ unchanged")
        since = self.tr("⚠ %n change(s)", "", len(one.changes)) if one.changes else unchanged
        texts = (
            moment_text(row.signed or 0), row.label, row.name, row.role,
            choice_text(DECISIONS, row.decision), since,
        )  # fmt: skip
        return Row(texts, one.key, "blocked" if one.changes else "passed")

    def _show_chosen(self) -> None:
        one = self.in_hand
        self.changes.show_rows([self._change(line) for line in one.changes] if one else [])
        if one is None:
            self.told.setText("")
            self.comment.setText("")
            self.drawing.hide()
            return
        row = one.proof.signature
        if one.changes:
            told = self.tr("%n change(s) since {0} signed", "", len(one.changes))
        else:
            told = self.tr("Nothing was changed since {0} signed")
        self.told.setText(told.format(row.name))
        manner = translate_label(next(m.label for m in MANNERS if m.code == row.manner))
        facts = self.tr("{0} · digest {1} · key {2}")
        words = [row.comment, facts.format(manner, row.digest[:16], fingerprint(row.key))]
        self.comment.setText("\n".join(word for word in words if word))
        picture = on_paper(one.picture)
        self.drawing.setVisible(not picture.isNull())
        self.drawing.setPixmap(picture)

    def _change(self, line: HistoryLine) -> Row:
        known = self._context.workspace.schema.by_name.get(line.type_name)
        texts = (
            moment_text(line.when_ms), line.who, line.record or "–", what_happened(line, known),
        )  # fmt: skip
        return Row(texts, (line.type_name, line.record_id))


def on_paper(data: bytes) -> QPixmap:
    """Return a drawn signature on white, as high as it is shown; nothing where nothing is."""
    drawn = QPixmap()
    drawn.loadFromData(data)
    if drawn.isNull():
        return drawn
    drawn = drawn.scaledToHeight(_PICTURE_HEIGHT, Qt.TransformationMode.SmoothTransformation)
    paper = QPixmap(drawn.size())
    paper.fill(PAPER)
    painter = QPainter(paper)
    painter.drawPixmap(0, 0, drawn)
    painter.end()
    return paper
