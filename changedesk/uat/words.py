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
