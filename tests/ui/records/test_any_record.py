"""A record type declared here, and nowhere else, has its table, form, search and history."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from changedesk.people.records import Project
from changedesk.store import fields as f
from changedesk.store.access import create_workspace
from changedesk.store.records import About, Record, Schema
from changedesk.store.search import Hit
from ui.bus import ChangeBus
from ui.desk_context import DeskContext
from ui.records.pane import RecordPane

WEIGHTS = (f.Choice("light", "Light", "○"), f.Choice("heavy", "Heavy", "✖"))


class Parcel(Record):
    """Nobody but this test knows it."""

    about = About("parcel", "Parcel", code_prefix="P", title_field="name")
    project = f.reference("Project", Project, required=True, hidden=True)
    code = f.code()
    name = f.text("Name", required=True)
    contents = f.long_text("Contents")
    weight = f.choice("Weight", WEIGHTS, default="light")
    pieces = f.integer("Pieces", unit="pcs")
    fragile = f.yes_no("Fragile")
    due = f.date("Due")
    sent = f.moment("Sent", read_only=True)
    inside = f.reference("Inside", "self")


FIELDS = ("code", "name", "contents", "weight", "pieces", "fragile", "due", "sent", "inside")
SENT = int(datetime(2026, 3, 1, 12, tzinfo=UTC).timestamp() * 1000)


@pytest.fixture
def parcels(tmp_path, services):
    workspace = create_workspace(tmp_path / "parcels.changedesk", Schema((Project, Parcel)))
    with workspace.change("Start") as change:
        project = change.add(Project(code="P", name="Project"))
        big = change.add(
            Parcel(
                project=project.id,
                name="Big one",
                contents="Screens\nand cables",
                weight="heavy",
                pieces=1200,
                fragile=True,
                due="2026-03-31",
                sent=SENT,
            )
        )
        change.add(Parcel(project=project.id, name="Small one", inside=big.id))
    bus = ChangeBus(workspace, services.jobs)
    context = DeskContext(workspace, bus, services)
    context.project_id = project.id
    yield context
    bus.close()
    workspace.close()


@pytest.fixture
def pane(parcels, qtbot):
    pane = RecordPane(parcels, Parcel)
    parcels.bus.changed.connect(pane.refresh)
    qtbot.addWidget(pane)
    pane.resize(1200, 800)
    pane.refresh(None)
    with qtbot.waitActive(pane):
        pane.show()
        pane.activateWindow()
    qtbot.waitUntil(lambda: pane.table.records.row_values(1) is not None)
    qtbot.waitUntil(lambda: pane.detail.form.fields["name"].text == "Big one")
    return pane


def test_the_table_shows_every_field(pane):
    model = pane.table.records
    shown = {field.name: model.index(0, column).data() for column, field in enumerate(model.fields)}
    assert tuple(shown) == FIELDS
    assert shown == {
        "code": "P-001",
        "name": "Big one",
        "contents": "Screens ⏎ and cables",
        "weight": "✖ Heavy",
        "pieces": "1,200",
        "fragile": "✔ Yes",
        "due": "31/03/2026",
        "sent": shown["sent"],
        "inside": "",
    }
    assert "2026" in shown["sent"]
    assert model.index(1, FIELDS.index("inside")).data() == "P-001"


def test_the_table_edits_each_kind_in_place(pane, qtbot, parcels):
    table = pane.table
    table.setFocus()
    typed = {"name": "New name", "pieces": "7", "due": "01/04/2026", "contents": "Nothing"}
    for name, text in typed.items():
        table.choose(table.records.key_at(0), column=FIELDS.index(name))
        qtbot.keyClick(table, Qt.Key.Key_F2)
        editor = QApplication.focusWidget()
        assert isinstance(editor, QLineEdit | QPlainTextEdit)
        editor.selectAll()
        qtbot.keyClicks(editor, text)
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    big = parcels.workspace.get(Parcel, table.records.key_at(0))
    assert (big.name, big.pieces, big.due, big.contents) == (
        "New name", 7, "2026-04-01", "Nothing",
    )  # fmt: skip


def test_the_form_has_every_field(pane):
    form = pane.detail.form
    assert tuple(form.fields) == FIELDS
    assert form.fields["weight"].editor.raw() == "heavy"
    assert form.fields["fragile"].editor.raw() is True
    assert form.fields["due"].editor.raw() == "31/03/2026"
    assert form.fields["sent"].editor is None


def test_the_filter_and_the_search_find_it(pane, parcels, qtbot):
    keys = list(pane.table.records.keys)
    pane.restrict("cables")
    assert list(pane.table.records.keys) == keys[:1]
    pane.restrict("heavy")
    assert list(pane.table.records.keys) == keys[:1]
    pane.restrict("small")
    assert list(pane.table.records.keys) == keys[1:]
    assert Hit("parcel", keys[0]) in parcels.workspace.search("cables")


def test_the_history_tells_each_field_in_words(pane, parcels, qtbot):
    key = pane.table.records.key_at(1)
    other = pane.table.records.key_at(0)
    with parcels.workspace.change("Many") as change:
        change.set_many(
            Parcel,
            {key: {"weight": "heavy", "pieces": 3, "fragile": True, "due": "2026-03-31",
                   "inside": None}},
        )  # fmt: skip
        change.set_many(Parcel, {key: {"inside": other}})
    pane.table.choose(key)
    pane.detail.tabs.setCurrentWidget(pane.detail.history)
    lines = pane.detail.history.list.entries
    qtbot.waitUntil(lambda: len(lines.lines) >= 6)
    texts = [line.text for line in lines.lines]
    assert "Weight: ○ Light → ✖ Heavy" in texts
    assert "Pieces: – → 3" in texts
    assert "Fragile: – → ✔ Yes" in texts
    assert "Due: – → 31/03/2026" in texts
    assert "Inside: – → P-001" in texts
    assert texts[-1] == "Made"
