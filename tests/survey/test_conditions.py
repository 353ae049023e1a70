"""Conditions: what XLSForm says, nothing run as code, and a place for every mistake."""

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from changedesk.store.errors import UserError
from changedesk.survey.condition_parts import Answer, Call, Chain, Current, Literal, Negative, Part
from changedesk.survey.conditions import (
    FUNCTIONS,
    Condition,
    asks_about_itself,
    holds,
    names,
    parse,
    value,
    written,
)

ANSWERS = {
    "age": "41",
    "used": "yes",
    "tools": ["crm", "chat"],
    "none": "",
    "n": 3,
    "day": "2026-03-31",
}

TRUE = [
    "",
    "${used} = 'yes'",
    '${used} = "yes"',
    "${used} = ‘yes’",
    "${used}='yes'and ${age}>40",
    "${used} != 'no'",
    "${age} >= 41 and ${age} <= 41",
    "${age} = 41.0",
    "not(selected(${tools}, 'phone'))",
    "selected (${tools}, 'crm') AND selected(${tools}, 'chat')",
    "count-selected(${tools}) = 2",
    "count-selected(${none}) = 0",
    "if(${used} = 'yes', ${age}, 0) > 40",
    "coalesce(${none}, ${used}) = 'yes'",
    "coalesce(${none}, ${unknown}, 'x') = 'x'",
    "1 + 2 * 3 = 7",
    "(1 + 2) * 3 = 9",
    "7 div 2 = 3.5",
    "-7 mod 2 = -1",
    "5 - 2 - 1 = 2",
    "- -3 = 3",
    "0.1 + 0.2 = .3",
    "${n} + 1 = 4",
    "1 < 2 = true()",
    "${day} > '2026-03-30'",
    "true() or false() and false()",
    ". <= 10",
]
BLANK = {  # what a question without an answer is worth
    "${none} = ''": True,
    "${none} != ''": False,
    "${none} != 'yes'": True,
    "${none} = 0": False,
    "${none} != 0": True,
    "${none} < 5": False,
    "${none} >= 5": False,
    "${none}": False,
    "not(${none})": True,
    "selected(${none}, '')": False,
    "${none} + 1 > 0": False,
    "${missing} = ''": True,
}
REFUSED = {
    "${used} = ": (10, "missing at the end"),
    "${used} = yes": (11, "'yes'"),
    "${used} == 'yes'": (10, "missing before"),
    "${used} 'yes'": (9, "“and” or “or”"),
    "(${used} = 'yes'": (17, "closing bracket"),
    "${used = 'yes'": (1, "${key}"),
    "${used} = 'yes": (11, "closing quotation mark"),
    "pulldata('a', 'b')": (1, "pulldata()"),
    "regex(${used}, 'y')": (1, "regex()"),
    "selected(${tools})": (1, "takes 2"),
    "a;b": (2, "“;”"),
    "__import__('os').system('x')": (17, "“.”"),
    "__import__('os')": (1, "no function"),
    "1 + " + "9" * 30: (5, "20 figures"),
    "${a}.b": (5, "“.”"),
    "(" * 60 + "1" + ")" * 60: (41, "nested"),
    "-" * 60 + "1": (41, "nested"),
    "1" * 9_000: (1, "longer"),
}


@pytest.mark.parametrize("text", TRUE)
def test_a_condition_holds_as_an_xlsform_means_it(text: str) -> None:
    assert holds(parse(text), ANSWERS, current="7")


@pytest.mark.parametrize(("text", "expected"), BLANK.items())
def test_no_answer_is_an_empty_text_and_no_number(text: str, expected: bool) -> None:
    assert holds(parse(text), ANSWERS) is expected


@pytest.mark.parametrize(("text", "told"), REFUSED.items(), ids=lambda v: str(v)[:20])
def test_a_mistake_is_named_with_its_place(text: str, told: tuple[int, str]) -> None:
    place, why = told
    with pytest.raises(UserError) as refusal:
        parse(text)
    assert f"at character {place}:" in str(refusal.value)
    assert why in str(refusal.value)
    assert str(refusal.value).count("\n") == 0


