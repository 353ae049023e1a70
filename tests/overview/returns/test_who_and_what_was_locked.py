"""What was typed where nothing was to be typed is told; results are by who did them."""

from collections.abc import Callable
from typing import Any

import pytest

from changedesk.overview.returns import preview
from changedesk.overview.returns.locked import told_here, untouched
from changedesk.people.actions import add_person
from changedesk.people.records import Person
from changedesk.store.workspace import Workspace
from changedesk.uat.records import Run, Script, Step, StepResult
from tests.overview.returns.books import Book, Hands, record, rewrite

EARLIER = {"pass": "Ana", "fail": "Ana"}
"""What stood there before anything came back."""


def sign(book: Book, role: str, name: str) -> None:
    """Fill in a line of the sign-off block."""
    cover = book.book["Cover"]
    row = next(
        cell.row for line in cover.iter_rows() for cell in line if cell.value == role
    )  # fmt: skip
    head = next(cell for line in cover.iter_rows() for cell in line if cell.value == "Role")
    for offset, value in ((1, name), (2, "✔ Accepted")):
        cover.cell(row, head.column + offset).value = value


def done_by(hands: Hands) -> dict[str, str]:
    """Return who is said to have done what, by the outcome, of what came back."""
    people = {person.id: person.name for person in hands.desk.rows(Person.select())}
    results = hands.desk.rows(StepResult.select())
    return {row.outcome: people.get(row.tester, "nobody") for row in results}


def filled(hands: Hands) -> Book:
    return hands.open().fill({0: {"Outcome": "— Not applicable"}, 6: {"Outcome": "⊘ Blocked"}})


# -- locked text ----------------------------------------------------------------------------------


def test_each_locked_text_that_was_changed_is_told_with_its_place(hands: Hands) -> None:
    book = filled(hands)
    book.put(3, "Do", "Do something easier")
    book.put(4, "Expected result", None)
    seen, account = hands.receive(book.save())
    told = {note.where: note.why for note in seen.notes}
    assert told == {
        "Steps, row 8, Do (C8)": "locked text was changed from “Do 1.4 here” to “Do something "
        "easier”: it is not taken",
        "Steps, row 9, Expected result (E9)": "locked text was changed from “See 1.5” to “”: it "
        "is not taken",
    }
    assert (account.taken, account.rejected) == (2, ())


def test_untouched_locked_text_is_never_told_even_when_it_was_changed_here(hands: Hands) -> None:
    ana = hands.desk.find(Person, name="Ana")
    assert ana is not None
    with hands.desk.change("Rename") as change:
        change.set(ana, name="Ana Maria")
    record(hands.desk, 2, 1, "pass")
    seen, _ = hands.receive(filled(hands).save())
    assert seen.notes == ()


def test_many_changed_texts_are_counted_beyond_the_first_hundred(hands: Hands) -> None:
    book = filled(hands)
    for row in range(30):
        for column in ("Script", "Do", "Data", "Expected result"):
            book.put(row, column, f"other {row}")
    seen, _ = hands.receive(book.save())
    assert [note.why for note in seen.notes][-1] == "20 more locked cells differ."
    assert len(seen.notes) == 101


def test_a_copied_sheet_with_entries_of_its_own_is_told(hands: Hands) -> None:
    book = filled(hands)
    copy = book.book.copy_worksheet(book.steps)
    copy.title = "Steps (2)"
    copy.cell(7, book.columns["Outcome"]).value = "✔ Pass"
    seen, account = hands.receive(book.save())
    assert [(note.where, "only that one was read" in note.why) for note in seen.notes] == [
        ("Steps (2)", True)
    ]
    assert account.taken == 2


def test_an_export_is_not_read_again_where_the_rows_here_tell_that_nothing_differs(
    hands: Hands,
) -> None:
    add_person(hands.desk, "Ben")
    record(hands.desk, 2, 1, "pass")
    record(hands.desk, 6, 1, "fail", "Broke later")
    seen = preview(hands.desk, filled(hands).save())
    assert told_here(view.state for view in seen.views)
    assert untouched(seen.views)
    book = filled(hands)
    book.put(3, "Data", "other")
    seen = preview(hands.desk, book.save())
    assert not untouched(seen.views)
    assert [note.where for note in seen.notes] == ["Steps, row 8, Data (D8)"]


