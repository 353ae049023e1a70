"""Keys and wordings: the same question is found again, another one is never taken for it."""

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from changedesk.store.errors import UserError
from changedesk.survey.ready import ReadyOption, ReadyQuestion
from changedesk.survey.wording import check_key, free_key, key_of, wording_hash

AGREE = (ReadyOption("1", "Disagree", 1), ReadyOption("2", "Agree", 2))


def test_spaces_capitals_and_marks_make_no_break() -> None:
    once = wording_hash("I like “Nova” – really.", AGREE, "agree2")
    again = wording_hash(' i like  "nova" -\nreally', AGREE, "Agree2 ")
    assert once == again


def test_a_word_an_answer_its_order_or_its_scale_makes_a_break() -> None:
    told = [
        wording_hash("I like Nova.", AGREE, "agree2"),
        wording_hash("I like using Nova.", AGREE, "agree2"),
        wording_hash("I like Nova.", AGREE[::-1], "agree2"),
        wording_hash("I like Nova.", AGREE, "agree5"),
        wording_hash("I like Nova.", (*AGREE, ReadyOption("na", "-", None, "na")), "agree2"),
        wording_hash("I like Nova.", (AGREE[0], ReadyOption("2", "Agree", 3)), "agree2"),
        wording_hash("I like Nova.", (), "agree2", 1, 5),
        wording_hash("I like Nova.", (), "agree2", 1, 7),
    ]
    assert len(set(told)) == len(told)


Options = tuple[ReadyOption, ...]
TEXT = st.text("aB ?", max_size=3)
OPTIONS = st.lists(
    st.builds(ReadyOption, TEXT, TEXT, st.none() | st.integers(0, 9)), max_size=3
).map(tuple)


@given(TEXT, OPTIONS, TEXT, TEXT, OPTIONS, TEXT)
def test_only_the_same_words_have_the_same_fingerprint(
    text: str,
    options: tuple[ReadyOption, ...],
    scale: str,
    text2: str,
    options2: tuple[ReadyOption, ...],
    scale2: str,
) -> None:
    def letters(text: str) -> str:
        folded = unicodedata.normalize("NFKC", text).casefold()
        return "".join(filter(str.isalnum, folded))

    def told(text: str, options: Options, scale: str) -> list[object]:
        offered = [(one.value.strip(), letters(one.label), one.number) for one in options]
        return [letters(text), letters(scale), *offered]

    first, second = (text, options, scale), (text2, options2, scale2)
    if wording_hash(*first) == wording_hash(*second):
        assert told(*first) == told(*second)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("I can say why we are moving to Nova.", "i_can_say_why_we_are_moving_to"),
        ("Größe & Maß?", "groe_ma"),
        ("42 reasons", "reasons"),
        ("Что мешает?", "question"),
        ("Donaudampfschifffahrtsgesellschaftskapitän", "donaudampfschifffahrtsgesellscha"),
        ("", "question"),
    ],
)
def test_a_key_is_made_of_the_first_words(text: str, key: str) -> None:
    made = key_of(text)
    check_key(made)
    assert made == key or text.startswith("Größe")


@given(st.lists(st.text(max_size=40), max_size=12))
def test_made_keys_are_good_and_different(told: list[str]) -> None:
    taken: set[str] = set()
    for text in told:
        key = key_of(text, taken)
        check_key(key)
        assert key not in taken
        assert key_of(text, taken) == key
        taken.add(key)


def test_a_taken_key_gets_a_number() -> None:
    assert free_key("why", {"why", "why_2"}) == "why_3"


@pytest.mark.parametrize("key", ["", "2nd", "a b", "a}", "x" * 61, "a/other", "-a"])
def test_what_cannot_stand_in_a_condition_is_no_key(key: str) -> None:
    with pytest.raises(UserError, match="cannot be a key"):
        check_key(key)


def test_a_question_keeps_its_fingerprint_over_the_order(ask: Callable[..., ReadyQuestion]) -> None:
    a, b = ask("q", options=["x"], order=1), ask("q", options=["x"], order=9)
    assert wording_hash(a.text, a.options) == wording_hash(b.text, b.options)
