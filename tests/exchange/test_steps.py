"""Step cells are split as people number them; no word of the cell is lost."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from changedesk.exchange.steps import Item, bare, pair, split, split_scenario


def texts(cell: str) -> list[str]:
    """Return the texts of a split cell."""
    return [item.text for item in split(cell)]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("1. Open\n2. Save", ["Open", "Save"]),
        ("1.Open\n2.Save", ["Open", "Save"]),
        ("1) Open\n2) Save", ["Open", "Save"]),
        ("1 - Open\n2 - Save", ["Open", "Save"]),
        ("1: Open\n2: Save", ["Open", "Save"]),
        ("(1) Open\n(2) Save", ["Open", "Save"]),
        ("１．開く\n２．保存", ["開く", "保存"]),
        ("① 開く\n② 保存", ["開く", "保存"]),
        ("Step 1: Open\nStep 2: Save", ["Open", "Save"]),
        ("Schritt 1: Öffnen\nSchritt 2: Sichern", ["Öffnen", "Sichern"]),
        ("ขั้นตอนที่ 1 เปิด\nขั้นตอนที่ 2 ปิด", ["เปิด", "ปิด"]),
        ("- Open\n- Save", ["Open", "Save"]),
        ("_ Open\n_ Save", ["Open", "Save"]),
        ("-> Open\n-> Save", ["Open", "Save"]),
        ("• Open\n• Save", ["Open", "Save"]),
        ("Open\nSave", ["Open", "Save"]),
        ("Open\n\n\nSave\n", ["Open", "Save"]),
        ("1.1 Open\n1.2 Save", ["Open", "Save"]),
        ("a. Open\nb. Save", ["Open", "Save"]),
        ("1. Open      2. Edit\n3. Save", ["Open", "Edit", "Save"]),
        ("1. Open it. 2. Edit it. 3. Save it.", ["Open it.", "Edit it.", "Save it."]),
        ("1) open 2) edit 3) save", ["open", "edit", "save"]),
        ("1. Fill in:\n  a. name\n  b. mail\n2. Save", ["Fill in:\n  a. name\n  b. mail", "Save"]),
        ("1. Fill in\n- name\n- mail\n2. Save", ["Fill in\n- name\n- mail", "Save"]),
        ("Log in\n- as admin\nSave", ["Log in\n- as admin", "Save"]),
        ("Log in as:\nadmin", ["Log in as:\nadmin"]),
        ("As admin\n1. Open\n2. Save", ["As admin\nOpen", "Save"]),
        ("1. Open\n2. Wait\n10. October is shown", ["Open", "Wait\n10. October is shown"]),
        ("1. A\n2. B\n1. C\n2. D", ["A", "B", "C", "D"]),
        ("1. A\n2. B\n4. D", ["A", "B", "D"]),
        ("2. B\n3. C", ["B", "C"]),
        ("1. Only one", ["Only one"]),
        ("10. October must be chosen", ["10. October must be chosen"]),
        ("1.5 GB are free", ["1.5 GB are free"]),
        ("Choose between 1 and 2. Then go on", ["Choose between 1 and 2. Then go on"]),
        ("-5 is refused", ["-5 is refused"]),
        ("Go to 'Agencies' -> 'For approval' tab", ["Go to 'Agencies' -> 'For approval' tab"]),
        ("", []),
        ("  \n ", []),
    ],
)
def test_a_cell_is_split_as_it_was_meant(cell: str, expected: list[str]) -> None:
    assert texts(cell) == expected


words = st.text(alphabet="abcdeäß 漢字,'", min_size=1, max_size=20).map(
    lambda text: "x" + " ".join(text.split())
)
markers = st.sampled_from(["{}. ", "{}.", "{}) ", "{} - ", "Step {}: ", "{}、"])


@given(st.lists(words, min_size=2, max_size=40), markers)
def test_a_numbered_list_comes_back_as_it_was(steps: list[str], marker: str) -> None:
    cell = "\n".join(marker.format(n) + step for n, step in enumerate(steps, 1))
    assert split(cell) == [Item(step, n) for n, step in enumerate(steps, 1)]


@given(st.lists(words, min_size=2, max_size=30))
def test_a_plain_list_of_lines_comes_back_as_it_was(steps: list[str]) -> None:
    lines = [step.rstrip(" ,") for step in steps]
    assert texts("\n".join(lines)) == lines


@given(st.text(alphabet="xy 1.2)3-\n\t•:", max_size=80))
def test_no_letter_is_lost(cell: str) -> None:
    assert re.findall("[xy]", "".join(texts(cell))) == re.findall("[xy]", cell)


def test_one_expectation_for_each_step() -> None:
    found, how = pair(split("1. Open\n2. Save"), "1. It opens\n2. It is saved")
    assert found == ["It opens", "It is saved"]
    assert how == "one expected result for each step"


def test_an_expectation_of_the_whole_goes_to_the_last_step() -> None:
    found, how = pair(split("1. Open\n2. Edit\n3. Save"), "It is saved.\nA mail is sent.")
    assert found == ["", "", "It is saved.\nA mail is sent."]
    assert "last step" in how


def test_numbered_expectations_go_to_the_steps_they_name() -> None:
    found, how = pair(split("1. Open\n2. Edit\n3. Save"), "1. It opens\n3. It is saved")
    assert found == ["It opens", "", "It is saved"]
    assert "by their numbers" in how
    assert pair(split("1. Open\n2. Edit\n3. Save"), "2. A form")[0] == ["", "A form", ""]


def test_nothing_expected_is_nothing_on_any_step() -> None:
    assert pair(split("1. Open\n2. Save"), " ") == (["", ""], "")
    assert pair([], "It works") == ([], "")


def test_given_when_then_in_a_cell_is_what_to_do_and_what_to_expect() -> None:
    rounds = split_scenario("Given a page,When I click, Then it opens,And it stays")
    assert [(r.do, r.expected) for r in rounds] == [
        ("Given a page\nWhen I click", "Then it opens,And it stays")
    ]


def test_several_rounds_in_a_cell_are_several_steps() -> None:
    rounds = split_scenario("Given a\nWhen b\nThen c\nWhen d\nThen e")
    assert [(r.do, r.expected) for r in rounds] == [
        ("Given a\nWhen b", "Then c"),
        ("When d", "Then e"),
    ]


def test_the_word_then_alone_makes_no_scenario() -> None:
    assert split_scenario("Click the button, then wait") == []
    assert split_scenario("When ready, click") == []


def test_a_cell_that_is_one_step_loses_only_its_number() -> None:
    assert bare("3. Save the case") == "Save the case"
    assert bare("Save 3. cases") == "Save 3. cases"
    assert bare("3.") == "3."