def rename(desk: Workspace) -> None:
    ana = desk.find(Person, name="Ana")
    assert ana is not None
    with desk.change("Rename") as change:
        change.set(ana, name="Ana Maria")


def reword(desk: Workspace) -> None:
    with desk.change("Reword") as change:
        change.set(desk.get(Step, desk.rows(Step.select())[0].id), do="Do it otherwise")


def retitle(desk: Workspace) -> None:
    with desk.change("Retitle") as change:
        change.set(desk.get(Script, desk.rows(Script.select())[0].id), title="Another title")


def hand_over(desk: Workspace) -> None:
    ben = add_person(desk, "Ben")
    with desk.change("Hand over") as change:
        change.set(desk.get(Run, desk.rows(Run.select())[0].id), tester=ben)


@pytest.mark.parametrize("edit", [rename, reword, retitle, hand_over])
def test_what_was_changed_here_meanwhile_is_looked_up_in_the_export(
    hands: Hands, edit: Callable[[Workspace], None]
) -> None:
    edit(hands.desk)
    seen = preview(hands.desk, filled(hands).save())
    assert not told_here(view.state for view in seen.views)
    assert seen.notes == ()


def test_locked_text_that_was_typed_over_with_what_stands_here_now_is_told(hands: Hands) -> None:
    rename(hands.desk)
    book = filled(hands)
    book.put(6, "Tester", "Ana Maria")
    (note,) = preview(hands.desk, book.save()).notes
    assert "“Ana” to “Ana Maria”" in note.why


# -- order ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("gone", ["ids", "hidden sheet", "both"])
def test_rows_in_their_order_are_never_said_to_stand_in_another(hands: Hands, gone: str) -> None:
    book = filled(hands)
    if gone != "hidden sheet":
        for row in range(30):
            book.put(row, "_id", None)
    if gone != "ids":
        del book.book["_cd_meta"]
    seen, account = hands.receive(book.save())
    assert not [note for note in seen.notes if "order" in note.why]
    assert account.taken == 2


def test_rows_that_were_sorted_are_said_to_stand_in_another_order(hands: Hands) -> None:
    book = filled(hands)
    book.write_rows(sorted(book.rows(), key=lambda row: str(row[0]), reverse=True))
    seen, account = hands.receive(book.save())
    assert [note.why for note in seen.notes] == [
        "The rows stand in another order than they were exported."
    ]
    assert account.taken == 2


# -- who did it -----------------------------------------------------------------------------------


def test_of_two_who_signed_nobody_is_taken_for_the_tester(hands: Hands) -> None:
    book = filled(hands)
    sign(book, "Supervisor, Inbound", "Sara Lead")
    cover = book.book["Cover"]
    line = next(c for row in cover.iter_rows() for c in row if c.value == "Project manager")
    line.value = "Supervisor, Outbound"
    cover.cell(line.row, 8).value = None
    sign(book, "Supervisor, Outbound", "Otto Other")
    seen, account = hands.receive(book.save())
    assert seen.returned_by == account.returned_by == ""
    assert "Sara Lead, Otto Other" in seen.notes[0].why
    assert done_by(hands) == {"na": "Ana", "blocked": "Ana"} | EARLIER
    assert account.created["signature"] == 2


@pytest.mark.parametrize("role", ["Project manager", "Sponsor"])
def test_who_only_accepts_the_tests_did_not_do_them(hands: Hands, role: str) -> None:
    book = filled(hands)
    sign(book, role, "Paula Pays")
    _, account = hands.receive(book.save())
    assert done_by(hands)["blocked"] == "Ana"
    assert account.created.get("person", 0) == 0


def test_the_same_signer_twice_is_one(hands: Hands) -> None:
    book = filled(hands)
    sign(book, "Supervisor, Inbound", "Sara Lead")
    sign(book, "Project manager", "sara  lead")
    _, account = hands.receive(book.save())
    assert account.returned_by == "Sara Lead"
    assert done_by(hands)["blocked"] == "Sara Lead"


