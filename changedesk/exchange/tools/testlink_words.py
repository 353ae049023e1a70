"""The figures that TestLink writes for words, the same for reading and for writing."""

STATES = {
    "1": "Draft",
    "2": "Ready for review",
    "3": "Review in progress",
    "4": "Rework",
    "5": "Obsolete",
    "6": "Future",
    "7": "Final",
}
STATE_CODES = {
    "1": "draft", "2": "draft", "3": "draft", "4": "draft",
    "5": "retired", "6": "draft", "7": "ready",
}  # fmt: skip
IMPORTANCE = {"1": "low", "2": "medium", "3": "high"}
EXECUTION = {"1": "Manual", "2": "Automated"}
REQUIREMENT_STATES = {
    "D": "Draft",
    "R": "Review",
    "W": "Rework",
    "F": "Finish",
    "I": "Implemented",
    "V": "Valid",
    "N": "Not testable",
    "O": "Obsolete",
}
REQUIREMENT_TYPES = {
    "1": "Informational",
    "2": "Feature",
    "3": "Use case",
    "4": "User interface",
    "5": "Non functional",
    "6": "Constraint",
    "7": "System function",
}

# Headings under which a script keeps what only TestLink has.
SUMMARY, STATE, EXECUTION_TYPE = "Summary", "Status", "Execution type"
KEYWORDS, OPEN, ACTIVE = "Keywords", "Open", "Active"
OWN = (SUMMARY, STATE, EXECUTION_TYPE, KEYWORDS, OPEN, ACTIVE)


def custom_heading(name: str) -> str:
    """Return the heading of a custom field; one that is called like a field of TestLink says so."""
    return f"{name} (custom field)" if name in OWN else name


def custom_name(heading: str) -> str:
    """Return the name of the custom field with this heading."""
    name = heading.removesuffix(" (custom field)")
    return name if name in OWN else heading
