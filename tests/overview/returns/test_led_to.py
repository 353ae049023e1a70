"""What a cell of a register leads to: people and groups, by the names that they bore and bear."""

from openpyxl import load_workbook

from changedesk.impact.records import Impact, Stakeholder
from changedesk.people.actions import add_person
from changedesk.people.queries import project_called
from changedesk.people.records import Group, Person
from tests.overview.returns.books import FIRST, HEADER, Hands


def test_cells_left_alone_mean_who_they_meant_whatever_people_are_called_since(
    hands: Hands,
) -> None:
    project = project_called(hands.desk).id
    ana, eve = hands.desk.find(Person, name="Ana"), add_person(hands.desk, "Eve")
    assert ana is not None
    with hands.desk.change("Add") as change:
        one = change.add(Stakeholder(project=project, name="Ana", person=ana))
        change.add(Stakeholder(project=project, name="Eve", person=eve))
    path = hands.export("impacts.xlsx", "impact-workbook")
    with hands.desk.change("Rename") as change:
        change.set(ana, name="Ana Silva")
    add_person(hands.desk, "Ana")
    add_person(hands.desk, "Eve")
    book = load_workbook(path)
    book.properties.description = "Only saved again"
    book.save(path)
    _, account = hands.receive(path)
    assert account.filled == 0
    assert hands.desk.get(Stakeholder, one.id).person_id == ana.id


def test_a_changed_reference_is_shown_by_name_and_a_name_of_two_is_not_guessed(
    hands: Hands,
) -> None:
    project = project_called(hands.desk).id
    ana, eve = hands.desk.find(Person, name="Ana"), add_person(hands.desk, "Eve")
    add_person(hands.desk, "Kim")
    add_person(hands.desk, "Kim")
    with hands.desk.change("Add") as change:
        change.add(Stakeholder(project=project, name="One", person=ana))
        change.add(Stakeholder(project=project, name="Two", person=eve))
    path = hands.export("impacts.xlsx", "impact-workbook")
    book = load_workbook(path)
    sheet = book["Stakeholders"]
    place = next(cell.column for cell in sheet[HEADER] if cell.value == "Person")
    sheet.cell(FIRST, place).value, sheet.cell(FIRST + 1, place).value = "eve", "Kim"
    book.save(path)
    seen, _ = hands.receive(path)
    assert [(cell.before, cell.now, cell.returned) for cell in seen.taken] == [
        ("Ana", "Ana", "Eve")
    ]
    (unclear,) = seen.rejected
    assert "several bear the name “Kim”" in unclear.why


def test_a_group_is_shown_by_its_code_and_name(hands: Hands) -> None:
    project = project_called(hands.desk).id
    group = hands.desk.find(Group, name="Inbound")
    assert group is not None
    with hands.desk.change("Add") as change:
        change.add(Impact(project=project, title="New screens", group=group))
    path = hands.export("impacts.xlsx", "impact-workbook")
    book = load_workbook(path)
    place = next(cell.column for cell in book["Impacts"][HEADER] if cell.value == "Group")
    book["Impacts"].cell(FIRST, place).value = None
    book.save(path)
    (cell,) = hands.receive(path)[0].taken
    assert cell.before == f"{group.code}  Inbound"
