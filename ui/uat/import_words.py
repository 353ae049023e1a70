"""The fields of an imported script in the user's language."""

from PySide6.QtCore import QCoreApplication

from ui.i18n import QT_TRANSLATE_NOOP

_FIELDS = {
    "id": QT_TRANSLATE_NOOP("ImportFields", "Id"),
    "title": QT_TRANSLATE_NOOP("ImportFields", "Title"),
    "scenario": QT_TRANSLATE_NOOP("ImportFields", "Scenario"),
    "description": QT_TRANSLATE_NOOP("ImportFields", "Description"),
    "area": QT_TRANSLATE_NOOP("ImportFields", "Area"),
    "preconditions": QT_TRANSLATE_NOOP("ImportFields", "Preconditions"),
    "step_number": QT_TRANSLATE_NOOP("ImportFields", "Step number"),
    "steps": QT_TRANSLATE_NOOP("ImportFields", "Steps"),
    "test_data": QT_TRANSLATE_NOOP("ImportFields", "Test data"),
    "expected": QT_TRANSLATE_NOOP("ImportFields", "Expected result"),
    "actual": QT_TRANSLATE_NOOP("ImportFields", "What happened"),
    "outcome": QT_TRANSLATE_NOOP("ImportFields", "Outcome (pass, fail …)"),
    "result": QT_TRANSLATE_NOOP("ImportFields", "Result (outcome or text)"),
    "tester": QT_TRANSLATE_NOOP("ImportFields", "Tester"),
    "performed_on": QT_TRANSLATE_NOOP("ImportFields", "Date"),
    "comment": QT_TRANSLATE_NOOP("ImportFields", "Comment"),
    "priority": QT_TRANSLATE_NOOP("ImportFields", "Priority"),
    "requirements": QT_TRANSLATE_NOOP("ImportFields", "Requirements"),
    "trials": QT_TRANSLATE_NOOP("ImportFields", "Tries"),
    "threshold": QT_TRANSLATE_NOOP("ImportFields", "Tries that must pass"),
    "acceptance": QT_TRANSLATE_NOOP("ImportFields", "Acceptance criteria"),
}


def field_word(field: str) -> str:
    """Return the word of a field that a column can go to."""
    word = _FIELDS.get(field)
    return QCoreApplication.translate("ImportFields", str(word)) if word is not None else field
