"""import of people: known by the columns' own words, each named once, groups by their names."""

import re

import openpyxl
import pytest

from changedesk.desk import open_desk
from changedesk.people.actions import add_group, add_person
from changedesk.people.records import Group, Person
from changedesk.store.dump import dump

HEAD = ("Name", "E-mail", "Role", "Site", "Group")
AMIRA = ("Amira Khan", "amira@example.org", "Agent", "Leeds", "Chat team")
BEN = ("Ben Osei", "ben@example.org", "Team lead", "Leeds", "g-02")
CHLOE = ("Chloé Petit", "", "", "Lyon", "")


@pytest.fixture
def book(tmp_path):
    """A maker of workbooks of people."""

    def make(*rows, head=HEAD, name="people.xlsx", title="Staff"):
        made = openpyxl.Workbook()
        sheet = made.active
        assert sheet is not None
        sheet.title = title
        sheet.append(head)
        for row in rows:
            sheet.append(row)
        made.save(tmp_path / name)
        return tmp_path / name

    return make


@pytest.fixture
def desk(empty):
    """The path of a workspace with two groups."""
    opened = open_desk(empty)
    add_group(opened, "Chat team")
    add_group(opened, "Phone team")
    opened.close()
    return empty


def read(path, what):
    opened = open_desk(path)
    try:
        return what(opened)
    finally:
        opened.close()


def people_of(path):
    query = Person.select(
        Person.name, Person.email, Person.role, Person.site, Group.name.alias("team")
    ).left_outer_join(Group, on=(Group.id == Person.group))
    return read(path, lambda opened: sorted(tuple(row) for row in opened.rows(query)))


def test_people_come_in_with_their_groups_by_name_or_code(run, desk, book):
    said = run("import", desk, book(AMIRA, BEN, CHLOE), "--as", "people", "--json")
    assert said.code == 0
    assert said.facts["kind"] == "people"
    assert said.facts["created"] == {"person": 3}
    assert said.facts["rejected"] == said.facts["conflicts"] == said.facts["warnings"] == []
    assert people_of(desk) == [
        AMIRA,
        (*BEN[:4], "Phone team"),
        ("Chloé Petit", "", "", "Lyon", None),
    ]


def test_a_sheet_that_is_clearly_of_people_needs_no_kind(run, desk, book):
    said = run("import", desk, book(AMIRA, CHLOE))
    assert said.out.splitlines() == [
        "people.xlsx: read as people (Excel workbook)",
        "  made 2 people",
        '  skipped  sheet "Staff", row 1: heading',
    ]


@pytest.mark.parametrize(
    "head",
    [
        ("Name", "Steps", "Expected result", "Site", "Status"),
        ("ID", "Name", "Description", "Role", "Result"),
        ("Name", "Site", "Headcount", "Lead", "Shift"),
    ],
)
def test_a_sheet_of_something_else_is_not_taken_for_people(run, desk, book, head):
    run("import", desk, book(("A", "1. Open", "It opens", "Leeds", "Pass"), head=head))
    assert people_of(desk) == []


def test_the_same_people_twice_add_nothing(run, desk, book):
    file = book(AMIRA, BEN, CHLOE)
    run("import", desk, file)
    before = read(desk, dump)
    again = run("import", desk, file, "--json").facts
    assert (again["created"], again["updated"], again["unchanged"]) == ({}, {}, 3)
    assert read(desk, dump) == before


def test_undo_restores(run, desk, book):
    before = read(desk, dump)
    run("import", desk, book(AMIRA, BEN, CHLOE))
    assert run("undo", desk, "--json").facts == {"undone": "Import people.xlsx"}
    assert read(desk, dump) == before


def test_a_dry_run_gives_the_same_account_and_writes_nothing(run, desk, book):
    file = book(AMIRA, BEN, CHLOE, (*CHLOE[:4], "Nix"), ("Dora", "", "", "", "Nix"))
    before = desk.read_bytes()
    tried = run("import", desk, file, "--dry-run", "--json")
    assert desk.read_bytes() == before
    done = run("import", desk, file, "--json")
    assert (tried.code, tried.facts) == (done.code, done.facts)


