"""The codes of surveys and adoption with their words and glyphs: the same everywhere."""

from changedesk.store.fields import Choice

MODES = (
    Choice("identified", "Identified"),
    Choice("confidential", "Confidential"),
    Choice("anonymous", "Anonymous"),
)
STATUS = (
    Choice("planned", "Planned", "○"),
    Choice("open", "Open", "◐"),
    Choice("closed", "Closed", "✔"),
)
LAYOUTS = (
    Choice("one", "One question at a time"),
    Choice("page", "All on one page"),
)
KINDS = (
    Choice("single", "One of several"),
    Choice("multi", "Several of several"),
    Choice("likert", "Agreement"),
    Choice("matrix", "Row of a grid"),
    Choice("rank", "Order of preference"),
    Choice("nps", "Recommendation 0 to 10"),
    Choice("csat", "Satisfaction"),
    Choice("sus", "System usability item"),
    Choice("adkar", "ADKAR item"),
    Choice("number", "Number"),
    Choice("text", "Free text"),
    Choice("date", "Date"),
    Choice("note", "Text to read"),
)
ELEMENTS = (
    Choice("awareness", "Awareness"),
    Choice("desire", "Desire"),
    Choice("knowledge", "Knowledge"),
    Choice("ability", "Ability"),
    Choice("reinforcement", "Reinforcement"),
)
MISSING = (
    Choice("not_shown", "Not shown"),
    Choice("skipped", "Skipped"),
    Choice("na", "Not applicable"),
    Choice("dont_know", "Don't know"),
)
"""Why there is no answer; none of them is in the base of a figure."""
OPTION_MEANINGS = (Choice("na", "Not applicable"), Choice("dont_know", "Don't know"))
OCCASIONS = (
    Choice("before", "Before go-live"),
    Choice("after_comms", "After communications"),
    Choice("after_training", "After training"),
    Choice("go_live", "At go-live"),
    Choice("day_30", "30 days after go-live"),
    Choice("day_60", "60 days after go-live"),
    Choice("day_90", "90 days after go-live"),
    Choice("other", "Other"),
)
CHANNELS = (
    Choice("kiosk", "Kiosk"),
    Choice("form", "Excel form"),
    Choice("paper", "Paper"),
    Choice("import", "Import"),
)
MARKS = (
    Choice("code", "Code"),
    Choice("sentiment", "Sentiment"),
    Choice("release", "May be quoted"),
)
MEASURE_KINDS = (
    Choice("utilisation", "Utilisation"),
    Choice("proficiency", "Proficiency"),
    Choice("speed", "Speed of adoption"),
    Choice("share", "Other share"),
    Choice("number", "Number"),
)
DIRECTIONS = (Choice("up", "More is better", "▲"), Choice("down", "Less is better", "▼"))
CADENCES = (
    Choice("weekly", "Weekly"),
    Choice("monthly", "Monthly"),
    Choice("quarterly", "Quarterly"),
    Choice("once", "Once"),
)
