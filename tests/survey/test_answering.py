"""The way through a survey: what is shown, what comes next, what lacks, what is wrong."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from changedesk.store.errors import UserError
from changedesk.survey.answer_values import FAULTS, Fault, fault_of, score, sentence
from changedesk.survey.answering import Questionnaire
from changedesk.survey.ready import ReadyOption, ReadyQuestion

Ask = Callable[..., ReadyQuestion]
NA = ReadyOption("na", "Does not apply", None, "na")


@pytest.fixture
def survey(ask: Ask) -> Questionnaire[ReadyQuestion]:
    return Questionnaire(
        [
            ask("hello", "note"),
            ask("used", options=["yes", "no", NA], required=True),
            ask("tools", "multi", ["crm", "chat", "none"], relevant="${used} = 'yes'"),
            ask("ease", "matrix", ["1", "2", "3"], block="The system", relevant="${used}='yes'"),
            ask("speed", "matrix", ["1", "2", "3"], block="The system", required=True),
            ask("why", "text", relevant="${ease} <= 1", required=True),
            ask("end", "nps", relevant="count-selected(${tools}) > 0"),
        ]
    )


def keys(questions: Any) -> list[str]:
    return [one.key for one in questions]


def test_what_is_shown_follows_the_answers(survey: Questionnaire[ReadyQuestion]) -> None:
    assert keys(survey.shown({})) == ["hello", "used", "speed"]
    assert keys(survey.shown({"used": "no"})) == ["hello", "used", "speed"]
    yes = {"used": "yes", "tools": ["crm"], "ease": "1"}
    assert keys(survey.shown(yes)) == keys(survey.questions)


def test_the_answer_to_a_hidden_question_shows_nothing(
    survey: Questionnaire[ReadyQuestion],
) -> None:
    hidden = {"used": "no", "tools": ["crm"], "ease": "1", "why": "slow", "end": "3", "speed": "2"}
    assert keys(survey.shown(hidden)) == ["hello", "used", "speed"]
    assert survey.settled(hidden) == {
        "used": "no",
        "tools": {"missing": "not_shown"},
        "ease": {"missing": "not_shown"},
        "speed": "2",
        "why": {"missing": "not_shown"},
        "end": {"missing": "not_shown"},
    }


def test_the_rows_of_a_grid_are_one_page(survey: Questionnaire[ReadyQuestion]) -> None:
    pages = survey.pages({"used": "yes"})
    assert [(page.block, keys(page.questions)) for page in pages] == [
        ("", ["hello"]),
        ("", ["used"]),
        ("", ["tools"]),
        ("The system", ["ease", "speed"]),
    ]


def test_grids_with_other_answers_are_other_pages(ask: Ask) -> None:
    rows = [
        ask("a", "matrix", ["1", "2"], block="One"),
        ask("b", "matrix", ["1", "2", "3"], block="One"),
        ask("c", "matrix", ["1", "2", "3"], block="Two"),
        ask("d", "matrix", ["1", "2", "3"]),
        ask("e", "matrix", ["1", "2", "3"]),
    ]
    assert [keys(page.questions) for page in Questionnaire(rows).pages({})] == [
        [key] for key in "abcde"
    ]


def test_required_questions_lack_only_while_they_are_shown(
    survey: Questionnaire[ReadyQuestion],
) -> None:
    assert keys(survey.lacking({})) == ["used", "speed"]
    assert keys(survey.lacking({"used": "yes", "ease": "1", "speed": "2"})) == ["why"]
    assert survey.lacking({"used": "na", "speed": "2"}) == ()
    assert survey.faults({"used": "maybe"}) == {
        "used": Fault("unknown", "maybe"),
        "speed": Fault("required"),
    }


def test_a_gap_says_why_it_is_one(survey: Questionnaire[ReadyQuestion]) -> None:
    settled = survey.settled({"used": "na", "speed": {"missing": "dont_know"}})
    assert settled["used"] == {"missing": "na"}
    assert settled["speed"] == {"missing": "dont_know"}
    assert survey.settled({"used": "yes"})["tools"] == {"missing": "skipped"}


def test_what_an_interrupted_person_never_saw_was_not_shown(
    survey: Questionnaire[ReadyQuestion],
) -> None:
    settled = survey.settled({"used": "yes"}, reached="tools")
    assert settled["tools"] == {"missing": "skipped"}
    assert settled["ease"] == settled["speed"] == {"missing": "not_shown"}


def test_words_beside_an_answer_are_kept_with_it(ask: Ask) -> None:
    other = ReadyOption("other", "Another", None, "", True)
    survey = Questionnaire([ask("how", options=["mail", other]), ask("x", relevant="${how}='y'")])
    answers = {"how": "other", "how/other": " by pigeon ", "x/other": "hidden"}
    assert survey.settled(answers) == {
        "how": "other",
        "how/other": "by pigeon",
        "x": {"missing": "not_shown"},
    }


def test_how_far_one_is_counts_questions_and_not_notes(
    survey: Questionnaire[ReadyQuestion],
) -> None:
    assert survey.answered({}) == (0, 2)
    assert survey.answered({"used": "yes", "why": "hidden"}) == (1, 4)


def test_a_broken_condition_names_its_question(ask: Ask) -> None:
    with pytest.raises(UserError, match=r"Question “b”: .* at character 6"):
        Questionnaire([ask("a"), ask("b", relevant="${a} ; 1")])
    with pytest.raises(UserError, match="no question “c”"):
        Questionnaire([ask("a")]).question("c")


CASES: list[tuple[str, dict[str, Any], Any, str]] = [
    ("single", {"options": ["a", "b"]}, "a", ""),
    ("single", {"options": ["a", "b"]}, "c", "unknown"),
    ("single", {"options": ["a", "b"]}, ["a", "b"], "one_only"),
    ("likert", {"options": ["1", "2", NA]}, "na", ""),
    ("likert", {"options": ["1", "2"]}, "3", "unknown"),
    ("likert", {}, "5", ""),
    ("likert", {}, "6", "too_large"),
    ("likert", {"most": 7}, "7", ""),
    ("matrix", {}, "0", "too_small"),
    ("csat", {}, "3.5", "unknown"),
    ("sus", {}, "x", "no_number"),
    ("adkar", {"options": ["1", "2", "3", "4", "5"]}, "5", ""),
    ("nps", {}, "0", ""),
    ("nps", {}, "10", ""),
    ("nps", {}, "11", "too_large"),
    ("nps", {}, "-1", "too_small"),
    ("multi", {"options": ["a", "b", "c"]}, ["c", "a"], ""),
    ("multi", {"options": ["a", "b"]}, ["a", "x"], "unknown"),
    ("multi", {"options": ["a", "b"]}, ["a", "a"], "twice"),
    ("multi", {"options": ["a", "b", NA]}, ["a", "na"], "alone"),
    ("multi", {"options": ["a", "b", NA], "least": 2}, ["na"], ""),
    ("multi", {"options": ["a", "b", "c"], "least": 2}, ["a"], "too_few"),
    ("multi", {"options": ["a", "b", "c"], "most": 1}, ["a", "b"], "too_many"),
    ("rank", {"options": ["a", "b", "c"]}, ["c", "a", "b"], ""),
    ("rank", {"options": ["a", "b", "c"]}, ["c", "a"], "unranked"),
    ("rank", {"options": ["a", "b", "c"], "most": 2}, ["c", "a"], ""),
    ("rank", {"options": ["a", "b"]}, ["a", "a"], "twice"),
    ("number", {}, "-12.5", ""),
    ("number", {}, "12,5", "no_number"),
    ("number", {}, "1e9", "no_number"),
    ("number", {"least": 1, "most": 50}, "51", "too_large"),
    ("number", {"least": 1, "most": 50}, "0.5", "too_small"),
    ("text", {}, "x" * 10_000, ""),
    ("text", {}, "x" * 10_001, "too_long"),
    ("text", {"most": 3}, "four", "too_long"),
    ("date", {}, "2026-02-28", ""),
    ("date", {}, "2026-02-30", "no_day"),
    ("date", {}, "28.2.2026", "no_day"),
    ("note", {}, "x", "no_question"),
    ("single", {"options": ["a"]}, "", ""),
    ("number", {}, None, ""),
    ("number", {}, {"missing": "dont_know"}, ""),
]


@pytest.mark.parametrize(("kind", "facts", "answer", "code"), CASES)
def test_a_wrong_answer_is_told_in_a_sentence(
    ask: Ask, kind: str, facts: dict[str, Any], answer: object, code: str
) -> None:
    fault = fault_of(ask("q", kind, **facts), answer)
    assert (fault.code if fault else "") == code
    if fault:
        assert sentence(fault).endswith(".")
        assert "{" not in sentence(fault)


def test_every_fault_that_can_be_told_occurs() -> None:
    assert {code for *_, code in CASES if code} == set(FAULTS) - {"required"}


def test_a_value_counts_as_its_option_says(ask: Ask) -> None:
    pace = ask("pace", options=[("slow", "Slow"), ("right", "Right", 7), NA])
    assert score(pace, "right") == 7
    assert score(pace, "slow") is None
    assert score(pace, "na") is None
    assert score(ask("n", "nps"), "9") == 9
    assert score(ask("n", "number"), "2.5") == 2.5
    assert score(ask("t", "text"), "9") is None


# --- laws over random surveys ---------------------------------------------------------------

VALUES = ["a", "b", "na"]


CONDITIONS = ("${{{0}}} = '{1}'", "${{{0}}} != '{1}'", "selected(${{{0}}}, 'a')", "not(${{{0}}})")


@st.composite
def surveys(draw: st.DrawFn) -> list[ReadyQuestion]:
    made: list[ReadyQuestion] = []
    offered = tuple(ReadyOption(v, v, None, "na" if v == "na" else "") for v in VALUES)
    for place in range(draw(st.integers(1, 7))):
        relevant = ""
        conditional = draw(st.booleans())
        if made and conditional:
            about = draw(st.sampled_from(made)).key
            value = draw(st.sampled_from([*VALUES, ""]))
            relevant = draw(st.sampled_from(CONDITIONS)).format(about, value)
        kind = draw(st.sampled_from(["single", "multi", "note", "text", "matrix"]))
        options = () if kind in ("text", "note") else offered
        block = draw(st.sampled_from(["", "grid"]))
        required = draw(st.booleans())
        question = ReadyQuestion(
            place,
            f"q{place}",
            kind,
            "?",
            required=required,
            relevant=relevant,
            block=block,
            options=options,
        )
        made.append(question)
    return made


ANSWER = st.one_of(
    st.sampled_from(VALUES),
    st.lists(st.sampled_from(VALUES), max_size=2, unique=True),
    st.none(),
    st.just({"missing": "dont_know"}),
)
ANSWERS = st.dictionaries(st.sampled_from([f"q{n}" for n in range(7)]), ANSWER, max_size=7)


@given(surveys(), ANSWERS, ANSWERS)
def test_hidden_answers_never_count(
    questions: list[ReadyQuestion], answers: dict[str, Any], others: dict[str, Any]
) -> None:
    survey = Questionnaire(questions)
    shown = set(keys(survey.shown(answers)))
    # Whatever is written into hidden questions, nothing that counts becomes different.
    changed = {**answers, **{key: one for key, one in others.items() if key not in shown}}
    assert set(keys(survey.shown(changed))) == shown
    assert survey.settled(changed) == survey.settled(answers)
    assert survey.faults(changed) == survey.faults(answers)
    assert survey.answered(changed) == survey.answered(answers)
    for key, kept in survey.settled(answers).items():
        assert (kept == {"missing": "not_shown"}) == (key not in shown)


@given(surveys(), ANSWERS, st.data())
def test_going_back_and_forth_keeps_what_was_answered(
    questions: list[ReadyQuestion], answers: dict[str, Any], data: st.DataObject
) -> None:
    survey = Questionnaire(questions)
    before = survey.settled(answers)
    asked = [one.key for one in questions]
    turned = data.draw(st.sampled_from(asked))
    value = data.draw(ANSWER)
    there = {**answers, turned: value}
    survey.settled(there)
    assert survey.settled({**there, turned: answers.get(turned)}) == before


@given(surveys(), ANSWERS)
def test_the_pages_lead_over_every_shown_question(
    questions: list[ReadyQuestion], answers: dict[str, Any]
) -> None:
    survey = Questionnaire(questions)
    way = [one.key for page in survey.pages(answers) for one in page.questions]
    assert way == keys(survey.shown(answers))


@given(surveys(), ANSWERS)
def test_what_is_kept_can_be_gone_on_from(
    questions: list[ReadyQuestion], answers: dict[str, Any]
) -> None:
    survey = Questionnaire(questions)
    settled = survey.settled(answers)
    assert survey.settled(settled) == settled
    assert survey.settled(survey.resumed(settled)) == settled