def test_what_the_file_says_comes_in_and_what_it_leaves_open_stays(run, desk, book):
    run("import", desk, book(AMIRA, BEN))
    later = book(("AMIRA  khan", "", "Coach", "", "Phone team"), ("Dora Lind", "", "", "", ""))
    facts = run("import", desk, later, "--json").facts
    assert (facts["created"], facts["updated"]) == ({"person": 1}, {"person": 1})
    assert ("Amira Khan", "amira@example.org", "Coach", "Leeds", "Phone team") in people_of(desk)


def test_the_first_list_of_people_makes_the_groups_that_it_names(run, empty, book):
    before = read(empty, dump)
    rows = [AMIRA, ("Dora Lind", "", "", "", "chat  team"), ("Eli Roe", "", "", "", "Chat")]
    file = book(*rows, ("Fay Orr", "", "", "", "Back office"), CHLOE)
    said = run("import", empty, file, "--json")
    assert (said.code, said.facts["rejected"]) == (0, [])
    assert said.facts["created"] == {"group": 2, "person": 5}
    assert [row[-1] for row in people_of(empty)] == [
        "Chat team", None, "Chat team", "Chat team", "Back office",
    ]  # fmt: skip
    again = run("import", empty, file, "--json").facts
    assert (again["created"], again["updated"], again["unchanged"]) == ({}, {}, 5)

    def undone(opened):
        opened.undo()
        return dump(opened)

    assert read(empty, undone) == before


def test_a_list_of_people_finds_the_group_that_an_impact_named(run, desk, book):
    said = run("import", desk, book(("Dora Lind", "", "", "", "Chat")), "--json")
    assert said.facts["created"] == {"person": 1}
    assert people_of(desk)[0][-1] == "Chat team"


def test_each_row_that_is_not_certain_is_rejected_with_place_and_reason(run, desk, book):
    opened = open_desk(desk)
    for _ in range(2):
        add_person(opened, "Sam Two")
        add_group(opened, "Night shift")
    opened.close()
    said = run(
        "import", desk,
        book(
            AMIRA,
            ("", "nobody@example.org", "", "", ""),
            ("Dora Lind", "", "", "", "Night shift"),
            ("Amira Khan", "other@example.org", "", "", ""),
            AMIRA,
            ("Sam Two", "", "", "", ""),
        ),
        "--json",
    )  # fmt: skip
    assert said.code == 1
    assert said.facts["created"] == {"person": 1}
    assert [(one["kind"], one["where"], one["why"]) for one in said.facts["rejected"]] == [
        ("row", 'sheet "Staff", row 3', "“Name” is empty"),
        (
            "row", 'sheet "Staff", row 4',
            "“Night shift” names several for “Group”: give them different names first",
        ),
        (
            "row", 'sheet "Staff", row 5',
            'sheet "Staff", row 2 has the same “Name” and says something else',
        ),
        (
            "row", 'sheet "Staff", row 7',
            "there are 2 people of this name already: change the one that is meant in the window",
        ),
    ]  # fmt: skip
    assert said.facts["skipped"][-1] == {
        "where": 'sheet "Staff", row 6', "why": 'it says the same as sheet "Staff", row 2',
    }  # fmt: skip
    assert said.facts["rows"] == {
        "read": 7, "made": 1, "continuation": 0, "skipped": 2, "rejected": 4,
    }  # fmt: skip


def test_strict_takes_nobody_when_one_row_is_rejected(run, desk, book):
    before = read(desk, dump)
    said = run(
        "import", desk, book(AMIRA, ("", "dora@example.org", "", "", "")), "--strict", "--json"
    )
    assert (said.code, said.facts["created"]) == (2, {})
    assert "row 3 is rejected" in said.err
    assert read(desk, dump) == before


