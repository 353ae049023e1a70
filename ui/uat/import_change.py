"""Files of the change side in the import dialog: their rows as a table, their counts in words."""

from collections import Counter
from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from changedesk.exchange.change.attendance import STATES
from changedesk.exchange.change.drafts import ChangeDraft, ChangeImport
from changedesk.exchange.change.scales import LEVELS
from changedesk.impact.words import COMMUNICATION_STATUS, ENGAGEMENTS, IMPACT_STATUS, QUADRANTS
from changedesk.people.records import DUTY_KINDS
from changedesk.store.fields import Choice
from changedesk.training.words import ATTENDANCES, INVITATIONS, MODES
from ui.i18n import QT_TRANSLATE_NOOP, translate_label
from ui.theme.theme import Theme
from ui.uat.lean_table import Column, LeanTable, Row

_WHAT = {
    "stakeholder": QT_TRANSLATE_NOOP("ImportChange", "Stakeholder"),
    "role": QT_TRANSLATE_NOOP("ImportChange", "Role"),
    "impact": QT_TRANSLATE_NOOP("ImportChange", "Impact"),
    "communication": QT_TRANSLATE_NOOP("ImportChange", "Message"),
    "need": QT_TRANSLATE_NOOP("ImportChange", "Training need"),
    "course": QT_TRANSLATE_NOOP("ImportChange", "Course"),
    "session": QT_TRANSLATE_NOOP("ImportChange", "Session"),
    "completion": QT_TRANSLATE_NOOP("ImportChange", "Attendance"),
    "duty": QT_TRANSLATE_NOOP("ImportChange", "Duty"),
    "reading": QT_TRANSLATE_NOOP("ImportChange", "Rating"),
}
_LEVELS = {
    "none": QT_TRANSLATE_NOOP("ImportChange", "None"),
    "very_low": QT_TRANSLATE_NOOP("ImportChange", "Very low"),
    "low": QT_TRANSLATE_NOOP("ImportChange", "Low"),
    "medium": QT_TRANSLATE_NOOP("ImportChange", "Medium"),
    "high": QT_TRANSLATE_NOOP("ImportChange", "High"),
    "very_high": QT_TRANSLATE_NOOP("ImportChange", "Very high"),
}
_PASSED = {
    "passed": QT_TRANSLATE_NOOP("ImportChange", "Attended and passed"),
    "failed": QT_TRANSLATE_NOOP("ImportChange", "Attended and failed"),
}
_ANSWERS: dict[str, tuple[Choice, ...]] = {
    "engagement": ENGAGEMENTS,
    "shift": DUTY_KINDS,
    "message_state": COMMUNICATION_STATUS,
    "impact_state": IMPACT_STATUS,
}
_KNOWN: dict[str, Choice] = {
    choice.code: choice
    for choices in (ENGAGEMENTS, QUADRANTS, ATTENDANCES, INVITATIONS, MODES, DUTY_KINDS)
    for choice in choices
}


def _say(words: object) -> str:
    return QCoreApplication.translate("ImportChange", str(words))


def answers_to(about: str) -> list[tuple[str, str]]:
    """Return (words, code) of what an unknown word of the change side can mean."""
    if about == "level":
        return [(_say(_LEVELS[code]), code) for code in LEVELS]
    if about == "attendance":
        return [(_say(_PASSED[c]) if c in _PASSED else _labelled(c), c) for c in STATES]
    return [(_worded(choice), choice.code) for choice in _ANSWERS[about]]


def _labelled(code: str) -> str:
    choice = _KNOWN.get(code)
    return _worded(choice) if choice else code


def _worded(choice: Choice) -> str:
    return f"{choice.glyph} {translate_label(choice.label)}".strip()


