"""The actions of the page Adoption: names, keys, places."""

from ui.actions import ActionSpec
from ui.i18n import QT_TRANSLATE_NOOP
from ui.project_documents import ProjectDocument

PAGE = "adoption"
MEASURES = ActionSpec(
    "adoption.measures", QT_TRANSLATE_NOOP("Actions", "&Measures"), "view", "Ctrl+Shift+1", "", PAGE
)
BENEFITS = ActionSpec(
    "adoption.benefits", QT_TRANSLATE_NOOP("Actions", "&Benefits"), "view", "Ctrl+Shift+2", "", PAGE
)
DOCUMENTS = (
    ProjectDocument(
        "adoption-report",
        ActionSpec(
            "adoption.report", QT_TRANSLATE_NOOP("Actions", "Adoption re&port…"), "file", "Ctrl+E",
            "word", PAGE,
        ),
        ("docx", "xlsx"),
    ),
)  # fmt: skip