def test_columns_of_ones_own_are_mapped_and_others_are_named(run, desk, book):
    file = book(("Amira Khan", "a@example.org", "blue"), head=("Who", "Mail", "Colour"))
    words = ("import", desk, file, "--as", "people", "--map", "Who=name", "--map", "Mail=email")
    said = run(*words, "--json")
    assert said.facts["created"] == {"person": 1}
    assert people_of(desk) == [("Amira Khan", "a@example.org", "", "", None)]
    (warning,) = said.facts["warnings"]
    assert "“Colour” (C)" in warning


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--map", "Nope=name"), "people.xlsx has no column “Nope”; it has Name, E-mail, Role,"),
        (("--map", "Name=colour"), "Person has no field “colour” that a file can give: there are"),
        (("--sheet", "Nix"), "people.xlsx has no sheet “Nix”; it has “Staff”."),
        (("--cycle", "CYC-01"), ""),
    ],
)
def test_what_is_named_and_not_there_is_refused(run, desk, book, words, sentence):
    before = desk.read_bytes()
    said = run("import", desk, book(AMIRA), "--as", "people", *words)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith(sentence)
    assert desk.read_bytes() == before


def test_a_text_file_with_a_stray_separator_is_never_shifted(run, desk, tmp_path):
    file = tmp_path / "people.csv"
    file.write_text("Name,E-mail,Role\nLind, Dora,d@example.org,Agent\nBen,b@example.org,Lead\n")
    said = run("import", desk, file, "--json")
    assert said.code == 1
    assert [one["where"] for one in said.facts["rejected"]] == ["line 2"]
    assert [person[0] for person in people_of(desk)] == ["Ben"]


def test_a_sheet_of_groups_beside_it_is_left_alone_and_named(run, desk, book):
    file = book(AMIRA)
    made = openpyxl.load_workbook(file)
    groups = made.create_sheet("Groups")
    groups.append(("Name", "Site", "Lead"))
    groups.append(("Chat team", "Leeds", "Ben"))
    made.save(file)
    facts = run("import", desk, file, "--as", "people", "--json").facts
    assert facts["created"] == {"person": 1}
    assert facts["skipped"][-1] == {
        "where": 'sheet "Groups"', "why": "another sheet names more columns of people", "rows": 2,
    }  # fmt: skip


def test_the_workbook_of_all_people_comes_back_and_may_be_filled_in(run, sample, tmp_path):
    file = tmp_path / "people.xlsx"
    facts = run("export", sample, "people-workbook", "-o", file, "--json").facts
    assert facts["rows"] == run("info", sample, "--json").facts["counts"]["person"]
    before = read(sample, dump)
    again = run("import", sample, file, "--json")
    assert again.code == 0
    assert (again.facts["kind"], again.facts["unchanged"]) == ("people", facts["rows"])
    assert (again.facts["created"], again.facts["updated"]) == ({}, {})
    assert read(sample, dump) == before
    book = openpyxl.load_workbook(file)
    sheet = book["People"]
    last = 4 + facts["rows"]
    group = next(filter(None, (str(sheet.cell(row, 5).value or "") for row in range(5, last))))
    assert re.fullmatch(r"G-\d\d  \S.*", group)
    free = sheet.cell(last + 1, 1)
    assert (free.value, free.protection.locked) == (None, False)
    free.value = "Dora Lind"
    sheet.cell(last + 1, 5).value = group
    book.save(file)
    assert run("import", sample, file, "--json").facts["created"] == {"person": 1}
    assert "Dora Lind" in [person[0] for person in people_of(sample)]


def test_an_empty_workbook_of_people_makes_nobody(run, empty, tmp_path):
    file = tmp_path / "people.xlsx"
    run("export", empty, "people-workbook", "-o", file)
    said = run("import", empty, file, "--json")
    assert (said.code, said.facts["created"]) == (0, {})
    assert people_of(empty) == []
