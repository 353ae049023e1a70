"""Columns that were renamed, inserted and deleted at once: none is read for another."""

from tests.overview.returns.books import HEADER, Hands, outcome


def test_an_own_column_beside_a_renamed_one_is_not_read_for_it(hands: Hands) -> None:
    book = hands.open().fill({0: {"Outcome": "✖ Fail", "What happened": "It broke"}})
    place = book.columns["What happened"]
    book.steps.insert_cols(place)
    book.steps.cell(HEADER, place).value = "Ticket"
    book.steps.cell(HEADER + 1, place).value = "JIRA-1"
    book.steps.cell(HEADER, place + 1).value = "Ist-Ergebnis"
    seen, account = hands.receive(book.save())
    assert (account.taken, account.filled) == (1, 1)
    assert "“What happened” is not there any more" in " ".join(note.why for note in seen.notes)


def test_columns_are_never_read_by_their_places_when_they_stand_elsewhere(hands: Hands) -> None:
    book = hands.open().fill()
    book.steps.delete_rows(HEADER)
    book.steps.delete_cols(book.columns["Data"])
    seen, account = hands.receive(book.save())
    assert account.filled == 0
    assert [note.where for note in seen.notes] == ["Steps"]


def test_a_sheet_that_cannot_be_read_is_named(hands: Hands) -> None:
    book = hands.open().fill()
    del book.book["Steps"]
    cover = book.book["Cover"]
    line = next(row for row in cover.iter_rows() if row[1].value == "Project manager")
    line[3].value = "✔ Accepted"
    seen, account = hands.receive(book.save())
    assert account.created == {"signature": 1, "return": 1}
    assert [note.where for note in seen.notes if "nothing was read of it" in note.why] == ["Steps"]


def test_headings_in_another_language_are_no_row_of_the_table(hands: Hands) -> None:
    book = hands.open().fill({0: {"Outcome": "✔ Pass"}})
    words = ("Schritt", "Skript", "Tun", "Daten", "Soll", "Wer", "Ergebnis", "Ist", "Kommentar")
    for column, word in enumerate(words, start=1):
        book.steps.cell(HEADER, column).value = word
    _, account = hands.receive(book.save())
    assert (account.taken, account.filled) == (1, 1)
    assert outcome(hands.desk, 1, 1) == "pass"
