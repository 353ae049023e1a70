"""The documents of the change side, by the page that offers them."""

from ui.actions import ActionSpec
from ui.i18n import QT_TRANSLATE_NOOP
from ui.project_documents import ProjectDocument

WORD, EXCEL = ("docx",), ("xlsx",)
IMPACTS = (
    ProjectDocument(
        "impact-report",
        ActionSpec(
            "impacts.report", QT_TRANSLATE_NOOP("Actions", "Impact &report…"), "file", "", "word",
            "impacts",
        ),
        WORD,
    ),
    ProjectDocument(
        "impact-workbook",
        ActionSpec(
            "impacts.workbook", QT_TRANSLATE_NOOP("Actions", "Impact &workbook…"), "file",
            "Ctrl+E", "excel", "impacts",
        ),
        EXCEL,
    ),
    ProjectDocument(
        "communication-plan",
        ActionSpec(
            "impacts.communication_plan", QT_TRANSLATE_NOOP("Actions", "&Communication plan…"),
            "file", "", "excel", "impacts",
        ),
        (*EXCEL, *WORD),
    ),
)  # fmt: skip
TRAINING = (
    ProjectDocument(
        "training-plan",
        ActionSpec(
            "training.plan", QT_TRANSLATE_NOOP("Actions", "Training &plan…"), "file", "", "word",
            "training",
        ),
        WORD,
    ),
    ProjectDocument(
        "training-workbook",
        ActionSpec(
            "training.workbook", QT_TRANSLATE_NOOP("Actions", "Training &workbook…"), "file",
            "", "excel", "training",
        ),
        EXCEL,
    ),
    ProjectDocument(
        "attendance-sheet",
        ActionSpec(
            "training.attendance_sheet", QT_TRANSLATE_NOOP("Actions", "&Attendance sheets…"),
            "file", "", "word", "training",
        ),
        (*WORD, *EXCEL),
    ),
)  # fmt: skip
