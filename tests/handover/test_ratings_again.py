"""Registers imported again: a number never stands beside words that it does not belong to."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from changedesk.desk import new_desk
from changedesk.exchange.asked import Asked
from changedesk.exchange.change.drafts import ChangeImport
from changedesk.exchange.further import unpacked
from changedesk.exchange.making import Taken
from changedesk.exchange.reader import read_file
from changedesk.exchange.recognise import recognise_file
from changedesk.handover.importing import import_change
from changedesk.impact.records import Impact, Stakeholder
from changedesk.people.actions import add_project
from changedesk.people.records import Project
from changedesk.store.dump import dump
from changedesk.store.workspace import Workspace

Take = Callable[..., Taken]
IMPACTS = "ID,Impact,Group,Start,People,Severity\n"
SCALED = "ID,Impact,Group,Severity (1-5)\n"
PLAIN = "ID,Impact,Group,Severity\n"
CROWD = "1,Agents write it all down,Agents,4\n2,Leads approve refunds,Leads,2\n"
PEOPLE = "ID,Name,Power,Interest,Attitude,Quadrant\n"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Workspace]:
    desk = new_desk(tmp_path / "a.changedesk", actor="Dana")
    yield desk
    desk.close()


@pytest.fixture
def take(desk: Workspace, tmp_path: Path) -> Take:
    """Return what imports a text as a file into one project."""
    project = add_project(desk, "CSM", "Service Cloud")

    def run(text: str, **asked: Any) -> Taken:
        path = tmp_path / "register.csv"
        path.write_text(text, encoding="utf-8")
        file = read_file(path)
        found = recognise_file(file).read(file, Asked(**asked))
        assert isinstance(found, ChangeImport)
        return import_change(desk, project, found)

    return run


def the_impact(desk: Workspace, source_id: str = "1") -> Impact:
    found = desk.find(Impact, source_id=source_id)
    assert found is not None
    return found


def the_stakeholder(desk: Workspace, name: str) -> Stakeholder:
    found = desk.find(Stakeholder, name=name)
    assert found is not None
    return found


@pytest.mark.parametrize(("heading", "word"), [(PLAIN, "Catastrophic"), (SCALED, "9")])
def test_a_severity_that_is_no_longer_read_is_empty_and_told(
    desk: Workspace, take: Take, heading: str, word: str
) -> None:
    take(f"{heading}1,Agents write it all down,Agents,4\n")
    assert the_impact(desk).severity == 4
    taken = take(f"{heading}1,Agents write it all down,Agents,{word}\n")
    assert the_impact(desk).severity is None
    assert unpacked(the_impact(desk).further)[0][1] == word
    (told,) = taken.warnings
    for part in ("CI-001", "Severity was 4", f"“{word}”", "line 2", "import it again"):
        assert part in told
    again = take(f"{heading}1,Agents write it all down,Agents,{word}\n")
    assert (again.created, again.updated, again.warnings) == ({}, {}, [])


def test_an_answer_about_the_word_rates_it(desk: Workspace, take: Take) -> None:
    take(f"{PLAIN}1,Agents write it all down,Agents,High\n")
    changed = f"{PLAIN}1,Agents write it all down,Agents,Catastrophic\n"
    take(changed)
    taken = take(changed, words={"Catastrophic": "very_high"})
    assert the_impact(desk).severity == 5
    assert not taken.warnings


def test_what_somebody_rated_since_stays_when_the_same_file_comes_again(
    desk: Workspace, take: Take
) -> None:
    text = f"{PLAIN}1,Agents write it all down,Agents,Catastrophic\n"
    take(text)
    with desk.change("Rate") as change:
        change.set(the_impact(desk), severity=5)
    taken = take(text)
    assert the_impact(desk).severity == 5
    assert (taken.updated, taken.warnings) == ({}, [])


def test_a_file_that_is_mended_rates_again_and_a_slip_later_is_noticed_again(
    desk: Workspace, take: Take
) -> None:
    def text(people: str, start: str) -> str:
        other = "2,Leads approve refunds,Leads,2026-05-01,12,Low\n"
        return f"{IMPACTS}1,Agents write it all down,Agents,{start},{people},High\n{other}"

    take(text("120", "2026-05-01"))
    take(text("many", "tbd"))
    assert (the_impact(desk).people, the_impact(desk).starts or None) == (None, None)
    take(text("130", "2026-06-01"))
    assert (the_impact(desk).people, the_impact(desk).starts) == (130, "2026-06-01")
    assert unpacked(the_impact(desk).further) == (("Severity", "High"),)
    taken = take(text("many", "tbd"))
    assert (the_impact(desk).people, the_impact(desk).starts or None) == (None, None)
    assert len(taken.warnings) == 2


@pytest.mark.parametrize("figure", ["9", "10", "12"])
def test_one_figure_beyond_the_scale_does_not_rate_all_others_anew(
    desk: Workspace, take: Take, figure: str
) -> None:
    take(PLAIN + CROWD)
    taken = take(PLAIN + CROWD.replace("Agents,4", f"Agents,{figure}"))
    assert (the_impact(desk).severity, the_impact(desk, "2").severity) == (None, 2)
    scale, emptied = taken.warnings
    assert "“Severity” was of 5 at the last import" in scale
    assert f"“{figure}” (line 2)" in scale
    assert "Severity was 4" in emptied
    take(PLAIN + CROWD.replace("Agents,4", "Agents,3"))
    assert (the_impact(desk).severity, the_impact(desk, "2").severity) == (3, 2)


@pytest.mark.parametrize("scale", ["(1-3)", "(1-10)", "(0-4)"])
def test_a_scale_that_its_heading_gives_is_never_doubted(
    desk: Workspace, take: Take, scale: str
) -> None:
    heading = f"ID,Impact,Group,Severity {scale}\n"
    take(heading + CROWD.replace("Agents,4", "Agents,3"))
    before = dump(desk)
    taken = take(heading + CROWD.replace("Agents,4", "Agents,3"))
    assert (taken.updated, taken.warnings) == ({}, [])
    assert dump(desk) == before


def test_a_register_that_was_of_ten_all_along_stays_of_ten(desk: Workspace, take: Take) -> None:
    of_ten = CROWD.replace("Agents,4", "Agents,8")
    take(PLAIN + of_ten)
    assert (the_impact(desk).severity, the_impact(desk, "2").severity) == (4, 1)
    taken = take(PLAIN + of_ten.replace("Leads,2", "Leads,10"))
    assert (the_impact(desk).severity, the_impact(desk, "2").severity) == (4, 5)
    assert not taken.warnings


def test_powers_attitudes_and_quadrants_that_are_no_longer_read_are_empty_and_told(
    desk: Workspace, take: Take
) -> None:
    bo = "2,Bo,Low,High,Supporter,Keep informed\n"
    take(f"{PEOPLE}1,Ann,High,Low,Neutral,Monitor\n{bo}")
    changed = f"{PEOPLE}1,Ann,Riesig,Low,Whatever,Foo\n{bo}"
    taken = take(changed)
    ann = the_stakeholder(desk, "Ann")
    assert (ann.power, ann.power_said) == (None, "Riesig")
    assert (ann.interest, ann.interest_said) == (1, "Low")
    assert (ann.current or None, ann.attitude) == (None, "Whatever")
    assert not ann.quadrant
    assert len(taken.warnings) == 3
    assert the_stakeholder(desk, "Bo").power == 1
    before = dump(desk)
    again = take(changed)
    assert (again.created, again.updated, again.warnings) == ({}, {}, [])
    assert dump(desk) == before


def test_another_register_never_puts_its_words_beside_a_number_of_somebody_else(
    desk: Workspace, take: Take
) -> None:
    project = desk.find(Project)
    assert project is not None
    with desk.change("Add") as change:
        change.add(Stakeholder(project=project.id, name="Ann", power=2))
    take("Name,Power,Interest,Strategy\nAnn,High,Low,Talk\n")
    ann = the_stakeholder(desk, "Ann")
    assert (ann.power, ann.power_said) == (2, "")
    assert (ann.interest, ann.interest_said) == (1, "Low")


def test_many_emptied_values_are_told_in_few_sentences(desk: Workspace, take: Take) -> None:
    rows = [f"{n},Change number {n} of them all,Agents," for n in range(1, 31)]
    take(SCALED + "".join(f"{row}4\n" for row in rows))
    taken = take(SCALED + "".join(f"{row}{'9' if n < 12 else '4'}\n" for n, row in enumerate(rows)))
    assert len(taken.warnings) == 6
    assert taken.warnings[-1].startswith("7 more")
    assert the_impact(desk, "1").severity is None
    assert the_impact(desk, "30").severity == 4
