"""The surveys that come with the program can be asked as they are."""

from collections import Counter

import pytest

from changedesk.store.errors import UserError
from changedesk.survey.answer_values import RANGES, Fault, score
from changedesk.survey.answering import Questionnaire
from changedesk.survey.conditions import names, parse
from changedesk.survey.ready import (
    SURVEYS,
    ReadySurvey,
    filled,
    ready_survey,
    ready_surveys,
    texts,
)
from changedesk.survey.wording import check_key
from changedesk.survey.words import ELEMENTS, KINDS, MODES, OCCASIONS, OPTION_MEANINGS

ALL = ready_surveys()


@pytest.mark.parametrize("survey", ALL, ids=SURVEYS)
def test_every_survey_is_whole(survey: ReadySurvey) -> None:
    assert all((survey.title, survey.purpose, survey.source, survey.welcome, survey.thanks))
    assert survey.mode in {one.code for one in MODES}
    assert survey.waves
    assert {one.occasion for one in survey.waves} <= {one.code for one in OCCASIONS}
    days = [one.day for one in survey.waves if one.day is not None]
    assert days == sorted(days)
    before: set[str] = set()
    for order, one in enumerate(survey.questions, 1):
        assert one.order == order
        assert one.key not in before
        check_key(one.key)
        assert one.text
        assert one.kind in {kind.code for kind in KINDS}
        assert one.element in {"", *(element.code for element in ELEMENTS)}
        assert set(names(parse(one.relevant))) <= before
        assert bool(one.options) == (one.kind not in ("text", "number", "date", "note"))
        before.add(one.key)


@pytest.mark.parametrize("survey", ALL, ids=SURVEYS)
def test_the_answers_offered_fit_their_question(survey: ReadySurvey) -> None:
    for one in survey.questions:
        values = [option.value for option in one.options]
        assert len(set(values)) == len(values)
        numbers = [o.number for o in one.options if o.number is not None]
        assert numbers == sorted(numbers) or one.scale in ("done", "yesno") or "yes" in values
        meanings = {option.meaning for option in one.options}
        assert meanings <= {"", *(meaning.code for meaning in OPTION_MEANINGS)}
        if one.kind in RANGES:
            least, most = RANGES[one.kind]
            assert numbers == list(range(least, most + 1))
        for option in one.options:
            assert (score(one, option.value) is None) == (option.number is None)


@pytest.mark.parametrize("survey", ALL, ids=SURVEYS)
def test_a_person_can_answer_from_the_first_to_the_last_question(survey: ReadySurvey) -> None:
    asked = Questionnaire(survey.questions)
    answers: dict[str, object] = {}
    for at in asked.questions:
        if at not in asked.shown(answers):
            continue
        if at.options:
            last = [one.value for one in at.options if not one.meaning][-1]
            answers[at.key] = [last] if at.kind == "multi" else last
        elif at.kind == "date":
            answers[at.key] = "2026-03-31"
        elif at.kind == "text":
            answers[at.key] = "Some words"
    assert asked.faults(answers) == {}
    assert asked.lacking(answers) == ()


def test_an_empty_sheet_lacks_its_required_questions() -> None:
    pulse = Questionnaire(ready_survey("change-pulse").questions)
    assert Counter(pulse.faults({}).values()) == {Fault("required"): 10}


def test_the_pulse_asks_each_element_twice_in_five_waves() -> None:
    pulse = ready_survey("change-pulse")
    assert len(pulse.waves) == 5
    assert Counter(one.element for one in pulse.questions if one.element) == {
        one.code: 2 for one in ELEMENTS
    }
    assert [one.key for one in pulse.questions if one.reverse] == ["go_back"]


def test_the_usability_survey_turns_every_second_of_its_ten_statements() -> None:
    items = [one for one in ready_survey("sus").questions if one.kind == "sus"]
    assert [one.reverse for one in items] == [False, True] * 5


def test_the_middle_of_the_pace_is_best_so_it_has_no_mean() -> None:
    pace = next(one for one in ready_survey("training-reaction").questions if one.key == "pace")
    assert {option.number for option in pace.options} == {None}


def test_blanks_are_filled_everywhere_or_get_plain_words() -> None:
    for survey in ALL:
        done = filled(survey, {"system": "Nova", "course": ""})
        read = [done.title, done.purpose, done.welcome]
        read += [text for one in done.questions for text in (one.text, one.help, one.block)]
        assert not any("{" in text for text in read)
    sus = filled(ready_survey("sus"), {})
    assert sus.questions[1].text == "The new system is more complicated than it needs to be."
    assert filled(ready_survey("sus"), {"system": " Nova "}).title == "Usability of the new system"
    assert "Nova" in filled(ready_survey("sus"), {"system": " Nova "}).questions[0].text


def test_translators_are_given_every_text_once() -> None:
    given = texts()
    assert len(set(given)) == len(given)
    assert {"Change pulse", "Strongly agree", "Telephone", "Usability", "the new system"} <= {
        *given
    }
    assert "7" not in given


def test_an_unknown_survey_is_refused_with_the_known_ones() -> None:
    with pytest.raises(UserError, match="change-pulse"):
        ready_survey("../scales")


def test_a_survey_is_made_in_the_language_of_whoever_asks() -> None:
    made = filled(ready_survey("change-pulse"), {"system": "Nova"}, lambda text: f"<{text}>")
    assert all(one.text.startswith("<") for one in made.questions)
    assert any("Nova" in one.text for one in made.questions)
    assert made.questions[0].options[0].label.startswith("<")
    assert made.waves[0].title.startswith("<")
