"""Only documented words become results; everything near them is asked about."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from changedesk.exchange import outcomes
from changedesk.exchange.outcome_words import GLYPHS, WORDS


def documented() -> list[tuple[str, str, str]]:
    """Return language, meaning and word for the whole list."""
    return [
        (language, meaning, word.strip())
        for language, by_meaning in WORDS.items()
        for meaning, words in by_meaning.items()
        for word in words.split(",")
    ]


def test_every_documented_word_means_what_it_is_listed_under_in_any_case() -> None:
    for language, meaning, word in documented():
        for form in (word, word.upper(), f"  {word} "):
            reading = outcomes.read(form)
            assert reading.known, (language, form)
            assert (reading.outcome or "none") == meaning, (language, form)


def test_no_language_contradicts_another() -> None:
    by_word: dict[str, set[str]] = {}
    for _, meaning, word in documented():
        by_word.setdefault(outcomes.fold(word), set()).add(meaning)
    assert {word for word, meanings in by_word.items() if len(meanings) > 1} == set()


def test_sixteen_languages_know_both_pass_and_fail() -> None:
    wanted = [
        "en",
        "de",
        "fr",
        "es",
        "pt",
        "it",
        "nl",
        "pl",
        "ru",
        "el",
        "th",
        "vi",
        "id",
        "tr",
        "ja",
        "zh",
    ]
    for language in wanted:
        assert {"pass", "fail", "none"} <= WORDS[language].keys()


@pytest.mark.parametrize(
    "near",
    [
        "pаss", "ＰＡＳＳ", "pa\u200bss", "\u202essap", "passed?", "pass/fail", "not passed",
        "TRUE", "WAHR", "VRAI", "1", "0", "1.0", "✓", "✔", "fail pass", "paſſ", "p a s s",
        "pass!", "pass.", "(pass)", "passs", "pаssed", "partial pass", "pass fail", "✔ Fail",
        "✖ Pass", "🟢", "x", "done", "completed", "closed", "approved", "100%", "Ｐ", "0K",
        "#PASS", "=pass", "pass;fail", "passed with errors", "passed 3 of 5", "almost pass",
    ],
)  # fmt: skip
def test_a_spelling_near_a_result_is_asked_about(near: str) -> None:
    reading = outcomes.read(near)
    assert (reading.known, reading.outcome) == (False, None)


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("✔ Pass", "pass"),
        ("✔ Passed", "pass"),
        ("✔\ufe0f Bestanden", "pass"),
        ("✖ Fail", "fail"),
        ("✖ Nicht bestanden", "fail"),
        ("⊘ Blocked", "blocked"),
        ("➔ Skipped", "skipped"),
        ("— N/A", "na"),
        ("○ Not run", None),
        ("◐ In progress", None),
    ],
)
def test_our_own_workbooks_come_back_as_they_went_out(text: str, outcome: str | None) -> None:
    reading = outcomes.read(text)
    assert (reading.known, reading.outcome) == (True, outcome)


@pytest.mark.parametrize("text", ["Pass with remarks", "✔ passed with comments"])
def test_a_pass_with_a_remark_is_a_pass_that_says_so(text: str) -> None:
    reading = outcomes.read(text)
    assert (reading.outcome, reading.remark) == ("pass", True)


@pytest.mark.parametrize("text", ["", " ", "-", "Pending", "Not Executed", "Untested", "NO RUN"])
def test_no_result_is_no_question(text: str) -> None:
    assert outcomes.read(text) == outcomes.NO_RESULT


@pytest.mark.parametrize(
    ("text", "guess"),
    [
        ("ＰＡＳＳ", "pass"),
        ("pаss", "pass"),
        ("pa\u200bss", "pass"),
        ("\u202essap", "pass"),
        ("✓", "pass"),
        ("not passed", "fail"),
        ("on hold", "blocked"),
        ("banana", None),
        ("pass/fail", None),
        ("TRUE", None),
    ],
)
def test_a_question_comes_with_a_guess_where_there_is_one(text: str, guess: str | None) -> None:
    assert outcomes.read(text).suggestion == guess


@given(st.text(max_size=12))
def test_a_result_is_always_a_listed_word_but_for_case_and_spaces(text: str) -> None:
    reading = outcomes.read(text)
    if reading.outcome is not None:
        listed = {outcomes.fold(form) for _, _, w in documented() for form in (w, w.upper())}
        glyph, _, word = outcomes.fold(text).partition(" ")
        assert outcomes.fold(text) in listed or (glyph in GLYPHS and word in listed)


@given(st.sampled_from(documented()), st.integers(0, 30), st.sampled_from("\u200b\u0430ſ.?!1"))
def test_one_strange_letter_in_a_word_makes_it_a_question(
    word: tuple[str, str, str], at: int, letter: str
) -> None:
    text = word[2]
    changed = text[:at] + letter + text[at:]
    listed = {outcomes.fold(w) for _, _, w in documented()}
    if outcomes.fold(changed) not in listed:
        assert outcomes.read(changed).outcome is None


@pytest.mark.parametrize("tick", ["x", "X", "✔", "✓", "•", "√"])
def test_a_tick_under_pass_is_a_tick(tick: str) -> None:
    assert outcomes.read_mark(tick)


@pytest.mark.parametrize("text", ["1", "TRUE", "yes", "Pass", "?", ""])
def test_anything_else_under_pass_is_no_tick(text: str) -> None:
    assert not outcomes.read_mark(text)
