"""`changedesk results`: the contract's keys, and nothing of what is hidden."""

import csv
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from changedesk.desk import open_desk
from changedesk.survey.actions import survey_from_form
from changedesk.survey.asking import add_wave, close_wave, open_wave
from changedesk.survey.ready import ReadyOption, ReadyQuestion
from changedesk.survey.responding import take_response


@pytest.fixture
def answered(empty: Path, run: Callable[..., Any], tmp_path: Path) -> Path:
    path = tmp_path / "pulse.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("id", "Team", "trust_01", "trust_02", "trust_03", "Why?"))
        for n in range(30):
            team = "Back" if n < 16 else "Front" if n < 27 else "Chat"
            writer.writerow((n, team, 1 + n % 5, 1 + (n + 1) % 5, 1 + n % 4, f"Reason {n}"))
    said = run("import", empty, path, "--as", "responses", "--json")
    assert said.code == 0
    assert said.facts["kind"] == "responses"
    assert said.facts["created"] == {
        "survey": 1, "question": 4, "wave": 1, "response": 30, "group": 3,
    }  # fmt: skip
    return empty


def test_results_have_the_keys_of_the_contract(answered: Path, run: Callable[..., Any]) -> None:
    (survey,) = run("results", answered, "--json").facts["surveys"]
    assert {"code", "title", "mode", "waves", "comparisons"} <= set(survey)
    (wave,) = survey["waves"]
    assert {"code", "responses", "partial", "invited", "rate", "items", "scales", "by"} <= set(wave)
    item = wave["items"][0]
    assert {
        "code", "text", "type", "base", "missing", "distribution", "mean", "sd", "median", "top2",
        "nps",
    } <= set(item)  # fmt: skip
    assert set(item["top2"]) == {"n", "base", "value", "low", "high"}
    assert {"label", "value", "n"} <= set(item["distribution"][0])
    (scale,) = wave["scales"]
    assert {
        "name", "kind", "items", "n", "mean", "sd", "low", "high", "alpha", "alpha_low",
        "alpha_high", "warning",
    } <= set(scale)  # fmt: skip
    assert scale["items"] == ["trust_01", "trust_02", "trust_03"]


def test_what_is_hidden_is_null_never_a_number(answered: Path, run: Callable[..., Any]) -> None:
    said = run("results", answered, "--by", "group", "--json").facts["surveys"][0]
    parts = said["waves"][0]["by"]
    assert [(one["label"], one["suppressed"]) for one in parts] == [
        ("Back", False), ("Chat", True), ("Front", True),
    ]  # fmt: skip
    for part in parts[1:]:
        assert (part["responses"], part["items"], part["scales"]) == (None, None, None)
    assert said["comparisons"] == []


def test_an_unknown_survey_wave_or_group_is_one_plain_line(
    answered: Path, run: Callable[..., Any]
) -> None:
    for words in (("--survey", "SV-99"), ("--wave", "WV-99"), ("--by", "shoe size")):
        said = run("results", answered, *words)
        assert said.code == 2
        assert len(said.err.strip().splitlines()) == 1


def test_info_counts_responses_and_answers(answered: Path, run: Callable[..., Any]) -> None:
    counts = run("info", answered, "--json").facts["counts"]
    assert (counts["survey"], counts["question"], counts["wave"]) == (1, 4, 1)
    assert (counts["response"], counts["answer"]) == (30, 120)


def test_in_words_too_few_are_named_so(answered: Path, run: Callable[..., Any]) -> None:
    said = run("results", answered, "--by", "group")
    assert "Chat: too few to be shown" in said.out
    assert "trust_01" in said.out


def test_in_words_a_choice_tells_what_was_chosen_and_who_waits_is_counted(
    empty: Path, run: Callable[..., Any]
) -> None:
    options = (ReadyOption("y", "Yes"), ReadyOption("n", "No"))
    asked = (ReadyQuestion(1, "used", "single", "Have you used it?", options=options),)
    with closing(open_desk(empty)) as desk:
        wave = add_wave(desk, survey_from_form(desk, 1, "Pulse", asked, mode="anonymous"), "Now")
        open_wave(desk, wave)
        for _ in range(3):
            take_response(desk, wave, {"used": "y"})
    said = run("results", empty)
    assert "3 answered, and wait to be counted" in said.out
    assert run("results", empty, "--json").facts["surveys"][0]["waves"][0]["waiting"] == 3
    with closing(open_desk(empty)) as desk:
        for n in range(7):
            take_response(desk, wave, {"used": "ny"[n % 2]})
        close_wave(desk, wave)
    said = run("results", empty)
    assert "Yes 60%, No 40%" in said.out
    assert "wait" not in said.out


def test_what_was_said_of_a_file_holds_for_the_next_one_of_its_form(
    empty: Path, run: Callable[..., Any], tmp_path: Path
) -> None:
    def export(name: str, hall: str) -> Path:
        path = tmp_path / name
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(("id", "Halle", "trust_01", "trust_02", "trust_03"))
            for n in range(12):
                writer.writerow((f"{hall}{n}", hall, 1 + n % 5, 1 + (n + 1) % 5, 1 + n % 4))
        return path

    said = run("import", empty, export("march.csv", "Nord"), "--as", "responses",
               "--map", "Halle=site")  # fmt: skip
    assert said.code == 0
    assert run("import", empty, export("june.csv", "Süd"), "--as", "responses").code == 0
    (survey,) = run("results", empty, "--by", "site", "--json").facts["surveys"]
    assert [[part["label"] for part in wave["by"]] for wave in survey["waves"]] == [
        ["Nord"], ["Süd"],
    ]  # fmt: skip
    assert [one["code"] for one in survey["waves"][0]["items"]] == [
        "trust_01", "trust_02", "trust_03",
    ]  # fmt: skip
    assert (survey["linked"], survey["reworded"]) == ([], [])
