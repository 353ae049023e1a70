"""The codes of UAT with their words and glyphs: the same on screen, in Excel and in Word."""

from changedesk.store.fields import Choice

OUTCOMES = (
    Choice("pass", "Pass", "✔"),
    Choice("fail", "Fail", "✖"),
    Choice("blocked", "Blocked", "⊘"),
    Choice("skipped", "Skipped", "➔"),
    Choice("na", "Not applicable", "—"),
)
STATES = (
    Choice("not_run", "Not run", "○"),
    Choice("disputed", "Disputed", "⚡"),
    Choice("failed", "Failed", "✖"),
    Choice("blocked", "Blocked", "⊘"),
    Choice("in_progress", "In progress", "◐"),
    Choice("na", "Not applicable", "—"),
    Choice("passed_with_remark", "Passed with remark", "✔*"),
    Choice("passed", "Passed", "✔"),
)
SCRIPT_STATUS = (
    Choice("draft", "Draft", "○"),
    Choice("ready", "Ready", "✔"),
    Choice("retired", "Retired", "—"),
)
PRIORITIES = (
    Choice("critical", "Critical", "▲▲"),
    Choice("high", "High", "▲"),
    Choice("medium", "Medium", "■"),
    Choice("low", "Low", "▼"),
)
SEVERITIES = PRIORITIES
DEFECT_STATUS = (
    Choice("new", "New", "○"),
    Choice("triaged", "Triaged", "◔"),
    Choice("in_fix", "In fix", "◐"),
    Choice("ready_for_retest", "Ready for retest", "◕"),
    Choice("closed", "Closed", "✔"),
    Choice("deferred", "Deferred", "➔"),
    Choice("rejected", "Rejected", "—"),
)
OPEN_DEFECTS = ("new", "triaged", "in_fix", "ready_for_retest")
MOSCOW = (
    Choice("must", "Must", "▲▲"),
    Choice("should", "Should", "▲"),
    Choice("could", "Could", "■"),
    Choice("wont", "Won't", "—"),
)
CRITERION_KINDS = (Choice("entry", "Entry", "▷"), Choice("exit", "Exit", "▣"))
MEASURES = (
    Choice("executed", "Share of scripts executed, %"),
    Choice("passed", "Share of results passed, %"),
    Choice("open_defects", "Open defects"),
    Choice("covered", "Share of requirements covered, %"),
    Choice("testers_present", "Share of testers present, %"),
    Choice("conditions_owned", "Share of conditions with owner and date, %"),
    Choice("checked", "Ticked by a person"),
)
OPERATORS = (Choice("at_least", "at least", "≥"), Choice("at_most", "at most", "≤"))
ATTENDANCE = (
    Choice("expected", "Expected", "○"),
    Choice("present", "Present", "✔"),
    Choice("absent", "Absent", "✖"),
)
CYCLE_STATUS = (
    Choice("planned", "Planned", "○"),
    Choice("open", "Open", "◐"),
    Choice("closed", "Closed", "✔"),
)


def labelled(choices: tuple[Choice, ...], code: str) -> str:
    """Return glyph and word of a code, such as "✔ Pass"; the code itself when it is unknown."""
    for choice in choices:
        if choice.code == code:
            return f"{choice.glyph} {choice.label}".strip()
    return code
