"""The codes of training with their words and glyphs: the same everywhere."""

from changedesk.store.fields import Choice

LEVELS = ("none", "knows of it", "with help", "alone", "teaches others")
"""What the levels 0 to 4 of a skill mean."""
LEVEL_HELP = "; ".join(f"{number} {words}" for number, words in enumerate(LEVELS)) + "."
CRITICALITIES = (
    Choice("must", "Must", "▲▲"),
    Choice("should", "Should", "▲"),
    Choice("could", "Could", "■"),
)
NEED_STATUS = (
    Choice("open", "Open", "○"),
    Choice("planned", "Planned", "◐"),
    Choice("met", "Met", "✔"),
    Choice("dropped", "Dropped", "—"),
)
MODES = (
    Choice("classroom", "Classroom"),
    Choice("virtual", "Virtual classroom"),
    Choice("self_paced", "Self-paced"),
    Choice("on_the_job", "On the job"),
    Choice("job_aid", "Job aid"),
)
COURSE_STATUS = (
    Choice("draft", "Draft", "○"),
    Choice("ready", "Ready", "✔"),
    Choice("retrain", "Retrain", "⚠"),
    Choice("retired", "Retired", "—"),
)
SESSION_STATUS = (
    Choice("planned", "Planned", "○"),
    Choice("open", "Open", "◐"),
    Choice("held", "Held", "✔"),
    Choice("cancelled", "Cancelled", "—"),
)
INVITATIONS = (Choice("invited", "Invited", "○"), Choice("confirmed", "Confirmed", "◔"))
ATTENDANCES = (
    Choice("attended", "Attended", "✔"),
    Choice("partial", "Partial", "◐"),
    Choice("no_show", "No-show", "✖"),
    Choice("excused", "Excused", "➔"),
)
ENROLMENT_STATES = (*INVITATIONS, *ATTENDANCES)
KIRKPATRICK = (
    Choice("1", "1 Reaction"),
    Choice("2", "2 Learning"),
    Choice("3", "3 Behaviour"),
    Choice("4", "4 Results"),
)
OCCASIONS = (
    Choice("before", "Before the course"),
    Choice("after", "After the course"),
    Choice("day_30", "30 days after go-live"),
    Choice("day_60", "60 days after go-live"),
    Choice("day_90", "90 days after go-live"),
)
