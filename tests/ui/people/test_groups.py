"""Groups on the page People: the tree, what is dragged in it, merging and splitting."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent

from changedesk.people.groups import members
from changedesk.people.records import Group, HeadcountReading, Membership, Person
from ui.people.regroup_dialogs import MergeDialog, SplitDialog

NONE = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def desk(opened):
    """The workspace of the window, with a site and another team."""
    desk = opened.session.desk.workspace
    with desk.change("More groups") as change:
        site = change.add(Group(name="Site Leeds", site="Leeds")).id
        change.add(Group(name="Team Voice", parent=site, headcount=8))
    return desk


@pytest.fixture
def page(opened, desk):
    opened.window.desk_view.show_page("people")
    page = opened.window.desk_view.current
    page.tabs.setCurrentIndex(1)
    return page


@pytest.fixture
def tree(page, qtbot):
    tree = page.pane.tree
    qtbot.waitUntil(lambda: tree.topLevelItemCount() == 2)
    return tree


def key_of(desk, name):
    return desk.find(Group, name=name).id


@pytest.fixture
def choose(page, tree, qtbot):
    """Choose groups by name, and wait for the window to follow."""

    def do(*names):
        deep = Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive
        for item in tree.findItems("", deep):
            item.setSelected(item.text(0) in names)
        qtbot.waitUntil(lambda: list(page.pane.detail.form.keys) == tree.keys())

    return do


def drop(tree, item, onto):
    """Let an item go over another one, as a hand does."""
    tree.clearSelection()
    item.setSelected(True)
    place = QPointF(tree.visualItemRect(onto).center())
    data = QMimeData()
    event = QDropEvent(place, Qt.DropAction.MoveAction, data, LEFT, NONE)
    tree.dropIndicatorPosition = lambda: tree.DropIndicatorPosition.OnItem
    tree.dropEvent(event)


def test_groups_are_a_tree_with_headcounts(tree):
    site = tree.topLevelItem(0)
    assert (site.text(0), site.text(2)) == ("Site Leeds", "Σ 8")
    assert site.child(0).text(0) == "Team Voice"
    assert tree.topLevelItem(1).text(2) == "12"


def test_a_group_that_is_dropped_on_another_becomes_part_of_it(page, tree, desk):
    drop(tree, tree.topLevelItem(1), tree.topLevelItem(0))
    assert desk.find(Group, name="Team Leeds").parent_id == key_of(desk, "Site Leeds")
    assert desk.next_undo() == "Make Team Leeds part of Site Leeds"
    assert tree.topLevelItemCount() == 1


def test_a_circle_is_refused_in_a_sentence(page, tree, desk, opened):
    drop(tree, tree.topLevelItem(0), tree.topLevelItem(0).child(0))
    assert "cannot be part of" in opened.window.message_bar.text
    assert desk.find(Group, name="Site Leeds").parent_id is None


def test_a_circle_that_is_typed_is_refused_too(page, tree, desk, opened):
    site, voice = key_of(desk, "Site Leeds"), key_of(desk, "Team Voice")
    page.pane.table.records.set_values({site: {"parent": voice}})
    assert "cannot be part of" in opened.window.message_bar.text
    assert desk.get(Group, site).parent_id is None


def test_groups_are_merged_in_one_change(page, tree, desk, choose, opened):
    choose("Team Leeds", "Team Voice")
    page.context.actions.action("people.merge").trigger()
    dialog = opened.window.findChild(MergeDialog)
    dialog.name.setText("Team North")
    dialog.accept()
    made = desk.find(Group, name="Team North")
    assert made.headcount == 20
    assert [one.name for one in members(desk, [made.id], "2999-01-01")] == ["Amira", "Ben", "Chloé"]
    assert page.pane.keys_in_hand() == [made.id]
    desk.undo()
    assert desk.find(Group, name="Team North") is None


def test_a_group_is_split_and_its_people_go_where_they_were_put(page, tree, desk, choose, opened):
    choose("Team Leeds")
    page.context.actions.action("people.split").trigger()
    dialog = opened.window.findChild(SplitDialog)
    dialog.counts[0].setValue(7)
    dialog.places[2].setCurrentIndex(1)
    dialog.accept()
    first, second = (desk.find(Group, name=f"Team Leeds {letter}") for letter in "AB")
    assert (first.headcount, second.headcount) == (7, None)
    assert desk.find(Person, name="Chloé").group_id == second.id
    assert desk.next_undo() == "Split Team Leeds into Team Leeds A and Team Leeds B"


def test_merging_needs_two_groups_and_splitting_one(page, tree, desk, choose):
    actions = page.context.actions
    choose("Team Leeds")
    assert not actions.action("people.merge").isEnabled()
    assert actions.action("people.split").isEnabled()
    page.tabs.setCurrentIndex(0)
    assert not actions.action("people.split").isEnabled()


def test_the_people_of_a_group_are_beside_it(page, tree, desk, qtbot):
    tree.choose(key_of(desk, "Team Leeds"))
    lines = page.pane.people.lines
    qtbot.waitUntil(lambda: [row.texts[0] for row in lines.rows] == ["Amira", "Ben", "Chloé"])


def test_a_typed_headcount_is_dated(page, tree, desk):
    key = key_of(desk, "Team Leeds")
    page.pane.table.records.set_values({key: {"headcount": "14"}})
    assert desk.find(HeadcountReading, group=key).people == 14
    assert tree.topLevelItem(1).text(2) == "14"


def test_who_is_put_into_another_group_keeps_where_he_was(page, tree, desk):
    voice, amira = key_of(desk, "Team Voice"), desk.find(Person, name="Amira").id
    page.tabs.setCurrentIndex(0)
    page.pane.table.records.set_values({amira: {"group": voice}})
    stays = desk.rows(Membership.select(Membership.group).order_by(Membership.id))
    assert [row.group for row in stays] == [key_of(desk, "Team Leeds"), voice]
    desk.undo()
    assert desk.rows(Membership.select(Membership.id)) == []


def test_the_filter_keeps_what_a_found_group_is_part_of(page, tree, qtbot):
    page.header.filter.setText("voice")
    qtbot.waitUntil(lambda: tree.topLevelItem(1).isHidden())
    assert not tree.topLevelItem(0).isHidden()


def test_deleting_in_the_tree_deletes_the_group_in_hand(page, tree, desk, choose):
    choose("Team Voice")
    page.context.actions.action("people.delete").trigger()
    assert desk.find(Group, name="Team Voice") is None
