"""Surveys from XLSForms and as XLSForms: what is asked stays the same, what is lost is told."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from changedesk.exchange.child import messages
from changedesk.exchange.reader import assemble
from changedesk.exchange.xlsform.form import Choice, FormDraft, FormGroup, FormItem, FormQuestion
from changedesk.exchange.xlsform.reading import form_of, read_xlsform
from changedesk.exchange.xlsform.writing import write_xlsform
from changedesk.survey.answering import Questionnaire
from changedesk.survey.form_giving import form_of_questions
from changedesk.survey.form_taking import Taken, questions_of
from changedesk.survey.form_values import bounds_of, nameable, parameter_bounds, rule_of
from changedesk.survey.ready import ReadyOption, ReadyQuestion, ReadySurvey, ready_surveys

YES_NO = {"yn": (Choice("yes", {"": "Yes", "de": "Ja"}), Choice("no", {"": "No", "de": "Nein"}))}


def taken(*items: FormItem, lists: Any = None, language: str = "", **heads: Any) -> Taken:
    form = FormDraft(items=items, lists=YES_NO if lists is None else lists, **heads)
    return questions_of(form, language)


def ask(kind: str, name: str = "q", **facts: Any) -> FormQuestion:
    facts = {"labels": {"": f"About {name}"}, **facts}
    if kind in ("select_one", "select_multiple", "rank"):
        facts.setdefault("list_name", "yn")
    return FormQuestion(kind, name, **facts)


@pytest.mark.parametrize(
    ("kind", "becomes"),
    [
        ("text", "text"), ("integer", "number"), ("decimal", "number"), ("range", "number"),
        ("select_one", "single"), ("select_multiple", "multi"), ("rank", "rank"),
        ("note", "note"), ("date", "date"), ("time", "text"), ("dateTime", "text"),
        ("acknowledge", "single"),
    ],
)  # fmt: skip
def test_each_type_becomes_a_kind_of_question(kind: str, becomes: str) -> None:
    (one,) = taken(ask(kind)).questions
    assert (one.key, one.kind, one.text) == ("q", becomes, "About q")


def test_texts_come_in_the_language_that_is_asked_for() -> None:
    one = ask("select_one", labels={"": "Used?", "de": "Genutzt?"}, hints={"de": "Heute"})
    (german,) = taken(one, language="de", languages=("de",)).questions
    assert (german.text, german.help) == ("Genutzt?", "Heute")
    assert [option.label for option in german.options] == ["Ja", "Nein"]
    (default,) = taken(one, languages=("de",), default_language="de").questions
    assert default == german
    (plain,) = taken(one, languages=("de",)).questions
    assert [option.label for option in plain.options] == ["Yes", "No"]


def test_a_question_is_asked_where_its_groups_are() -> None:
    inner = FormGroup("i", {}, relevant="${a} = 'yes' or ${b} = 'yes'", items=(ask("text", "c"),))
    outer = FormGroup("o", {"": "Part two"}, relevant="${a} != 'no'", items=(inner,))
    found = taken(ask("select_one", "a"), ask("select_one", "b"), outer)
    assert [(one.key, one.kind, one.text) for one in found.questions[2:]] == [
        ("o", "note", "Part two"),
        ("c", "text", "About c"),
    ]
    assert found.questions[3].relevant == "${a} != 'no' and (${a} = 'yes' or ${b} = 'yes')"
    asked = Questionnaire(found.questions)
    assert [one.key for one in asked.shown({"a": "no", "b": "yes"})] == ["a", "b"]
    assert [one.key for one in asked.shown({"b": "yes"})] == ["a", "b", "o", "c"]


def test_a_grid_of_choices_is_a_grid() -> None:
    rows = (ask("select_one", "a"), ask("select_one", "b"))
    found = taken(FormGroup("g", {"": "How often?"}, appearance="table-list", items=rows))
    assert [(one.kind, one.block) for one in found.questions] == [("matrix", "How often?")] * 2


def test_a_calculated_value_is_put_where_it_is_asked_about() -> None:
    found = taken(
        ask("integer", "n"),
        ask("hidden", "factor", default="2"),
        ask("calculate", "double", calculation="${n} * ${factor}"),
        ask("text", "why", relevant="${double} > 10"),
    )
    asked = Questionnaire(found.questions)
    assert [one.key for one in asked.shown({"n": "5"})] == ["n"]
    assert [one.key for one in asked.shown({"n": "6"})] == ["n", "why"]


def test_what_depends_on_something_unknown_is_not_asked_of_everybody() -> None:
    found = taken(
        ask("text", "a", relevant="${missing} = 'x'", row=2),
        ask("text", "b", relevant="regex(., 'x')", row=3),
        ask("text", "c", relevant="${later} = 'x'", row=4),
        ask("text", "later", row=5),
        ask("text", "d", relevant="${a} = 'x'", row=6),
        ask("text", "e", relevant=". = 'x'", row=7),
    )
    assert [one.key for one in found.questions] == ["later"]
    assert [text.split(":")[0] for text in found.refused] == [
        f"Row {row}" for row in (2, 3, 4, 6, 7)
    ]
    assert "regex()" in found.refused[1]
    assert "“a”, which was not taken" in found.refused[3]


def test_what_is_lost_of_a_question_is_told() -> None:
    found = taken(
        ask("time", "a", row=2),
        ask("text", "b", required="${a} = 1", default="x", calculation="1", row=3),
        ask("select_one", "c", choice_filter="cf = ${a}", labels={"": "Why ${a}?"}, row=4),
        ask("text", "d", constraint="string-length(.) > 3", row=5),
        ask("integer", "e", constraint=". >= 1 and . <= 9", row=6),
    )
    rows = [text.split(":")[0] for text in found.remarks]
    assert rows == ["Row 2", "Row 3", "Row 3", "Row 3", "Row 4", "Row 4", "Row 5"]
    assert (found.questions[4].least, found.questions[4].most) == (1, 9)
    assert found.refused == ()


def test_choices_are_taken_as_answers() -> None:
    lists = {"s": (Choice("1", {"": "Bad"}), Choice("2"), Choice("1", {"": "Again"}))}
    (one,) = taken(
        ask("select_one", list_name="s", or_other=True, appearance="likert"), lists=lists
    ).questions
    assert one.kind == "likert"
    assert one.options == (
        ReadyOption("1", "Bad", 1),
        ReadyOption("2", "2", 2),
        ReadyOption("other", "Other", other=True),
    )


@pytest.mark.parametrize(
    ("rule", "found"),
    [
        ("", (None, None)),
        (". >= 0", (0, None)),
        (". <= 5 and . >= 1", (1, 5)),
        ("count-selected(.) <= 3", (None, 3)),
        (". > 0", None),
        (". >= 0 or . <= 3", None),
        (". >= 0.5", None),
        (". >= ${a}", None),
        ("1 <= .", None),
        (". >= 1 and . >= 2", None),
        ("regex(., 'x')", None),
    ],
)
def test_bounds_are_found_in_a_rule_that_says_nothing_else(rule: str, found: object) -> None:
    assert bounds_of(rule) == found


@given(st.none() | st.integers(0, 99), st.none() | st.integers(0, 99), st.booleans())
def test_bounds_written_as_a_rule_are_found_again(
    least: int | None, most: int | None, several: bool
) -> None:
    assert bounds_of(rule_of(least, most, several=several)) == (least, most)


def test_a_range_states_its_bounds_as_parameters() -> None:
    assert parameter_bounds("start=-2 end = 10 step=1") == (-2, 10)
    assert parameter_bounds("start=0.5") == (None, None)


@given(st.lists(st.text(max_size=5), unique=True, max_size=6))
def test_values_with_spaces_get_names_of_their_own(values: list[str]) -> None:
    renamed = nameable(values)
    names = [renamed.get(one, one) for one in values if one]
    assert len(set(names)) == len(names)
    assert all(len(name.split()) == 1 for name in names)


def round_trip(questions: tuple[ReadyQuestion, ...], path: Path, language: str = "") -> Taken:
    path.write_bytes(write_xlsform(form_of_questions("Pulse", questions, language=language)))
    told = "\n".join(json.dumps(message) for message in messages(path))
    return questions_of(form_of(assemble(path, told.encode())))


@pytest.mark.parametrize("survey", ready_surveys(), ids=lambda one: one.key)
def test_our_own_surveys_come_back_from_a_form_as_they_were(
    survey: ReadySurvey, tmp_path: Path
) -> None:
    path = tmp_path / "form.xlsx"
    assert round_trip(survey.questions, path, "English (en)") == Taken(survey.questions)
    form = read_xlsform(path)
    assert form.languages == ("English (en)",)
    assert form.title == "Pulse"


def test_questions_on_one_scale_share_their_list() -> None:
    pulse = next(one for one in ready_surveys() if one.key == "change-pulse")
    form = form_of_questions("Pulse", pulse.questions)
    assert list(form.lists) == ["agree5na"]
    assert [option.name for option in form.lists["agree5na"]] == ["1", "2", "3", "4", "5", "na"]


WORD = st.text("ab 1=Ä'", min_size=1, max_size=6).map(str.strip).filter(bool)
OPTION = st.builds(
    ReadyOption, WORD, WORD, st.none() | st.integers(0, 9), st.sampled_from(["", "na"]),
    st.booleans(),
)  # fmt: skip
OPTIONS = st.lists(OPTION, min_size=1, max_size=3, unique_by=lambda one: one.value).map(tuple)
MAYBE = st.just("") | WORD
BOUND = st.none() | st.integers(0, 9)


@st.composite
def surveys(draw: st.DrawFn) -> tuple[ReadyQuestion, ...]:
    made: list[ReadyQuestion] = []
    for order in range(1, draw(st.integers(1, 5)) + 1):
        kind = draw(
            st.sampled_from(
                ["single", "multi", "likert", "matrix", "rank", "nps", "sus", "number", "text",
                 "date", "note"]
            )
        )  # fmt: skip
        offered = kind in ("single", "multi", "rank")
        figure = kind in ("likert", "matrix", "nps", "sus")
        conditional = draw(st.booleans())
        relevant = ""
        if made and conditional:
            about = draw(st.sampled_from(made))
            values = [one.value for one in about.options] or ["1"]
            value = draw(st.sampled_from(values))
            mark = '"' if "'" in value else "'"
            relevant = f"${{{about.key}}} = {mark}{value}{mark}"
        bare = figure and draw(st.sampled_from([True, False]))
        made.append(
            ReadyQuestion(
                order,
                f"q{order}",
                kind,
                draw(WORD),
                draw(MAYBE),
                kind != "note" and draw(st.sampled_from([True, False])),
                relevant,
                draw(st.sampled_from(["", "Grid one", "Grid two"])),
                draw(st.sampled_from(["", "agree5"])),
                draw(OPTIONS) if (offered or figure) and not bare else (),
                draw(st.booleans()),
                draw(st.sampled_from(["", "desire"])),
                draw(MAYBE),
                draw(BOUND),
                draw(BOUND),
            )
        )
    return tuple(made)


@given(surveys())
def test_a_survey_comes_back_from_a_form_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, questions: tuple[ReadyQuestion, ...]
) -> None:
    path = tmp_path_factory.mktemp("forms") / "form.xlsx"
    found = round_trip(questions, path)
    assert found.refused == ()
    assert found.questions == questions