class ChangePart(LeanTable):
    """The stakeholders, impacts, messages, courses … that an import would make."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        columns = (
            Column(_say(QT_TRANSLATE_NOOP("ImportChange", "What")), letters=15),
            Column(_say(QT_TRANSLATE_NOOP("ImportChange", "Name")), share=3),
            Column(_say(QT_TRANSLATE_NOOP("ImportChange", "Who")), share=2),
            Column(_say(QT_TRANSLATE_NOOP("ImportChange", "Rating or state")), share=2),
            Column(_say(QT_TRANSLATE_NOOP("ImportChange", "When")), letters=16),
        )
        title = _say(QT_TRANSLATE_NOOP("ImportChange", "Rows of the change side"))
        super().__init__(theme, title, columns, parent)

    def row(self, draft: ChangeDraft) -> Row:
        """Return the line of one row of the file."""
        texts = (_say(_WHAT[draft.what]), draft.title, _who(draft), _rated(draft), _when(draft))
        return Row(tuple(" ".join(text.split()) for text in texts))


def _who(draft: ChangeDraft) -> str:
    if draft.what in {"communication", "session"}:
        return str(draft.values.get("audience", ""))
    names = [draft.name("person"), draft.name("group")]
    if draft.what in {"stakeholder", "role"}:
        names.append(str(draft.values.get("role", "")))
    return ", ".join(name for name in names if name)


def _rated(draft: ChangeDraft) -> str:
    say, values = QCoreApplication.translate, draft.values
    parts = []
    for name, words in (
        ("power", say("ImportChange", "power {0}")),
        ("influence", say("ImportChange", "influence {0}")),
        ("interest", say("ImportChange", "interest {0}")),
        ("severity", say("ImportChange", "severity {0}")),
        ("people", say("ImportChange", "{0} people")),
        ("minutes", say("ImportChange", "{0} min")),
        ("score", say("ImportChange", "{0} %")),
    ):
        if name in values and not (draft.what == "completion" and name == "minutes"):
            parts.append(words.format(values[name]))
    states = [_labelled(str(values[n])) for n in ("current", "desired") if n in values]
    if states:
        parts.append(" → ".join(states))
    coded = ("quadrant", "outcome", "mode", *(["kind"] if draft.what == "duty" else []))
    parts += [_labelled(str(values[name])) for name in coded if name in values]
    if "value" in values:
        parts.append(f"{values['measure']} {values['value']}/{values['maximum']}")
    return ", ".join(parts)


def _when(draft: ChangeDraft) -> str:
    values = draft.values
    if "starts" in values and draft.what == "duty":
        times = "–".join(_time(int(values[name])) for name in ("starts", "ends"))
        return f"{values['day']} {times}"
    weeks = str(values.get("weeks", ""))
    if weeks[:1].isdigit():
        return QCoreApplication.translate("ImportChange", "week {0}").format(weeks)
    found = (values.get(name) for name in ("day", "planned", "occasion", "starts"))
    return str(next((one for one in found if one), weeks))


def _time(minutes: int) -> str:
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"


def drafts_counted(found: ChangeImport) -> list[str]:
    """Return how many rows of each sort a file holds, in words."""
    return _counted(Counter(draft.what for draft in found.drafts)) or [
        QCoreApplication.translate("ImportChange", "no row is filled in")
    ]


def change_counted(made: Mapping[str, int], updated: Mapping[str, int]) -> list[str]:
    """Return how many records of the change side an import made and brought up to date."""
    parts = _counted(made)
    renewed = sum(n for name, n in updated.items() if name not in _OF_UAT)
    if renewed:
        say = QCoreApplication.translate
        parts.append(say("ImportChange", "%n record(s) brought up to date", "", renewed))
    return parts


_OF_UAT = {"script", "requirement", "defect", "result", "run", "step"}


def _counted(counts: Mapping[str, int]) -> list[str]:
    say = QCoreApplication.translate
    told = {
        "stakeholder": say("ImportChange", "%n stakeholder(s)", "", counts.get("stakeholder", 0)),
        "role": say("ImportChange", "%n role(s)", "", counts.get("role", 0)),
        "resistance_entry": say(
            "ImportChange", "%n sign(s) of resistance", "", counts.get("resistance_entry", 0)
        ),
        "impact": say("ImportChange", "%n impact(s)", "", counts.get("impact", 0)),
        "communication": say(
            "ImportChange", "%n communication(s)", "", counts.get("communication", 0)
        ),
        "need": say("ImportChange", "%n training need(s)", "", counts.get("need", 0)),
        "course": say("ImportChange", "%n course(s)", "", counts.get("course", 0)),
        "session": say("ImportChange", "%n session(s)", "", counts.get("session", 0)),
        "training_session": say(
            "ImportChange", "%n session(s)", "", counts.get("training_session", 0)
        ),
        "completion": say("ImportChange", "%n completion(s)", "", counts.get("completion", 0)),
        "attendance": say("ImportChange", "%n attendance(s)", "", counts.get("attendance", 0)),
        "duty": say("ImportChange", "%n day(s) of duty", "", counts.get("duty", 0)),
        "reading": say("ImportChange", "%n rating(s)", "", counts.get("reading", 0)),
        "proficiency_reading": say(
            "ImportChange", "%n rating(s)", "", counts.get("proficiency_reading", 0)
        ),
        "group": say("ImportChange", "%n group(s)", "", counts.get("group", 0)),
        "person": say("ImportChange", "%n person(s)", "", counts.get("person", 0)),
    }
    return [words for name, words in told.items() if counts.get(name)]
