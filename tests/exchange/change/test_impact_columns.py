"""Registers of impacts as people head them: columns are read by what their cells hold."""

from collections.abc import Callable, Sequence
from datetime import datetime
from itertools import cycle
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from changedesk.exchange.asked import Asked
from changedesk.exchange.change.drafts import ChangeImport
from changedesk.exchange.reader import read_file
from changedesk.exchange.recognise import recognise_file
from changedesk.store.errors import UserError

Rows = Sequence[Sequence[Any]]
Read = Callable[..., ChangeImport]
WHAT = (
    "Agents write every call down in the new desktop",
    "Team leads approve refunds themselves",
    "Back office closes the paper archive",
)
WHO = ("Agents", "Team leads", "Back office")
ISO = (("2026-05-01", "2026-05-15", "2026-06-01"), ("2026-06-30", "2026-07-15", "2026-06-30"))
GERMAN = (("01.05.2026", "15.05.2026", "01.06.2026"), ("30.06.2026", "15.07.2026", "30.06.2026"))
CELLS = tuple(tuple(datetime.fromisoformat(text) for text in column) for column in ISO)
AMERICAN = (("5/1/2026", "5/15/2026", "6/1/2026"), ("6/30/2026", "7/15/2026", "6/30/2026"))
PEOPLE = ("120", "12", "30")


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Return a reader of a register of these columns."""

    def make(headings: str, *columns: Sequence[Any], **asked: Any) -> ChangeImport:
        book = openpyxl.Workbook()
        sheet = book.active
        assert sheet is not None
        for row in (headings.split("|"), *zip(*columns, strict=True)):
            sheet.append(list(row))
        book.save(tmp_path / "any.xlsx")
        file = read_file(tmp_path / "any.xlsx")
        found = recognise_file(file).read(file, Asked(**asked))
        assert isinstance(found, ChangeImport)
        assert found.kind == "impacts"
        assert found.account.balanced
        return found

    return make


def values(found: ChangeImport, name: str) -> list[Any]:
    return [draft.values.get(name) for draft in found.drafts]


REGISTERS = {
    "ID|Impact|Group|From|To|People|Severity": ("High", "Medium", "Low"),
    "No|Impact|Impacted group|Start|End|Headcount|Rating": ("H", "M", "L"),
    "Ref|Title|Affected teams|Effective from|Effective to|Affected people|Impact": (4, 2, 1),
    "ID|Impact|Who|Start date|End date|# affected|Severity (1-5)": ("4", "2", "1"),
    "Impact ID|Impact description|Team|Begins|Until|No. of users|Level": ("High", "Medium", "Low"),
    "Nr|Auswirkung|Gruppe|Von|Bis|Personen|Schwere": ("Hoch", "Mittel", "Gering"),
    "Lfd. Nr.|Änderung|Betroffene|Beginn|Ende|Anzahl Betroffene|Auswirkung": (4, 2, 1),
    "ID|Titel|Gruppe|Gültig ab|Gültig bis|Betroffene|Schweregrad": ("Hoch", "Mittel", "Gering"),
    "N°|Impact|Groupe|Début|Fin|Personnes concernées|Gravité": ("Fort", "Moyen", "Faible"),
    "Réf|Intitulé|Population|Du|Au|Effectif|Niveau d'impact": ("Fort", "Moyen", "Faible"),
    "Nº|Impacto|Grupo|Desde|Hasta|Personas afectadas|Gravedad": ("Alto", "Medio", "Bajo"),
    "№|Влияние|Группа|С|По|Людей затронуто|Степень": ("Высокая", "Средняя", "Низкая"),
}


DAYS = {"iso": ISO, "german": GERMAN, "cells": CELLS, "american": AMERICAN}
FIRST = next(iter(REGISTERS))


@pytest.mark.parametrize(
    ("headings", "days"),
    [*((FIRST, days) for days in DAYS), *zip(REGISTERS, cycle(DAYS), strict=False)],
)
def test_title_group_days_people_and_severity_come_in_whatever_they_are_called(
    read: Read, headings: str, days: str
) -> None:
    ids = ("I-1", "I-2", "I-3")
    found = read(headings, ids, WHAT, WHO, *DAYS[days], PEOPLE, REGISTERS[headings])
    assert [draft.title for draft in found.drafts] == list(WHAT)
    assert [draft.source_id for draft in found.drafts] == list(ids)
    assert [draft.names["group"] for draft in found.drafts] == [(who,) for who in WHO]
    assert values(found, "starts") == list(ISO[0])
    assert values(found, "ends") == list(ISO[1])
    assert values(found, "people") == [120, 12, 30]
    assert values(found, "severity") == [4, 2, 1]
    assert not values(found, "as_is").count("2026-05-01")
    assert not found.questions


@pytest.mark.parametrize("pair", ["From|To", "Von|Nach", "De|À", "Desde|Hasta"])
def test_from_and_to_that_hold_texts_are_how_it_is_and_how_it_will_be(
    read: Read, pair: str
) -> None:
    today, tomorrow = ("on paper", "by call", "cellar"), ("on screen", "in the tool", "none")
    headings = f"ID|Change|Group|{pair}|Severity"
    found = read(headings, (1, 2, 3), WHAT, WHO, today, tomorrow, (4, 2, 1))
    assert values(found, "as_is") == list(today)
    assert values(found, "to_be") == list(tomorrow)
    assert values(found, "starts") == [None, None, None]


def test_what_columns_were_taken_for_by_their_cells_is_said(read: Read) -> None:
    found = read(
        "ID|Impact|Group|From|To|People|Severity", (1, 2, 3), WHAT, WHO, *ISO, PEOPLE, (4, 2, 1)
    )
    told = " ".join(found.warnings)
    for part in ("“Impact” as what changes", "“From” as when it starts", "“To” as when it ends",
                 "“People” as how many people it hits"):  # fmt: skip
        assert part in told
    how = {note.heading: note.how for note in found.columns}
    assert (how["From"], how["Severity"]) == ("content", "heading")


def test_every_column_that_goes_into_no_field_is_named(read: Read) -> None:
    found = read(
        "ID|Impact|Group|Severity|Budget|Impact class|Empty", (1, 2, 3), WHAT, WHO,
        ("High", "Low", "Low"), ("10k", "20k", ""), ("a", "b", "c"), ("", "", ""),
    )  # fmt: skip
    fields = {note.heading: note.field for note in found.columns}
    assert fields["Budget"] is None
    (told,) = [warning for warning in found.warnings if "No field" in warning]
    assert "“Budget” (column E)" in told
    assert "Empty" not in told
    assert ("Budget", "10k") in found.drafts[0].further
    told_or_taken = {note.heading for note in found.columns if note.field or note.heading in told}
    assert told_or_taken == {*fields} - {"Empty"}


def test_a_column_without_a_heading_is_named_by_its_letter(read: Read) -> None:
    columns = ((1, 2), WHAT[:2], WHO[:2], (4, 2), ("see the annex", ""))
    found = read("ID|Impact|Group|Severity|", *columns)
    assert ("E", "see the annex") in found.drafts[0].further
    assert any("No field was found for column E:" in warning for warning in found.warnings)


def test_of_two_scales_the_severity_counts_and_the_other_is_named(read: Read) -> None:
    found = read(
        "ID|Description|Group|Severity|Impact", (1, 2, 3), WHAT, WHO, ("High", "Low", "Low"),
        ("Low", "High", "High"),
    )  # fmt: skip
    assert values(found, "severity") == [4, 1, 1]
    assert any("No field was found for “Impact”" in warning for warning in found.warnings)


def test_the_sentence_is_the_title_and_the_area_a_remark(read: Read) -> None:
    found = read(
        "ID|Area|Impact|Group|Severity", (1, 2, 3), ("Billing", "Refunds", "Archive"), WHAT, WHO,
        (4, 2, 1),
    )  # fmt: skip
    assert [draft.title for draft in found.drafts] == list(WHAT)
    assert values(found, "remark") == ["Billing", "Refunds", "Archive"]


def test_an_impact_that_is_a_code_is_the_id(read: Read) -> None:
    found = read("Impact|What|Group|Severity", ("CI-1", "CI-2", "CI-3"), WHAT, WHO, (4, 2, 1))
    assert [draft.source_id for draft in found.drafts] == ["CI-1", "CI-2", "CI-3"]
    assert [draft.title for draft in found.drafts] == list(WHAT)
    assert values(found, "severity") == [4, 2, 1]


def test_what_else_a_register_tells_of_an_impact_comes_in(read: Read) -> None:
    found = read(
        "ID|Impact|Severity|Group's view|Residual|Direction|Confidence|Time each (min)|How often|"
        "Stops, starts, continues|Validated by|Validated on",
        (1, 2), WHAT[:2], ("High", 2), ("Low", 4), (1, ""), ("Burden", "Benefit"),
        ("very high", "Low"), (90, "soon"), ("daily", ""), ("stops: paper", ""), ("Kim", ""),
        ("2026-04-01", "soon"),
    )  # fmt: skip
    first, second = (draft.values for draft in found.drafts)
    expected = {
        "severity": 4, "group_severity": 1, "residual": 1, "direction": "burden", "minutes": 90,
        "confidence": "high", "frequency": "daily", "differs": "stops: paper",
        "validated_by": "Kim", "validated_on": "2026-04-01",
    }  # fmt: skip
    assert {name: first[name] for name in expected} == expected
    assert (second["direction"], second["group_severity"]) == ("benefit", 4)
    assert {"residual", "minutes", "validated_on"}.isdisjoint(second)
    assert {("Time each (min)", "soon"), ("Validated on", "soon")} <= {*found.drafts[1].further}
    for what in ("time", "day"):
        assert any(f"no {what} was read from “soon”" in warning for warning in found.warnings)
    assert not any("No field was found" in warning for warning in found.warnings)


def test_a_text_too_long_for_its_line_is_kept_in_full(read: Read) -> None:
    long = "Agents write it down. " * 20
    found = read(
        "ID|Impact|Tomorrow|Severity|Why|Training", (1, 2), (long, WHAT[1]), ("x", "y"), (4, 2),
        (long, "new"), (long, "A course"),
    )  # fmt: skip
    first, second = found.drafts
    assert len(first.title) == 200
    assert first.values["remark"] == long.strip()
    assert [heading for heading, text in first.further if text == long.strip()] == [
        "Why",
        "Training",
    ]
    assert second.further == (("Severity", "2"),)


def test_figures_are_never_taken_for_names_of_groups(read: Read) -> None:
    found = read("ID|Impact|Group|Betroffene|Severity", (1, 2, 3), WHAT, WHO, PEOPLE, (4, 2, 1))
    assert [draft.names["group"] for draft in found.drafts] == [(who,) for who in WHO]
    assert values(found, "people") == [120, 12, 30]


def test_people_who_are_named_are_groups_where_no_other_column_names_them(read: Read) -> None:
    found = read("ID|Impact|People|Severity", (1, 2, 3), WHAT, WHO, (4, 2, 1))
    assert [draft.names["group"] for draft in found.drafts] == [(who,) for who in WHO]


@pytest.mark.parametrize(
    ("text", "people"),
    [("1.200", 1200), ("~ 30", 30), ("12 FTE", 12), ("about 40 agents", 40), ("0", 0),
     ("100-120", None), ("50 %", None), ("many", None), ("2.5", None)],
)  # fmt: skip
def test_a_count_is_read_only_where_it_is_one_figure(
    read: Read, text: str, people: int | None
) -> None:
    columns = ((1, 2), WHAT[:2], WHO[:2], (text, "7"), (4, 2))
    found = read("ID|Impact|Group|Headcount|Severity", *columns)
    assert values(found, "people") == [people, 7]
    told = [warning for warning in found.warnings if "no number of people" in warning]
    assert bool(told) == (people is None)
    assert (("Headcount", text) in found.drafts[0].further) == (people is None)


def test_days_that_cannot_be_read_are_told_with_place_and_remedy_and_kept(read: Read) -> None:
    found = read(
        "ID|Impact|Group|Start|End|Severity", (1, 2), WHAT[:2], WHO[:2], ("2026-05-01", "tbd"),
        ("Q3 2026", "2026-12-31"), (4, 2),
    )  # fmt: skip
    assert values(found, "starts") == ["2026-05-01", None]
    assert values(found, "ends") == ["2026-09-30", "2026-12-31"]
    told = " ".join(found.warnings)
    assert '“tbd” (sheet "Sheet", row 3)' in told
    assert "write a day as 2026-05-31" in told
    assert "no single day is named by “Q3 2026”" in told
    assert ("Start", "tbd") in found.drafts[1].further


def test_days_that_could_be_read_both_ways_are_asked_about(read: Read) -> None:
    columns = ((1, 2), WHAT[:2], WHO[:2], ("03/04/2026", "05/06/2026"), (4, 2))
    found = read("ID|Impact|Group|From|Severity", *columns)
    assert values(found, "starts") == [None, None]
    assert [question.about for question in found.questions] == ["date", "date"]
    answered = read("ID|Impact|Group|From|Severity", *columns, date_order="month")
    assert values(answered, "starts") == ["2026-03-04", "2026-05-06"]
    assert not answered.questions


def test_a_time_that_says_both_days_gives_both(read: Read) -> None:
    times = ("2026-05-01 - 2026-06-30", "after go-live")
    found = read("ID|Impact|Group|When|Severity", (1, 2), WHAT[:2], WHO[:2], times, (4, 2))
    assert (values(found, "starts")[0], values(found, "ends")[0]) == ("2026-05-01", "2026-06-30")
    assert values(found, "phase") == [None, "post"]


def test_a_person_who_says_what_a_column_is_has_the_last_word(read: Read) -> None:
    found = read(
        "ID|Impact|Group|From|Severity", (1, 2), WHAT[:2], WHO[:2], ISO[0][:2], (4, 2),
        mapping={"From": "as_is"},
    )  # fmt: skip
    assert values(found, "as_is") == list(ISO[0][:2])
    assert values(found, "starts") == [None, None]


def test_a_field_that_does_not_exist_is_refused_with_those_that_do(read: Read) -> None:
    columns = ((1, 2), WHAT[:2], WHO[:2], (4, 2), (1, 5))
    with pytest.raises(UserError, match=r"no field “foo”; the fields are .*starts.*severity"):
        read("ID|Impact|Group|Severity|Rank", *columns, mapping={"Rank": "foo"})
    with pytest.raises(UserError, match="“Rang”; it has ID, Impact, Group, Severity"):
        read("ID|Impact|Group|Severity|Rank", *columns, mapping={"Rang": "severity"})
    found = read("ID|Impact|Group|Severity|Rank", *columns, mapping={"Rank": "severity"})
    assert values(found, "severity") == [1, 5]


def test_a_column_that_a_person_leaves_out_is_not_told_as_unknown(read: Read) -> None:
    columns = ((1, 2), WHAT[:2], WHO[:2], (4, 2), ("a", "b"))
    found = read("ID|Impact|Group|Severity|Class", *columns, mapping={"Class": "ignore"})
    assert not any("Class" in warning for warning in found.warnings)


def test_a_severity_of_words_that_nobody_knows_is_asked_about_even_alone(read: Read) -> None:
    columns = ((1,), WHAT[:1], WHO[:1])
    found = read("ID|Impact|Group|Severity", *columns, ("Catastrophic",))
    assert [question.word for question in found.questions] == ["Catastrophic"]
    assert values(found, "severity") == [None]
    answered = read(
        "ID|Impact|Group|Severity", *columns, ("Catastrophic",), words={"Catastrophic": "very_high"}
    )
    assert values(answered, "severity") == [5]


def test_a_figure_beyond_the_scale_is_asked_about_and_the_answer_counts(read: Read) -> None:
    columns = ((1, 2), WHAT[:2], WHO[:2], ("9", "2"))
    found = read("ID|Impact|Group|Severity (1-5)", *columns)
    assert [question.word for question in found.questions] == ["9"]
    assert values(found, "severity") == [None, 2]
    answered = read("ID|Impact|Group|Severity (1-5)", *columns, words={"9": "very_high"})
    assert values(answered, "severity") == [5, 2]


OTHERS = {
    "scripts": "ID|Title|Steps|Expected result|Impact|Start|End",
    "requirements": "ID|Title|Description|Priority|Impact",
    "a plan": "ID|Task|Owner|Start|End|Status",
    "risks": "Risk ID|Risk|Probability|Impact|Owner|Mitigation",
    "issues": "ID|Issue|Impact|Owner|Raised|Status",
}


@pytest.mark.parametrize("headings", OTHERS.values(), ids=OTHERS)
def test_what_only_has_an_impact_or_days_is_no_register_of_impacts(
    tmp_path: Path, headings: str
) -> None:
    days = ("Start", "End", "Raised")
    cells = {"Impact": "High", **dict.fromkeys(days, "2026-05-01"), "Probability": "Low"}
    row = [cells.get(heading, f"{heading} of something") for heading in headings.split("|")]
    path = tmp_path / "any.csv"
    lines = [headings.split("|"), row, row]
    path.write_text("\n".join(",".join(one) for one in lines) + "\n", encoding="utf-8")
    assert recognise_file(read_file(path)).kind != "impacts"


def test_hours_from_and_to_are_a_roster(tmp_path: Path) -> None:
    path = tmp_path / "any.csv"
    path.write_text("Agent,Date,From,To\nAnn,2026-05-01,07:00,15:00\n", encoding="utf-8")
    assert recognise_file(read_file(path)).kind == "roster"
