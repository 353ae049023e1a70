"""What is handed over of the cycle in hand, as actions of its page: one for each document."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton

from changedesk.uat.queries import CycleRow
from ui.actions import ActionSpec
from ui.i18n import QT_TRANSLATE_NOOP
from ui.page import Page
from ui.uat.exporting import CycleExporter

PAGE = "cycles"
WORKBOOK = ActionSpec(
    "cycles.workbook", QT_TRANSLATE_NOOP("Actions", "&Workbook…"), "file", "Ctrl+E", "excel", PAGE
)
CERTIFICATE = ActionSpec(
    "cycles.certificate",
    QT_TRANSLATE_NOOP("Actions", "&Certificate…"),
    "file",
    "Ctrl+Shift+E",
    "word",
    PAGE,
)
RUN_SHEETS = ActionSpec(
    "cycles.run_sheets",
    QT_TRANSLATE_NOOP("Actions", "&Run sheets for paper…"),
    "file",
    "Ctrl+Shift+R",
    "word",
    PAGE,
)
EVIDENCE = ActionSpec(
    "cycles.evidence",
    QT_TRANSLATE_NOOP("Actions", "&Evidence book…"),
    "file",
    "Ctrl+Shift+I",
    "word",
    PAGE,
)
TESTER_WORKBOOK = ActionSpec(
    "cycles.tester_workbook",
    QT_TRANSLATE_NOOP("Actions", "Workbook of one &tester…"),
    "file",
    "",
    "excel",
    PAGE,
)
TOOL = ActionSpec(
    "cycles.tool", QT_TRANSLATE_NOOP("Actions", "&File for another tool…"), "file", "", page=PAGE
)


class CycleDocuments(QObject):
    """Declares the actions. `in_hand` gives the cycle that they are about, None for none.

    `first` are those that have a button of their own, `further` those of the menu.
    """

    def __init__(self, page: Page, in_hand: Callable[[], CycleRow | None]) -> None:
        super().__init__(page)
        self._page = page
        self._in_hand = in_hand
        self._exporter = CycleExporter(page.context, page)
        self.first = (
            self._declare(WORKBOOK, self._workbook),
            self._declare(CERTIFICATE, self._certificate),
        )
        self.further = (
            self._declare(RUN_SHEETS, self._run_sheets),
            self._declare(EVIDENCE, self._evidence),
            self._declare(TESTER_WORKBOOK, self._tester_workbook),
            self._declare(TOOL, self._tool),
        )

    def menu_button(self) -> QPushButton:
        """Return the button behind which the further documents are."""
        self._button = QPushButton(self.tr("More documents") + "  ▾")
        self._button.setAccessibleName(self.tr("More documents"))
        self.menu = QMenu(self._button)
        self.menu.addActions(list(self.further))
        self._button.clicked.connect(self._open_menu)
        return self._button

    def _open_menu(self) -> None:
        self.menu.popup(self._button.mapToGlobal(self._button.rect().bottomLeft()))

    def _declare(self, spec: ActionSpec, triggered: Callable[[], None]) -> QAction:
        return self._page.add_action(spec, triggered, self._has_cycle)

    def _has_cycle(self) -> bool:
        return self._in_hand() is not None

    def _make(self, make: Callable[[CycleRow], None]) -> None:
        cycle = self._in_hand()
        if cycle is not None:
            make(cycle)

    def _workbook(self) -> None:
        self._make(self._exporter.workbook)

    def _certificate(self) -> None:
        self._make(self._exporter.certificate)

    def _run_sheets(self) -> None:
        self._make(self._exporter.run_sheets)

    def _evidence(self) -> None:
        self._make(self._exporter.evidence)

    def _tester_workbook(self) -> None:
        self._make(self._exporter.tester_workbook)

    def _tool(self) -> None:
        self._make(self._exporter.for_tool)
