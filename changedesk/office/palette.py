"""One set of glyphs and colours for workbooks and documents: a mark is never colour alone.

Colours are RRGGBB without '#'. Every ink on its own tint and on white keeps at least the
4.5 : 1 contrast of WCAG AA (held by a test); `solid` is for chart bars, 3 : 1 on white.
"""

from dataclasses import dataclass
from typing import Literal

Tone = Literal["good", "bad", "warning", "info", "quiet", "accent"]


@dataclass(frozen=True)
class Tint:
    """Three related colours: text (`ink`), the ground under it (`fill`), chart bars (`solid`)."""

    ink: str
    fill: str
    solid: str


TINTS: dict[Tone, Tint] = {
    "good": Tint(ink="1B5E3A", fill="E3F2E8", solid="3E8E63"),
    "bad": Tint(ink="8F1D24", fill="FBE6E6", solid="C0444B"),
    "warning": Tint(ink="7A4A00", fill="FDF0D9", solid="B9770E"),
    "info": Tint(ink="1F4E79", fill="E4EEF8", solid="3F7CB5"),
    "quiet": Tint(ink="555B65", fill="F1F2F4", solid="8A919C"),
    "accent": Tint(ink="1F3A5F", fill="E8EEF5", solid="2F5D8C"),
}

INK = "1F2933"
INK_SOFT = "5A6472"
RULE = "D5DAE1"
RULE_STRONG = "8E98A6"
HEADER_FILL = "E9EDF2"
INPUT_FILL = "FFFBEA"
INPUT_HEADER_FILL = "FBEFC4"
PAPER = "FFFFFF"


@dataclass(frozen=True)
class Mark:
    """The glyph that stands before a word of state, and the tone that goes with it."""

    glyph: str
    tone: Tone


MARKS: dict[str, Mark] = {
    "pass": Mark("✔", "good"),
    "fail": Mark("✖", "bad"),
    "blocked": Mark("⊘", "warning"),
    "skipped": Mark("➔", "quiet"),
    "na": Mark("—", "quiet"),
    "not_run": Mark("○", "quiet"),
    "in_progress": Mark("◐", "info"),
    "disputed": Mark("⚡", "warning"),
    "failed": Mark("✖", "bad"),
    "passed": Mark("✔", "good"),
    "passed_with_remark": Mark("✔*", "good"),
    "approved": Mark("✔", "good"),
    "approved_with_conditions": Mark("✔*", "warning"),
    "rejected": Mark("✖", "bad"),
    "go": Mark("✔", "good"),
    "go_with_conditions": Mark("✔*", "warning"),
    "no_go": Mark("✖", "bad"),
    "deferred": Mark("➔", "quiet"),
    "critical": Mark("▲▲", "bad"),
    "high": Mark("▲", "warning"),
    "medium": Mark("■", "info"),
    "low": Mark("▽", "quiet"),
}
"""Codes of the contract's states (and of severity and priority) with their glyph and tone."""


def marked(code: str, label: str) -> str:
    """Return `label` behind the glyph of `code`; the bare label where the code has none."""
    mark = MARKS.get(code)
    return f"{mark.glyph} {label}" if mark else label