def test_the_questions_that_a_condition_asks_about_are_known() -> None:
    condition = parse("if(${b} = 1, ${a}, -(${c} + ${b})) and selected(., 'x')")
    assert names(condition) == ("b", "a", "c")
    assert asks_about_itself(condition)
    assert not asks_about_itself(parse("${a} = 1"))
    assert names(parse("")) == ()


def test_and_with_or_looks_no_further_than_needed() -> None:
    assert value(parse("true() or ${a} div 0 > 0"), {}) is True
    assert value(parse("false() and ${a}"), {}) is False
    assert math.isnan(float(value(parse("0 div 0"), {})))  # type: ignore[arg-type]
    assert value(parse("-1 div 0"), {}) == -math.inf
    assert math.isnan(float(value(parse("1 mod 0"), {})))  # type: ignore[arg-type]


def test_a_long_chain_is_read_without_going_deep() -> None:
    text = " or ".join(f"${{q{n}}} = 'x'" for n in range(400))
    assert holds(parse(text), {"q399": "x"})
    assert not holds(parse(text), {})


KEYS = st.sampled_from(["a", "used", "q_1", "x.y", "größe", "a-b"])
TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="'‘’"), max_size=6)
LITERALS = st.one_of(
    TEXTS.map(Literal),
    st.integers(0, 10**6).map(float).map(Literal),
    st.decimals(0, 10**6, places=4).map(float).map(Literal),
)
ATOMS = st.one_of(LITERALS, KEYS.map(Answer), st.just(Current()))
LEVELS = [("or",), ("and",), ("=", "!="), ("<", "<=", ">", ">="), ("+", "-"), ("*", "div", "mod")]


def _chains(parts: st.SearchStrategy[Part]) -> st.SearchStrategy[Part]:
    return st.sampled_from(LEVELS).flatmap(
        lambda signs: st.builds(
            Chain,
            parts,
            st.lists(st.tuples(st.sampled_from(signs), parts), min_size=1, max_size=3).map(tuple),
        )
    )


def _calls(parts: st.SearchStrategy[Part]) -> st.SearchStrategy[Part]:
    return st.sampled_from(sorted(FUNCTIONS)).flatmap(
        lambda name: st.builds(
            Call,
            st.just(name),
            st.lists(parts, min_size=FUNCTIONS[name][0], max_size=min(FUNCTIONS[name][1], 4)).map(
                tuple
            ),
        )
    )


PARTS: st.SearchStrategy[Part] = st.recursive(
    ATOMS,
    lambda parts: st.one_of(_chains(parts), _calls(parts), parts.map(Negative)),
    max_leaves=12,
)
VALUES: st.SearchStrategy[Any] = st.one_of(
    st.none(),
    st.text(max_size=5),
    st.integers(),
    st.floats(),
    st.lists(st.sampled_from(["x", "y", "a"]), max_size=3),
)
GIVEN = st.dictionaries(KEYS, VALUES, max_size=5)


@given(PARTS)
def test_a_condition_written_down_is_read_as_the_same_one(part: Part) -> None:
    text = written(Condition("", part))
    assert parse(text).whole == part


@given(PARTS, GIVEN, VALUES)
def test_every_condition_has_a_value_for_all_answers(
    part: Part, answers: dict[str, Any], current: object
) -> None:
    condition = Condition("", part)
    assert holds(condition, answers, current) in (True, False)
    asked = {key: answers[key] for key in names(condition) if key in answers}
    assert holds(condition, asked, current) == holds(condition, answers, current)


@given(st.text(st.sampled_from("${}a1.'()<>=!+-*, ornd"), max_size=30))
def test_any_text_is_read_or_refused_in_a_sentence(text: str) -> None:
    try:
        condition = parse(text)
    except UserError as refusal:
        told = str(refusal)
    else:
        told = "at character"
        assert parse(written(condition)).whole == condition.whole
    assert "at character" in told


@given(PARTS, PARTS, GIVEN)
def test_not_and_or_keep_the_laws_of_logic(a: Part, b: Part, answers: dict[str, Any]) -> None:
    def said(part: Part) -> bool:
        return holds(Condition("", part), answers)

    neither = Call("not", (Chain(a, (("or", b),)),))
    both_not = Chain(Call("not", (a,)), (("and", Call("not", (b,))),))
    assert said(neither) == said(both_not) == (not said(a) and not said(b))
