"""What an import would make, as a table: scripts, requirements, defects or results."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QStackedWidget, QWidget

from changedesk.exchange.change.drafts import ChangeImport
from changedesk.exchange.drafts import DefectDraft, RequirementDraft, ResultDraft, ScriptDraft
from ui.theme.theme import Theme
from ui.uat.import_change import ChangePart
from ui.uat.import_reading import Reading
from ui.uat.lean_table import Column, LeanTable, Row
from ui.uat.words import labelled


class ScriptsPart(LeanTable):
    """The scripts that an import would make."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        say = QCoreApplication.translate
        columns = (
            Column(say("ImportParts", "Id"), letters=14),
            Column(say("ImportParts", "Title"), share=3),
            Column(say("ImportParts", "Area"), share=1),
            Column(say("ImportParts", "Steps"), letters=7, right=True),
            Column(say("ImportParts", "Result"), letters=16, coloured=True),
        )
        super().__init__(theme, say("ImportParts", "Scripts"), columns, parent)

    def row(self, script: ScriptDraft) -> Row:
        """Return the line of one script."""
        outcome = labelled(script.outcome) if script.outcome else ""
        on_steps = sum(1 for step in script.steps if step.outcome)
        if on_steps:
            outcome = self.tr("on %n step(s)", "", on_steps)
        steps = str(len(script.steps)) if script.steps or not script.text else self.tr("text")
        texts = (script.source_id, script.title, script.area, steps, outcome)
        return Row(texts, code=script.outcome or "")


class RequirementsPart(LeanTable):
    """The requirements that an import would make, with the tests that they name."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        say = QCoreApplication.translate
        columns = (
            Column(say("ImportParts", "Id"), letters=16),
            Column(say("ImportParts", "Title"), share=3),
            Column(say("ImportParts", "Area"), share=1),
            Column(say("ImportParts", "Priority"), letters=12),
            Column(say("ImportParts", "Tested by"), share=1),
        )
        super().__init__(theme, say("ImportParts", "Requirements"), columns, parent)

    def row(self, one: RequirementDraft) -> Row:
        """Return the line of one requirement."""
        texts = (one.source_id, one.title, one.area, one.priority, ", ".join(one.tests))
        return Row(texts)


class DefectsPart(LeanTable):
    """The defects that an import would make."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        say = QCoreApplication.translate
        columns = (
            Column(say("ImportParts", "Id"), letters=14),
            Column(say("ImportParts", "Title"), share=3),
            Column(say("ImportParts", "Severity"), letters=14),
            Column(say("ImportParts", "Status"), letters=18),
            Column(say("ImportParts", "Script or cycle"), share=1),
        )
        super().__init__(theme, say("ImportParts", "Defects"), columns, parent)

    def row(self, one: DefectDraft) -> Row:
        """Return the line of one defect; a word that is asked about stands as it is."""
        severity = labelled(one.severity) if one.severity else one.severity_text
        status = labelled(one.status) if one.status else one.status_text
        return Row((one.source_id, one.title, severity, status, one.script or one.cycle))


class ResultsPart(LeanTable):
    """The results that an import would add."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        say = QCoreApplication.translate
        columns = (
            Column(say("ImportParts", "Script"), letters=16),
            Column(say("ImportParts", "Step"), letters=7, right=True),
            Column(say("ImportParts", "Comment"), share=2),
            Column(say("ImportParts", "Tester"), share=1),
            Column(say("ImportParts", "Result"), letters=16, coloured=True),
        )
        super().__init__(theme, say("ImportParts", "Results"), columns, parent)

    def row(self, one: ResultDraft) -> Row:
        """Return the line of one result."""
        step = str(one.step) if one.step is not None else ""
        told = one.actual or one.comment
        texts = (one.script, step, told, one.tester, labelled(one.outcome))
        return Row(texts, code=one.outcome)


class RecordsPart(QStackedWidget):
    """The table of what an import would make, of whatever kind it is."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scripts = ScriptsPart(theme)
        self.requirements = RequirementsPart(theme)
        self.defects = DefectsPart(theme)
        self.results = ResultsPart(theme)
        self.change = ChangePart(theme)
        tables = (self.scripts, self.requirements, self.defects, self.results, self.change)
        for part in tables:
            self.addWidget(part)
        self.setFocusProxy(self.scripts)

    def show_records(self, reading: Reading) -> None:
        """Show what a file makes."""
        found = reading.found
        if isinstance(found, ChangeImport):
            self.change.show_rows([self.change.row(one) for one in found.drafts])
            self.setCurrentWidget(self.change)
            self.setFocusProxy(self.change)
            return
        match found.kind:
            case "scripts":
                self.scripts.show_rows([self.scripts.row(one) for one in found.scripts])
                self.setCurrentWidget(self.scripts)
            case "results":
                self.results.show_rows([self.results.row(one) for one in found.results])
                self.setCurrentWidget(self.results)
            case "defects":
                self.defects.show_rows([self.defects.row(one) for one in found.defects])
                self.setCurrentWidget(self.defects)
            case _:
                table = self.requirements
                table.show_rows([table.row(one) for one in found.requirements])
                self.setCurrentWidget(table)
        self.setFocusProxy(self.currentWidget())
