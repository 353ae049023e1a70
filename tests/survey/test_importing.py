"""Answers of other tools become responses: once, in the right wave, and only as promised."""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from changedesk.exchange.making import Taken
from changedesk.exchange.surveys.choices import Choices
from changedesk.exchange.surveys.reading import read_surveys
from changedesk.store import sealed
from changedesk.store.dump import dump
from changedesk.survey.actions import survey_from_ready
from changedesk.survey.asking import add_wave, open_wave
from changedesk.survey.given import given
from changedesk.survey.importing import Wishes, import_answers
from changedesk.survey.linking import link_key
from changedesk.survey.queries import questions, surveys, waves
from changedesk.survey.results import results
from changedesk.survey.sealing import secret_mark
from tests.survey.asked import Asked, asked, level

WORDS = ("Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree")
HEADINGS = ("Respondent ID", "Team", "About easy", "About helps", "Why?")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Asked]:
    made = asked(tmp_path / "a.changedesk")
    yield made
    made.ws.close()


def write(path: Path, rows: Sequence[Sequence[object]], headings: Sequence[str] = HEADINGS) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([headings, *rows])
    return path


def people(n: int, first: int = 1, team: str = "Back") -> list[list[object]]:
    return [
        [1000 + k, team, WORDS[k % 5], WORDS[(k + 2) % 5], f"Because of {k}"]
        for k in range(first, first + n)
    ]


def take(desk: Asked, path: Path, wishes: Wishes | None = None, choices: Choices | None = None,
         *, only_try: bool = False) -> Taken:  # fmt: skip
    found = read_surveys(path, choices)
    return import_answers(desk.ws, desk.project, found, wishes or Wishes(), only_try=only_try)


def test_answers_go_to_the_open_wave_of_the_survey_that_asks_them(
    desk: Asked, tmp_path: Path
) -> None:
    taken = take(desk, write(tmp_path / "a.csv", people(12)))
    assert taken.created == {"response": 12}
    (wave,) = waves(desk.ws, desk.survey)
    responses = given(desk.ws, [wave])
    assert {one.group for one in responses} == {desk.groups[0]}
    assert responses[0].answers == {"easy": "2", "helps": "4", "why": "Because of 1"}
    assert results(desk.ws, desk.survey).waves[0].items[0].base == 12


def test_the_same_file_twice_adds_nothing_and_a_longer_one_what_is_new(
    desk: Asked, tmp_path: Path
) -> None:
    take(desk, write(tmp_path / "a.csv", people(12)))
    before = dump(desk.ws)
    again = take(desk, tmp_path / "a.csv")
    assert (again.created, again.unchanged) == ({}, 12)
    assert dump(desk.ws) == before
    longer = take(desk, write(tmp_path / "b.csv", people(15)))
    assert (longer.created, longer.unchanged) == ({"response": 3}, 12)


