"""Is a document the one that was made? Choose a file, and read what is known of it."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from changedesk.overview.proving import DocumentProof, proof_of_document, told_since
from changedesk.store.history import HistoryLine
from changedesk.store.records import Record
from changedesk.store.spec import spec_of
from ui.desk_context import DeskContext
from ui.i18n import translate_label
from ui.jobs import Progress
from ui.records.history_panel import what_happened
from ui.records.values import moment_text
from ui.theme.tokens import GRID
from ui.uat.lean_table import Column, LeanTable, Row
from ui.widgets.buttons import make_primary
from ui.widgets.text import plain_label

FOREIGN = "foreign document"
Found = tuple[Path, DocumentProof, list[HistoryLine]]


class CheckingHands(QObject):
    """Checks documents on a worker and shows what was found."""

    def __init__(self, context: DeskContext, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self.dialog: ProofDialog | None = None

    def ask(self) -> None:
        """Choose the document to be checked."""
        self._context.prompts.open_file(
            self._page, self.tr("Which document shall be checked?"),
            self.tr("Documents (*.xlsx *.docx)"), self.check,
        )  # fmt: skip

    def check(self, path: Path) -> None:
        """Compare a document with its seal and with what was made here."""
        workspace = self._context.workspace

        def work(_: Progress) -> Found:
            proof = proof_of_document(path, workspace)
            return path, proof, told_since(workspace, proof.since)

        title = self.tr("Checking {0}").format(path.name)
        self._context.jobs.run(work, self._show, title=title)

    def _show(self, found: Found) -> None:
        self.dialog = ProofDialog(self._context, found, self._page)
        self.dialog.destroyed.connect(self._gone)
        self.dialog.open()

    def _gone(self) -> None:
        self.dialog = None


class ProofDialog(QDialog):
    """The verdict on a document; what was altered in it; what changed in the workspace since."""

    def __init__(self, context: DeskContext, found: Found, parent: QWidget) -> None:
        super().__init__(parent)
        path, proof, since = found
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Check a document"))
        self.verdict = plain_label(self._verdict(proof), "title", wrap=True)
        named = " · ".join(text for text in (path.name, proof.code) if text)
        self.altered = LeanTable(
            context.theme, self.tr("What was altered"),
            (Column(self.tr("Where"), share=2), Column(self.tr("What was altered"), share=5)),
        )  # fmt: skip
        self.altered.show_rows([Row((one.where, one.why)) for one in proof.findings])
        self.since = LeanTable(
            context.theme, self.tr("Changed since"),
            (
                Column(self.tr("When"), letters=20), Column(self.tr("Who"), letters=16),
                Column(self.tr("Record"), share=2), Column(self.tr("What happened"), share=4),
            ),
        )  # fmt: skip
        by_name = context.workspace.schema.by_name
        self.since.show_rows([since_row(line, by_name.get(line.type_name)) for line in since])
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 3, GRID * 3, GRID * 3, GRID * 2)
        column.setSpacing(GRID)
        column.addWidget(self.verdict)
        column.addWidget(plain_label(named, "soft", wrap=True))
        if proof.findings and proof.findings[0].what != FOREIGN:
            column.addWidget(self.altered, 1)
        if proof.code:
            told = self.tr("%n change(s) in the workspace since it was made", "", len(proof.since))
            column.addWidget(plain_label(told, "heading"))
            if since:
                column.addWidget(self.since, 1)
        if not (since or proof.findings):
            column.addStretch(1)
        box = QDialogButtonBox()
        make_primary(box.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.AcceptRole))
        box.accepted.connect(self.accept)
        column.addWidget(box)
        self.resize(GRID * 100, GRID * (60 if since or proof.findings else 26))

    def _verdict(self, proof: DocumentProof) -> str:
        if proof.findings and proof.findings[0].what == FOREIGN:
            return self.tr("⊘ Made elsewhere: this workspace cannot vouch for it")
        if proof.findings:
            return self.tr("✖ Altered: it does not say any more what it said when it was made")
        if proof.same_bytes:
            return self.tr("✔ Genuine: byte for byte the file that was made")
        if proof.same_bytes is None:
            return self.tr("✔ Genuine: its content is what was sealed")
        return self.tr("✔ Same content, different file: it was saved again, nothing was altered")


def since_row(line: HistoryLine, record_type: type[Record] | None) -> Row:
    """Return a later change as a row: when, who, which record, what it says from then on."""
    told = what_happened(line, record_type if line.field else None)
    if line.field:
        told = told.replace(": – → ", " → ", 1)
    record = line.record or "–"
    if record_type is not None and not spec_of(record_type).code_prefix:
        # A name such as “Pass” says nothing without what it is the name of.
        record = f"{translate_label(spec_of(record_type).label)} · {record}"
    return Row((moment_text(line.when_ms), line.who or "–", record, told),
               (line.type_name, line.record_id))  # fmt: skip
