"""The documents that were made: what is overdue, what came back, and what changed since."""

from changedesk.documents.records import Document
from tests.overview.returns.books import record


def test_an_overdue_document_is_told_filtered_and_settled_by_its_return(
    hands, desktop, prompts, tmp_path, qtbot
):
    desktop.window.desk_view.show_page("documents")
    page = desktop.window.desk_view.current
    view = page.view("documents")
    qtbot.waitUntil(lambda: len(view.table.lines.rows) == 1)
    assert "Outstanding" in view.table.lines.rows[0].texts[2]
    document = hands.desk.find(Document)
    with hands.desk.change("Say when it is due") as change:
        change.set(hands.desk.get(Document, document.id), due="2026-01-05", made_for="Sara Lead")
    qtbot.waitUntil(lambda: "Overdue" in view.table.lines.rows[0].texts[2])
    view.show_state("overdue")
    assert view.table.lines.rows[0].texts[3] == "Sara Lead"
    hands.receive(hands.open().fill().save())
    qtbot.waitUntil(lambda: "Taken in" in view.table.lines.rows[0].texts[2])
    assert len(view.came_back.returns.entries.lines) == 1
    prompts.answers = [tmp_path / "again.xlsx"]
    page._save_again()
    qtbot.waitUntil((tmp_path / "again.xlsx").exists)
    assert (tmp_path / "again.xlsx").read_bytes() == hands.sent.read_bytes()


def test_what_changed_since_stands_beside_the_document(hands, desktop, qtbot):
    desktop.window.desk_view.show_page("documents")
    view = desktop.window.desk_view.current.view("documents")
    qtbot.waitUntil(lambda: "Nothing it shows was changed" in view.came_back.since_told.text())
    record(hands.desk, 1, 1, "fail", "Seen by Dana")
    qtbot.waitUntil(lambda: "since it was made" in view.came_back.since_told.text())


def test_a_document_is_checked(hands, desktop, qtbot):
    desktop.window.desk_view.show_page("documents")
    checking = desktop.window.desk_view.current.checking
    checking.check(hands.sent)
    qtbot.waitUntil(lambda: checking.dialog is not None)
    assert "Genuine" in checking.dialog.verdict.text()
    checking.dialog.reject()
    checking.check(hands.open().fill().save())
    qtbot.waitUntil(lambda: checking.dialog and "Altered" in checking.dialog.verdict.text())
    assert len(checking.dialog.altered.lines.rows) == 8
    checking.dialog.reject()
