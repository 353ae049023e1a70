"""Levels as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from changedesk.exchange.change.scales import (
    LEVELS,
    Span,
    of_five,
    of_severity,
    read_level,
    span_of,
)

FIVE = Span(1, 5)


@pytest.mark.parametrize(
    ("text", "five", "severity"),
    [
        ("H", 5, 4), ("medium", 3, 2), ("LOW", 1, 1), ("Hoch", 5, 4), ("moyenne", 3, 2),
        ("bajo", 1, 1), ("muito alto", 5, 5), ("Высокое", 5, 4), ("средняя", 3, 2),
        ("none", None, 0), ("4", 4, 4), ("3/5", 3, 3), ("★★★", 3, 3), ("2.0", 2, 2),
    ],
)  # fmt: skip
def test_words_letters_and_figures_are_levels(text: str, five: int, severity: int) -> None:
    level = read_level(text, FIVE)
    assert (of_five(level), of_severity(level)) == (five, severity)
    assert level.said == text


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("High (reports to the board)", "reports to the board"),
        ("High, reports to the board", "reports to the board"),
        ("Hoch – neue Rolle", "neue Rolle"),
        ("7 (was 5)", "was 5"),
    ],
)
def test_what_stands_behind_a_level_is_its_remark(text: str, remark: str) -> None:
    level = read_level(text, Span(1, 10))
    assert level.known
    assert level.remark == remark


@pytest.mark.parametrize("text", ["High/Medium", "12", "6", "tbd", "Medium to high"])
def test_what_is_no_level_of_the_scale_is_never_guessed(text: str) -> None:
    level = read_level(text, FIVE)
    assert not level.known
    assert level.unknown == text
    assert of_five(level) is None


def test_a_word_that_a_person_explained_is_known() -> None:
    assert of_five(read_level("Riesig", FIVE, {"riesig": "very_high"})) == 5


@pytest.mark.parametrize(
    ("heading", "texts", "span"),
    [
        ("Влияние на проект (1-10)", ["8", "6"], Span(1, 10)),
        ("Interest (H=High/L=Low)", ["H"], Span(1, 5)),
        ("Impact (1=low, 3=high)", ["1", "2"], Span(1, 3)),
        ("Power", ["9", "2"], Span(1, 10, guessed=True)),
        ("Power", ["3", "2", "1"], Span(1, 5, guessed=True)),
        ("Power", ["5", "2"], Span(1, 5)),
        ("Power", ["2/3", "1/3"], Span(1, 3)),
    ],
)
def test_a_column_says_its_scale_or_its_values_show_it(
    heading: str, texts: list[str], span: Span
) -> None:
    assert span_of(heading, texts) == span


@given(st.sampled_from([3, 4, 5, 7, 10]).flatmap(
    lambda end: st.tuples(st.just(end), st.integers(1, end), st.integers(1, end))
))  # fmt: skip
def test_a_higher_level_is_never_rated_lower(case: tuple[int, int, int]) -> None:
    end, one, two = case
    span = Span(1, end)
    first, second = (of_five(read_level(str(n), span)) for n in sorted((one, two)))
    assert first is not None
    assert second is not None
    assert 1 <= first <= second <= 5
    assert (of_five(read_level("1", span)), of_five(read_level(str(end), span))) == (1, 5)


@given(st.text(max_size=60))
def test_no_text_breaks_the_reading_and_all_is_kept(text: str) -> None:
    level = read_level(text, FIVE)
    assert level.said == text.strip()
    assert level.word in (*LEVELS, "")
