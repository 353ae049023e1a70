"""The model of a table of records, without a view."""

import pytest
from PySide6.QtCore import QModelIndex, Qt

from changedesk.store.change import ChangeSet
from changedesk.store.listing import Listing, Order
from changedesk.uat.records import Defect, Script
from ui.records.model import KEY_ROLE, RecordTableModel

DISPLAY = Qt.ItemDataRole.DisplayRole


@pytest.fixture
def model(context, qtbot):
    model = RecordTableModel(context, Script)
    model.list_records(Listing(project=context.project_id))
    see_all(model, qtbot)
    yield model
    model.deleteLater()


def see_all(model, qtbot):
    """Look at every row, as a view does, until its text is there."""

    def seen():
        return all(model.index(row, 0).data(DISPLAY) for row in range(model.rowCount()))

    qtbot.waitUntil(seen)


def column(model, name):
    return [field.name for field in model.fields].index(name)


def texts(model, name):
    return [model.index(row, column(model, name)).data() for row in range(model.rowCount())]


def test_it_behaves_as_qt_asks(model, qtmodeltester):
    qtmodeltester.check(model)


def test_rows_are_the_records_of_the_project_at_hand(model):
    assert texts(model, "code")[:3] == ["UAT-001", "UAT-002", "UAT-003"]
    assert model.rowCount() == 12
    assert model.rowCount(model.index(0, 0)) == 0


def test_a_choice_shows_glyph_and_word_in_the_colour_of_its_tone(model, theme):
    index = model.index(texts(model, "priority").index("▲▲ Critical"), column(model, "priority"))
    assert index.data(Qt.ItemDataRole.ForegroundRole).color() == theme.status_color("critical")


def test_a_unit_stands_in_the_header(model):
    headers = [
        model.headerData(place, Qt.Orientation.Horizontal) for place in range(model.columnCount())
    ]
    assert "Estimate (min)" in headers


def test_sorting_follows_the_order_of_the_choices_and_puts_empty_values_last(
    model, qtbot, workspace, context
):
    with workspace.change("Empty one") as change:
        change.set_many(Script, {model.key_at(0): {"priority": ""}})
    for descending in (False, True):
        order = Order("priority", descending)
        model.renew(Listing(project=context.project_id, order=order))
        see_all(model, qtbot)
        seen = texts(model, "priority")
        assert seen[-1] == ""
        ranks = ["▲▲ Critical", "▲ High", "■ Medium", "▼ Low"]
        order_seen = list(dict.fromkeys(seen[:-1]))
        assert order_seen == (list(reversed(ranks)) if descending else ranks)


def test_a_filter_finds_words_choices_and_beginnings(model, qtbot):
    model.restrict("phone crit")
    assert model.rowCount() == 3
    model.restrict("UAT-007")
    see_all(model, qtbot)
    assert texts(model, "code") == ["UAT-007"]
    model.restrict("nothing has this")
    assert model.rowCount() == 0
    model.restrict("")
    assert model.rowCount() == 12


def test_an_edit_is_one_change_in_the_journal(model, qtbot, workspace):
    before = workspace.journal_length()
    index = model.index(2, column(model, "title"))
    assert model.setData(index, "A better title")
    assert workspace.get(Script, model.key_at(2)).title == "A better title"
    assert workspace.next_undo() == "Edit Title of script"
    assert workspace.journal_length() == before + 2  # the head of the change, and the value


@pytest.mark.parametrize(
    ("name", "typed", "sentence"),
    [
        ("minutes", "soon", "Estimate takes a whole number, such as 12."),
        (
            "priority",
            "very",
            "“very” is not a value of Priority: choose one of Critical, High, Medium, Low.",
        ),
        ("title", "", "Title is needed."),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(model, qtbot, name, typed, sentence):
    before = texts(model, name)
    with qtbot.waitSignal(model.refused) as refused:
        assert not model.setData(model.index(0, column(model, name)), typed)
    assert str(refused.args[0]) == sentence
    assert texts(model, name) == before


def test_what_is_not_for_typing_is_not_editable(model):
    flags = model.flags(model.index(0, column(model, "code")))
    assert not flags & Qt.ItemFlag.ItemIsEditable
    assert not model.setData(model.index(0, column(model, "code")), "UAT-999")


def test_a_change_elsewhere_shows_without_a_reset(model, qtbot, workspace):
    resets = []
    model.modelReset.connect(lambda: resets.append(1))
    key = model.key_at(4)
    with workspace.change("Elsewhere") as change:
        change.set_many(Script, {key: {"title": "Changed elsewhere"}})
    model.take_changes(ChangeSet("Elsewhere", {"script": frozenset([key])}))
    see_all(model, qtbot)
    assert texts(model, "title")[4] == "Changed elsewhere"
    assert resets == []


def test_added_and_removed_rows_are_told_one_by_one(model, qtbot, workspace, context):
    told = []
    model.rowsInserted.connect(lambda parent, first, last: told.append(("in", first, last)))
    model.rowsRemoved.connect(lambda parent, first, last: told.append(("out", first, last)))
    with workspace.change("Both") as change:
        change.delete_many(Script, [model.key_at(3)])
        (made,) = change.add_many(Script, [{"project": context.project_id, "title": "New"}])
    model.take_changes(ChangeSet("Both", {"script": frozenset([made])}))
    assert told == [("out", 3, 3), ("in", 11, 11)]
    assert model.key_at(11) == made
    assert model.row_of_key(made) == 11


def test_a_new_order_keeps_track_of_rows_that_are_held_on_to(model, qtbot, context):
    from PySide6.QtCore import QPersistentModelIndex

    held = QPersistentModelIndex(model.index(11, 0))
    key = held.data(KEY_ROLE)
    model.sort(column(model, "title"), Qt.SortOrder.DescendingOrder)
    assert held.isValid()
    assert held.data(KEY_ROLE) == key
    assert model.row_of_key(key) == held.row()


def test_a_reference_shows_the_code_of_its_target(context, qtbot):
    model = RecordTableModel(context, Defect)
    model.list_records(Listing(project=context.project_id))
    see_all(model, qtbot)
    assert texts(model, "cycle") == ["CYC-01", "CYC-01"]


def test_a_reference_follows_its_target(context, qtbot, workspace, key_of):
    from changedesk.people.records import Group, Person

    model = RecordTableModel(context, Person)
    model.list_records(Listing())
    see_all(model, qtbot)
    assert set(texts(model, "group")) == {"Team Leeds"}
    team = key_of(Group)
    with workspace.change("Rename") as change:
        change.set_many(Group, {team: {"name": "Team York"}})
    model.take_changes(ChangeSet("Rename", {"group": frozenset([team])}))
    see_all(model, qtbot)
    place = column(model, "group")
    assert model.index(0, place).data(Qt.ItemDataRole.UserRole + 2).title == "Team York"


def test_an_index_that_is_none_has_no_data(model):
    assert model.data(QModelIndex()) is None


def test_a_read_only_workspace_offers_no_editing(workspace, context):
    workspace.read_only = "It opens read-only."
    model = RecordTableModel(context, Script)
    assert not model.editable