def test_a_tester_written_over_a_row_did_that_row_alone(hands: Hands) -> None:
    add_person(hands.desk, "Ben")
    book = filled(hands)
    book.put(6, "Tester", "ben")
    sign(book, "Supervisor, Inbound", "Sara Lead")
    seen, _ = hands.receive(book.save())
    assert done_by(hands) == {"na": "Sara Lead", "blocked": "Ben"} | EARLIER
    (note,) = seen.notes
    assert "by whom it names now" in note.why


def test_an_emptied_tester_names_nobody_else(hands: Hands) -> None:
    book = filled(hands)
    book.put(6, "Tester", None)
    hands.receive(book.save())
    assert done_by(hands)["blocked"] == "Ana"


def test_a_name_that_nobody_has_is_nobodys_and_no_new_person(hands: Hands) -> None:
    book = filled(hands)
    book.put(6, "Tester", "the night shift")
    sign(book, "Supervisor, Inbound", "Sara Lead")
    hands.receive(book.save())
    assert done_by(hands)["blocked"] == "nobody"
    assert hands.desk.find(Person, name="the night shift") is None


def test_who_saved_the_file_last_is_believed_only_if_known(hands: Hands) -> None:
    def saved_by(name: bytes) -> Any:
        def change(part: str, data: bytes) -> bytes:
            if part != "docProps/core.xml":
                return data
            start, end = b"<cp:lastModifiedBy>", b"</cp:lastModifiedBy>"
            before, _, rest = data.partition(start)
            return before + start + name + end + rest.partition(end)[2]

        return change

    path = rewrite(filled(hands).save(), saved_by(b"U4711"))
    seen, account = hands.receive(path)
    assert seen.returned_by == "U4711"
    assert done_by(hands)["blocked"] == "Ana"
    assert "person" not in account.created
    assert hands.desk.undo() == "Take in back.xlsx"
    add_person(hands.desk, "Sara Lead")
    hands.receive(rewrite(path, saved_by(b"Sara Lead")))
    assert done_by(hands)["blocked"] == "Sara Lead"


# -- conflicts ------------------------------------------------------------------------------------


def test_a_dispute_is_known_by_the_same_id_everywhere(hands: Hands) -> None:
    record(hands.desk, 1, 1, "fail", "Broke here")
    _, account = hands.receive(filled(hands).save())
    (dispute,) = account.disputes.values()
    assert {cell.unit for cell in account.conflicts} == set(account.disputes)
    assert [one.id for one in hands.desk.conflicts()] == [dispute]
    hands.desk.resolve(dispute, 1)
    assert hands.desk.conflicts() == []


@pytest.mark.parametrize("typed", ["ANA", " ana  "])
def test_a_name_in_other_letters_is_no_new_person(hands: Hands, typed: str) -> None:
    book = hands.open().fill({0: {"Outcome": "✔ Pass"}})
    _sign_as(book, typed)
    _, account = hands.receive(book.save())
    assert account.created == {"result": 1, "signature": 1, "return": 1}
    (ana,) = hands.desk.rows(Person.select().where(Person.name == "Ana"))
    assert [row.tester for row in _results(hands) if row.outcome == "pass"][-1] == ana.id


def test_of_two_people_of_one_name_nobody_is_chosen(hands: Hands) -> None:
    for _ in range(2):
        add_person(hands.desk, "Kim")
    book = hands.open().fill({0: {"Outcome": "✔ Pass"}})
    _sign_as(book, "Kim")
    seen, account = hands.receive(book.save())
    assert "person" not in account.created
    assert any("Several people here are called Kim" in note.why for note in seen.notes)
    kims = {row.id for row in hands.desk.rows(Person.select().where(Person.name == "Kim"))}
    assert not kims & {row.tester for row in _results(hands)}


def _sign_as(book: Book, name: str) -> None:
    cover = book.book["Cover"]
    line = next(row for row in cover.iter_rows() if row[1].value == "Project manager")
    below = line[1].row + 2
    for column, value in {2: "Tester", 3: name, 4: "✔ Accepted"}.items():
        cover.cell(below, column).value = value


def _results(hands: Hands) -> list[Any]:
    return list(hands.desk.rows(StepResult.select().order_by(StepResult.id)))
