"""The codes of documents and signatures with their words and glyphs: the same everywhere."""

from changedesk.store.fields import Choice

DECISIONS = (
    Choice("approved", "Approved", "✔"),
    Choice("approved_with_conditions", "Approved with conditions", "✔*"),
    Choice("rejected", "Rejected", "✖"),
)
SUBJECTS = (
    Choice("cycle", "Test cycle"),
    Choice("impact", "Impact assessment"),
    Choice("training", "Training plan"),
    Choice("adoption", "Adoption report"),
    Choice("go-no-go", "Go/no-go decision"),
)
MANNERS = (
    Choice("typed", "Typed"),
    Choice("drawn", "Drawn"),
    Choice("returned", "By returned document"),
)
STATES = (
    Choice("overdue", "Overdue", "⚠"),
    Choice("outstanding", "Outstanding", "○"),
    Choice("returned", "Returned, something left out", "↩"),
    Choice("taken_in", "Taken in", "✔"),
    Choice("made", "Made", "·"),
)
"""Where a document stands that was made."""