def test_after_an_undo_the_same_file_comes_in_again(desk: Asked, tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", people(12))
    take(desk, path)
    before = dump(desk.ws)
    desk.ws.undo()
    assert results(desk.ws, desk.survey).waves[0].responses == 0
    assert take(desk, path).created == {"response": 12}
    assert len(dump(desk.ws)) == len(before)


def test_trying_only_writes_nothing(desk: Asked, tmp_path: Path) -> None:
    before = dump(desk.ws)
    assert take(desk, write(tmp_path / "a.csv", people(12)), only_try=True).created
    assert dump(desk.ws) == before


def test_what_somebody_completed_later_takes_the_place_of_what_was_there(
    desk: Asked, tmp_path: Path
) -> None:
    rows = people(12)
    take(desk, write(tmp_path / "a.csv", rows))
    rows[0] = [1001, "Back", WORDS[4], WORDS[4], "Now I know"]
    taken = take(desk, write(tmp_path / "b.csv", rows))
    assert (taken.created, taken.updated, taken.unchanged) == ({}, {"response": 1}, 11)
    responses = given(desk.ws, waves(desk.ws, desk.survey))
    assert len(responses) == 12
    assert sum(one.answers["why"] == "Now I know" for one in responses) == 1


def test_a_column_of_waves_makes_them_in_their_order(desk: Asked, tmp_path: Path) -> None:
    headings = ("Respondent ID", "Wave", "I feel safe", "I feel heard")
    rows = [[k, f"Wave {1 + k % 10}", WORDS[k % 5], WORDS[k % 4]] for k in range(1, 101)]
    taken = take(desk, write(tmp_path / "mood.csv", rows, headings))
    assert taken.created == {"survey": 1, "question": 2, "wave": 10, "response": 100}
    made = next(one for one in surveys(desk.ws, desk.project) if one.id != desk.survey)
    assert [one.title for one in waves(desk.ws, made.id)] == [f"Wave {n}" for n in range(1, 11)]
    assert made.mode == "confidential"


@pytest.mark.parametrize(
    ("names", "dated", "warned"),
    [
        (("pre", "post"), False, False),
        (("vor dem Start", "nach dem Start"), False, False),
        (("Baseline", "Wave 2", "Wave 10"), False, False),
        (("12/2025", "03/2026"), False, False),
        (("March", "June"), True, False),
        (("March", "June"), False, True),
    ],
)
def test_what_was_asked_before_is_the_first_wave_whatever_its_name(
    desk: Asked, tmp_path: Path, names: tuple[str, ...], dated: bool, warned: bool
) -> None:
    headings = ("Respondent ID", "Submit date", "Wave", "I feel safe", "I feel heard")
    rows = [
        [f"{name} {k}", f"2026-0{n + 3}-0{k}" if dated else "", name, WORDS[k % 5], WORDS[k % 4]]
        for n, name in enumerate(names)
        for k in range(1, 9)
    ]
    if not warned:
        rows.sort(key=lambda row: (row[0][-1], row[2]))
    read_so = Choices(uses={"Wave": "wave", "Submit date": "submitted"})
    taken = take(desk, write(tmp_path / "mood.csv", rows, headings), choices=read_so)
    made = next(one for one in surveys(desk.ws, desk.project) if one.id != desk.survey)
    assert [one.title for one in waves(desk.ws, made.id)] == list(names)
    assert any("order the waves" in one for one in taken.warnings) is warned


def test_the_next_wave_of_a_known_survey_is_known_by_its_questions(
    desk: Asked, tmp_path: Path
) -> None:
    headings = ("Respondent ID", "Submit date", "I feel safe", "I feel heard")
    when = Choices(uses={"Submit date": "submitted"})
    first = [[k, "2026-03-02 10:00", WORDS[k % 5], WORDS[k % 4]] for k in range(1, 21)]
    later = [[k, "2026-06-02 10:00", WORDS[k % 5], WORDS[k % 4]] for k in range(101, 121)]
    assert (
        take(desk, write(tmp_path / "mood.csv", first, headings), choices=when).created["survey"]
        == 1
    )
    taken = take(desk, write(tmp_path / "mood again.csv", later, headings), choices=when)
    assert taken.created == {"wave": 1, "response": 20}
    made = next(one for one in surveys(desk.ws, desk.project) if one.id != desk.survey)
    assert [one.opens for one in waves(desk.ws, made.id)] == ["2026-03-02", "2026-06-02"]


def test_an_anonymous_survey_takes_neither_names_nor_times_nor_few(tmp_path: Path) -> None:
    desk = asked(tmp_path / "b.changedesk", "anonymous")
    few = take(desk, write(tmp_path / "few.csv", people(4)))
    assert few.created == {}
    assert "at least 5" in few.warnings[0]
    taken = take(desk, write(tmp_path / "a.csv", people(12)))
    assert taken.created == {"response": 12}
    assert desk.ws.counts()["response"] == 0
    responses = given(desk.ws, waves(desk.ws, desk.survey))
    assert len(responses) == 12
    assert all(one.submitted is None and one.person is None for one in responses)
    assert take(desk, tmp_path / "a.csv").unchanged == 12
    more = take(desk, write(tmp_path / "more.csv", people(14)))
    assert (more.created, more.unchanged) == ({}, 12), "two more would be told from the others"
    desk.ws.undo()
    assert take(desk, tmp_path / "a.csv").created == {"response": 12}
    assert desk.ws.verify() == []
    desk.ws.close()


def test_answers_of_several_lines_are_known_again(desk: Asked, tmp_path: Path) -> None:
    headings = ("Respondent ID", "Which shift?", "I feel safe", "I feel heard")
    rows = [[k, "Early\nor night", WORDS[k % 5], WORDS[k % 4]] for k in range(1, 31)]
    path = write(tmp_path / "mood.csv", rows, headings)
    assert take(desk, path).created["response"] == 30
    before = dump(desk.ws)
    again = take(desk, path)
    assert (again.created, again.updated, again.unchanged) == ({}, {}, 30)
    assert dump(desk.ws) == before
    made = next(one for one in surveys(desk.ws, desk.project) if one.id != desk.survey)
    (item, *_) = results(desk.ws, made.id).waves[0].items
    assert {bar.value: bar.n for bar in item.distribution} == {"Early or night": 30}


def test_codes_pair_waves_only_with_the_passphrase(desk: Asked, tmp_path: Path) -> None:
    headings = ("Respondent ID", "Your personal code", "About easy", "About helps", "Why?")
    rows = [[k, f"MA{k:02d}", WORDS[k % 5], WORDS[k % 4], ""] for k in range(1, 13)]
    path = write(tmp_path / "a.csv", rows, headings)
    choices = Choices(uses={"Your personal code": "code"})
    without = take(desk, path, choices=choices)
    assert "passphrase" in without.warnings[0]
    desk.ws.undo()
    key = link_key(desk.ws, desk.survey, "marmalade on both sides")
    take(desk, path, Wishes(key=key), choices)
    links = {one.link for one in given(desk.ws, waves(desk.ws, desk.survey))}
    assert len(links) == 12
    assert not any("MA" in link for link in links)


def test_numbered_items_of_one_scale_are_one_construct(desk: Asked, tmp_path: Path) -> None:
    headings = ("id", "trust_01", "trust_02", "trust_03", "age")
    rows = [[k, 1 + k % 5, 1 + (k + 1) % 5, 1 + k % 4, 20 + k] for k in range(1, 31)]
    take(desk, write(tmp_path / "trust.csv", rows, headings))
    made = next(one for one in surveys(desk.ws, desk.project) if one.id != desk.survey)
    told = {one.key: one.construct for one in questions(desk.ws, made.id)}
    assert told == {"trust_01": "trust", "trust_02": "trust", "trust_03": "trust", "age": ""}


def test_answers_can_be_sent_to_a_wave_by_hand(desk: Asked, tmp_path: Path) -> None:
    other = asked(tmp_path / "c.changedesk", questions=[level("easy"), level("helps")])
    taken = take(other, write(tmp_path / "a.csv", people(12)), Wishes(wave=other.wave))
    assert taken.created == {"question": 1, "response": 12}
    other.ws.close()


KOBO = (
    "start", "end", "How was the pace?", "The trainer could answer what we asked.",
    "What is still unclear to you?", "_id", "_uuid", "_submission_time", "_submitted_by",
    "__version__",
)  # fmt: skip
PACES = ("Much too slow", "A little too slow", "Just right", "Much too fast")


def kobo(path: Path, n: int) -> Path:
    rows = [
        [f"2026-03-01T10:{k:02}:00", f"2026-03-01T10:{k:02}:30", PACES[k % 4], "Agree",
         f"Part {k}", k, f"uuid-{k}", f"2026-03-01T10:{k:02}:33", f"user{k}", "v1"]
        for k in range(n)
    ]  # fmt: skip
    return write(path, rows, KOBO)


@pytest.fixture
def training(tmp_path: Path) -> Iterator[Asked]:
    made = asked(tmp_path / "t.changedesk")
    survey = survey_from_ready(made.ws, made.project, "training-reaction")
    made.survey = survey
    yield made
    made.ws.close()


def test_no_time_and_no_name_of_a_tool_gets_to_anonymous_answers(
    training: Asked, tmp_path: Path
) -> None:
    taken = take(training, kobo(tmp_path / "k.csv", 12))
    assert taken.created == {"response": 12}
    with training.ws.connected() as sql:
        told = " ".join(row.answers for row in sealed.standing(sql))
        told += " ".join(str(row[0]) for row in sql.rows("SELECT val FROM op WHERE val <> ''"))
    for word in ("10:05", "submission", "uuid-5", "user5"):
        assert word not in told
    assert results(training.ws, training.survey).waves[0].responses == 12


def test_words_of_one_answer_are_not_taken_apart(training: Asked, tmp_path: Path) -> None:
    take(training, kobo(tmp_path / "k.csv", 12))
    figures = results(training.ws, training.survey).waves[0]
    pace = next(one for one in figures.items if one.question.key == "pace")
    assert pace.base == 12
    assert {bar.label for bar in pace.distribution if bar.n} == set(PACES)
    labels = {option.label for option in pace.question.options}
    assert "Much" not in labels


def test_where_an_anonymous_answer_came_from_cannot_be_tried_out_from_the_file(
    training: Asked, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (wave, *_) = waves(training.ws, training.survey)
    here = secret_mark(wave, "amira@example.org 10:05")
    assert here == secret_mark(wave, "amira@example.org 10:05")
    monkeypatch.setenv("CHANGEDESK_HOME", str(tmp_path / "elsewhere"))
    assert secret_mark(wave, "amira@example.org 10:05") != here


def test_a_question_that_a_file_asks_with_other_words_begins_a_series_of_its_own(
    desk: Asked, tmp_path: Path
) -> None:
    def told(name: str, first: int, wording: str) -> Path:
        head = [
            ["StartDate", "Finished", "ResponseId", "safe", "heard"],
            ["Start Date", "Finished", "Response ID", wording, "I feel heard"],
            [
                f'{{"ImportId":"{name}"}}'
                for name in ("startDate", "finished", "_recordId", "a", "b")
            ],
        ]
        rows = [[f"2026-0{first}-02 10:00:00", "True", f"R_{first}{k}", WORDS[k % 5], WORDS[k % 4]]
                for k in range(12)]  # fmt: skip
        return write(tmp_path / name, [*head[1:], *rows], head[0])

    take(desk, told("mood.csv", 1, "I feel safe at work"))
    made = next(one for one in surveys(desk.ws, desk.project) if one.id != desk.survey)
    assert take(desk, told("again.csv", 2, "I feel SAFE at work.")).created["wave"] == 1
    assert [one.key for one in questions(desk.ws, made.id)] == ["safe", "heard"]
    path = told("other.csv", 3, "My manager keeps me safe")
    taken = take(desk, path)
    assert taken.created == {"question": 1, "wave": 1, "response": 12}
    assert any("series of its own" in one for one in taken.warnings)
    asked_now = questions(desk.ws, made.id)
    assert [(one.key, one.replaces) for one in asked_now] == [
        ("safe", ""), ("heard", ""), ("safe_2", "safe"),
    ]  # fmt: skip
    assert (take(desk, path).created, take(desk, path).unchanged) == ({}, 12)
    again = take(desk, told("fourth.csv", 4, "My manager keeps me safe"))
    assert again.created == {"wave": 1, "response": 12}
    compared = {(one.item, one.between) for one in results(desk.ws, made.id).comparisons}
    assert ("safe", ("WV-01", "WV-02")) not in compared
    assert {between for item, between in compared if item == "safe_2"} == {("WV-04", "WV-05")}


TWICE = ("Respondent ID", "Submit date", "I feel safe", "I feel heard")
DATED = Choices(uses={"Submit date": "submitted"})


def export(path: Path, first: int, last: int) -> Path:
    """Write an export that holds all of a form so far: ten of March, then those of June."""
    rows = [
        [k, f"2026-0{3 if k <= 10 else 6}-{1 + k % 9:02} 10:00", WORDS[k % 5], WORDS[k % 4]]
        for k in range(first, last + 1)
    ]
    return write(path, rows, TWICE)


@pytest.mark.parametrize("chosen", [True, False])
def test_an_export_that_holds_the_wave_before_gives_the_new_one_only_what_is_new(
    desk: Asked, tmp_path: Path, chosen: bool
) -> None:
    take(desk, export(tmp_path / "mood.csv", 1, 10), choices=DATED)
    made = next(one for one in surveys(desk.ws, desk.project) if one.id != desk.survey)
    second = add_wave(desk.ws, made.id, "June")
    if not chosen:
        open_wave(desk.ws, second)
    wishes = Wishes(wave=second) if chosen else None
    taken = take(desk, export(tmp_path / "all.csv", 1, 22), wishes, DATED)
    assert (taken.created, taken.unchanged, taken.warnings) == ({"response": 12}, 10, [])
    counted = {one.title: len(given(desk.ws, [one])) for one in waves(desk.ws, made.id)}
    assert counted == {"Wave 1": 10, "June": 12}
    assert take(desk, export(tmp_path / "all.csv", 1, 22), wishes, DATED).created == {}


def test_answers_that_came_after_their_wave_had_closed_are_told(
    desk: Asked, tmp_path: Path
) -> None:
    take(desk, export(tmp_path / "mood.csv", 1, 10), choices=DATED)
    taken = take(desk, export(tmp_path / "all.csv", 1, 22), choices=DATED)
    assert (taken.created, taken.unchanged) == ({"response": 12}, 10)
    assert "12 answers were given after Wave 1 had closed on 2026-03-" in taken.warnings[0]
