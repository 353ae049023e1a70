"""The words of UAT as the toolkit's choices, for drop-downs, tints and charts."""

from changedesk.office.layout import Choice
from changedesk.office.palette import Tone
from changedesk.store.fields import Choice as Word
from changedesk.uat.words import DEFECT_STATUS, MOSCOW, OUTCOMES, PRIORITIES, SEVERITIES, STATES

STATUS_TONES: dict[str, Tone] = {
    "new": "warning",
    "triaged": "warning",
    "in_fix": "info",
    "ready_for_retest": "info",
    "closed": "good",
    "deferred": "quiet",
    "rejected": "quiet",
}
STATE_TONES: dict[str, Tone] = {
    "passed": "good",
    "failed": "bad",
    "blocked": "warning",
    "disputed": "accent",
    "in_progress": "info",
    "na": "quiet",
    "not_run": "quiet",
}
MOSCOW_TONES: dict[str, Tone] = {
    "must": "bad",
    "should": "warning",
    "could": "info",
    "wont": "quiet",
}


def _choices(words: tuple[Word, ...], tones: dict[str, Tone] | None = None) -> tuple[Choice, ...]:
    given = tones or {}
    return tuple(Choice(word.code, word.label, word.glyph, given.get(word.code)) for word in words)


OUTCOME_CHOICES = _choices(OUTCOMES)
STATE_CHOICES = _choices(STATES)
PRIORITY_CHOICES = _choices(PRIORITIES)
SEVERITY_CHOICES = _choices(SEVERITIES)
MOSCOW_CHOICES = _choices(MOSCOW, MOSCOW_TONES)
CRITERION_CHOICES = (
    Choice("met", "Met", "✔", "good"),
    Choice("waived", "Waived", "✔*", "warning"),
    Choice("not_met", "Not met", "✖", "bad"),
)
STATUS_CHOICES = _choices(DEFECT_STATUS, STATUS_TONES)
NOT_RUN = Choice("not_run", "Not run", "○")
DISPUTED = Choice("disputed", "Disputed", "⚡")
DECISIONS = (
    Choice("approved", "Accepted", "✔"),
    Choice("approved_with_conditions", "Accepted with conditions", "✔*"),
    Choice("rejected", "Rejected", "✖"),
)
DISPOSITIONS = (
    Choice("fix", "Fix before go-live", "◐", "info"),
    Choice("accept", "Accept with workaround", "✔*", "warning"),
    Choice("defer", "Defer", "➔", "quiet"),
    Choice("none", "No defect", "—", "quiet"),
)
