"""Colours can be read, and marks are the contract's."""

import pytest

from changedesk.office import palette


def luminance(color: str) -> float:
    parts = [int(color[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("tone", palette.TINTS)
def test_text_on_a_tint_and_numbers_on_a_bar_can_be_read(tone):
    tint = palette.TINTS[tone]
    assert contrast(tint.ink, tint.fill) >= 4.5
    assert contrast(tint.ink, palette.PAPER) >= 4.5
    assert contrast(tint.ink, palette.INPUT_FILL) >= 4.5
    assert contrast(tint.solid, palette.PAPER) >= 3.0


@pytest.mark.parametrize("ground", ["PAPER", "HEADER_FILL", "INPUT_FILL", "INPUT_HEADER_FILL"])
def test_ordinary_text_can_be_read_on_every_ground(ground):
    color = getattr(palette, ground)
    assert contrast(palette.INK, color) >= 7
    assert contrast(palette.INK_SOFT, color) >= 4.5


def test_the_marks_are_those_of_the_contract():
    glyphs = {code: palette.MARKS[code].glyph for code in palette.MARKS}
    expected = {
        "pass": "✔",
        "fail": "✖",
        "blocked": "⊘",
        "skipped": "➔",
        "na": "—",
        "not_run": "○",
        "disputed": "⚡",
        "failed": "✖",
        "in_progress": "◐",
        "passed_with_remark": "✔*",
        "passed": "✔",
    }
    assert expected.items() <= glyphs.items()
    assert palette.marked("pass", "Pass") == "✔ Pass"
    assert palette.marked("unknown", "Word") == "Word"
