"""Cells of a heat map as marks: a glyph, a number and a tint, so that colour is never alone."""

from changedesk.impact.cells import Cell
from changedesk.impact.heat import LEVELS
from changedesk.impact.severity import HIGH, LOW, MEDIUM
from changedesk.impact.words import ASPECTS
from changedesk.office.layout import Choice
from changedesk.office.palette import Tone

GLYPHS = {HIGH: "▲▲", MEDIUM: "▲", LOW: "▽", "": "○"}
TONES: dict[str, Tone] = {HIGH: "bad", MEDIUM: "warning", LOW: "info", "": "quiet"}
SHORT = dict(
    zip(
        (aspect.code for aspect in ASPECTS),
        ("Process", "IT", "Tools", "Roles", "Habits", "Mindset", "Lines", "Goals", "Pay",
         "Site"),
        strict=True,
    )
)  # fmt: skip
"""A word for each aspect that fits over a narrow column."""
LEGEND = (
    "▲▲ high, ▲ medium, ▽ low, ○ none or not rated; beside it the highest severity: 0 none, 1 "
    "aware only, 2 a minor new step, 3 needs training, 4 core task changes, 5 role redefined. "
    "Empty: no impact."
)
SEVERITY_MARKS = tuple(
    Choice(f"{level}:{number}", f"{number}", GLYPHS[level], TONES[level])
    for level in (*LEVELS, "")
    for number in (*range(6), "?")
)
LOAD_MARKS = (
    Choice("over", "over the line", "⚡", "bad"),
    Choice("hard", "two projects hit hard", "▲", "warning"),
    Choice("fits", "fits", "✔", "good"),
    Choice("unknown", "no line", "○", "quiet"),
)


def severity_mark(cell: Cell | None) -> str:
    """Return the code in `SEVERITY_MARKS` of a cell, "" where there is none."""
    if cell is None:
        return ""
    return f"{cell.level}:{'?' if cell.severity is None else cell.severity}"


def load_mark(cell: Cell) -> str:
    """Return the code in `LOAD_MARKS` of what a month asks of a group."""
    if cell.over:
        return "over"
    if cell.collides:
        return "hard"
    return "unknown" if cell.line is None else "fits"
