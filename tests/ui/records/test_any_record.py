"""A record type declared here, and nowhere else, is everywhere without another line of code.

That is: in its table, its form, its workbook, its import, the search and the history.
"""

from datetime import UTC, datetime

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from changedesk.exchange.records import read_records
from changedesk.exchange.taking import take_records
from changedesk.office.records import export_records
from changedesk.people.records import Project
from changedesk.store import fields as f
from changedesk.store.access import create_workspace
from changedesk.store.dump import dump
from changedesk.store.records import About, Record, Schema
from changedesk.store.search import Hit
from changedesk.store.spec import spec_of
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
    inside_id: int | None


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


@pytest.fixture
def book(parcels, tmp_path):
    """The workbook of all parcels."""
    return export_records(parcels.workspace, Parcel, tmp_path / "parcels.xlsx").path


def sheet_of(book):
    return openpyxl.load_workbook(book)["Parcels"]


def column(sheet, label):
    return next(cell.column for cell in sheet[4] if cell.value == label)


def named(workspace, name):
    found = workspace.find(Parcel, name=name)
    assert found is not None
    return found


def below(sheet, label):
    return [sheet.cell(row, column(sheet, label)).value for row in (5, 6)]


def test_the_workbook_has_a_column_for_every_field(book):
    sheet = sheet_of(book)
    assert [cell.value for cell in sheet[4]] == [
        "Code", "Name", "Contents", "Weight", "Pieces (pcs)", "Fragile", "Due", "Sent", "Inside",
    ]  # fmt: skip
    assert below(sheet, "Code") == ["P-001", "P-002"]
    assert below(sheet, "Contents") == ["Screens\nand cables", None]
    assert below(sheet, "Weight") == ["✖ Heavy", "○ Light"]
    assert below(sheet, "Pieces (pcs)") == [1200, None]
    assert below(sheet, "Due") == [datetime(2026, 3, 31), None]
    assert below(sheet, "Sent") == [datetime(2026, 3, 1, 12), None]
    assert below(sheet, "Inside") == [None, "P-001  Big one"]


def test_the_workbook_offers_each_choice_where_it_may_be_typed(book):
    sheet = sheet_of(book)
    offered = {
        str(cell): rule.formula1
        for rule in sheet.data_validations.dataValidation
        if rule.type == "list"
        for cell in rule.sqref.ranges
    }
    weight, fragile = (
        sheet.cell(5, column(sheet, label)).column_letter for label in ("Weight", "Fragile")
    )
    assert {cells.partition(":")[0]: listed for cells, listed in offered.items()} == {
        f"{weight}5": '"○ Light,✖ Heavy"',
        f"{fragile}5": '"Yes,No"',
    }
    locked = {cell.value: sheet.cell(6, cell.column).protection.locked for cell in sheet[4]}
    assert {label for label, shut in locked.items() if shut} == {"Code", "Sent"}


def test_the_workbook_comes_back_into_an_empty_workspace_and_undo_restores(book, tmp_path):
    other = create_workspace(tmp_path / "other.changedesk", Schema((Project, Parcel)), actor="Ben")
    try:
        with other.change("Start") as change:
            project = change.add(Project(code="Q", name="Other")).id
            decoy = change.add(Parcel(project=project, name="Not that one")).id
        before = dump(other)
        found = read_records(book, spec_of(Parcel))
        assert found.account.balanced
        assert not found.account.rejected
        tried = take_records(other, Parcel, found, project=project, only_try=True)
        assert dump(other) == before
        taken = take_records(other, Parcel, found, project=project)
        assert (taken.created, taken.updated, taken.unchanged) == (2, 0, 0)
        assert (tried.created, tried.rejected) == (taken.created, [])
        big, small = (named(other, name) for name in ("Big one", "Small one"))
        assert big.id != decoy
        assert (big.contents, big.weight, big.pieces, big.fragile, big.due) == (
            "Screens\nand cables", "heavy", 1200, True, "2026-03-31",
        )  # fmt: skip
        # The file's P-001 is the parcel of that row, whatever is called so elsewhere.
        assert small.inside_id == big.id
        other.undo()
        assert dump(other) == before
    finally:
        other.close()


def test_the_same_workbook_twice_adds_nothing_and_an_edit_comes_in(book, parcels):
    workspace, project = parcels.workspace, parcels.project_id
    before = dump(workspace)
    taken = take_records(workspace, Parcel, read_records(book, spec_of(Parcel)), project=project)
    assert (taken.created, taken.updated, taken.unchanged, taken.rejected) == (0, 0, 2, [])
    assert dump(workspace) == before
    edited = openpyxl.load_workbook(book)
    edited["Parcels"].cell(6, column(edited["Parcels"], "Weight")).value = "heavy"
    edited["Parcels"].cell(7, column(edited["Parcels"], "Name")).value = "New one"
    edited["Parcels"].cell(7, column(edited["Parcels"], "Inside")).value = "small ONE"
    edited.save(book)
    found = read_records(book, spec_of(Parcel))
    taken = take_records(workspace, Parcel, found, project=project)
    assert (taken.created, taken.updated, taken.unchanged) == (1, 1, 1)
    small, new = (named(workspace, name) for name in ("Small one", "New one"))
    assert (small.weight, new.inside_id) == ("heavy", small.id)
    workspace.undo()
    assert dump(workspace) == before


@pytest.mark.parametrize(
    ("label", "text", "why"),
    [
        ("Weight", "feather", "“feather” is not a value of “Weight”: there are Light, Heavy"),
        ("Pieces (pcs)", "a few", "“a few” is no whole number for “Pieces”"),
        ("Pieces (pcs)", 10**12, "“Pieces” takes a whole number, not “1000000000000”"),
        ("Fragile", "rather", "“rather” is neither yes nor no for “Fragile”"),
        ("Due", "soon", "“soon” is no date for “Due”: write it as 2026-03-31"),
        ("Name", None, "“Name” is empty"),
        ("Inside", "Nix", "“Nix” is no “Inside” in this workspace: add it there first"),
    ],
)
def test_a_row_that_does_not_fit_is_named_with_its_reason(book, parcels, label, text, why):
    edited = openpyxl.load_workbook(book)
    edited["Parcels"].cell(6, column(edited["Parcels"], label)).value = text
    edited.save(book)
    found = read_records(book, spec_of(Parcel))
    taken = take_records(parcels.workspace, Parcel, found, project=parcels.project_id)
    (note,) = (*found.account.rejected, *taken.rejected)
    assert (str(note.where), note.why) == ('sheet "Parcels", row 6', why)
    assert (taken.created, taken.updated, taken.unchanged) == (0, 0, 1)
