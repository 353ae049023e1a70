"""Two people, two copies: putting them together, with a backup, and taking that back."""

import shutil
from pathlib import Path

import pytest

from changedesk.desk import new_desk
from changedesk.store import fields as f
from changedesk.store.access import open_workspace
from changedesk.store.dump import dump
from changedesk.store.engine import Sql, sqlite_database
from changedesk.store.errors import ChangeDeskError, UserError
from changedesk.store.records import About, Record, Schema
from changedesk.store.workspace import Workspace
from tests.store import laws
from tests.store.desks import Clock, Desk, Places
from tests.store.properties import copy_of, edit, furnished, item_of, the
from tests.store.shapes import SCHEMA, Event, Item, Person, Team


class Photo(Record):
    about = About("photo", "Photo", event=True, title_field="content")
    item = f.reference("Item", Item, required=True)
    content = f.text("Content", hidden=True, searched=False, required=True, names_content=True)


PICTURES = Schema(
    types=(*SCHEMA.types, Photo), derivations=SCHEMA.derivations, version=SCHEMA.version
)


def furnished_with_pictures(places: Places) -> Desk:
    desk = Desk(places, Clock(), actor="Amira", schema=PICTURES)
    with desk.ws.change("Begin") as change:
        team = change.add(Team(name="Desk"))
        item = change.add(Item(project=team, title="First"))
        change.add(Photo(item=item, content=change.content(b"a picture")))
    return desk


def picture_of(desk: Desk) -> str:
    return str(the(desk, Photo).content)


def test_each_side_takes_in_what_the_other_did(places: Places) -> None:
    one = furnished(places)
    other = copy_of(places, one)
    edit(one, title="By one")
    with other.ws.change("More") as change:
        change.add(Item(project=the(other, Team), title="By other"))
        change.add(Event(item=item_of(other), outcome="bad"))
    account = one.ws.merge(other.address)
    assert (account.created, account.updated, account.operations) == (
        {"event": 1, "item": 1}, {}, 3,
    )  # fmt: skip
    assert other.ws.merge(one.address).updated == {"item": 1}
    laws.same_content(one.ws, other.ws)
    laws.same_operations(one.ws, other.ws)
    laws.sound(one.ws)
    assert one.ws.merge(other.address).nothing_new
    assert other.ws.merge(one.address).nothing_new


def test_only_trying_changes_nothing_and_says_the_same(places: Places) -> None:
    one = furnished(places)
    other = copy_of(places, one)
    edit(other, verdict="bad")
    edit(one, verdict="good")
    before, length = dump(one.ws), one.ws.journal_length()
    tried = one.ws.merge(other.address, dry_run=True)
    assert (dump(one.ws), one.ws.journal_length()) == (before, length)
    done = one.ws.merge(other.address)
    assert (tried.updated, tried.operations) == (done.updated, done.operations)
    assert [c.id for c in tried.conflicts] == [c.id for c in done.conflicts]
    assert len(done.conflicts) == 1


def test_an_empty_workspace_becomes_a_copy(places: Places) -> None:
    one = furnished(places)
    other = Desk(places, Clock(), actor="Bo")
    assert other.ws.merge(one.address).created == {"event": 1, "item": 1, "person": 1, "team": 1}
    assert other.ws.uid == one.ws.uid
    laws.same_content(one.ws, other.ws)


def test_taking_it_back_gives_what_was_before(files: Places) -> None:
    one = furnished(files)
    other = copy_of(files, one)
    edit(one, title="Mine")
    edit(other, notes="Theirs")
    with other.ws.change("More") as change:
        change.add(Item(project=the(other, Team), title="By other"))
    before, length = dump(one.ws), one.ws.journal_length()
    one.ws.merge(other.address)
    told: list[str] = []
    one.ws.observe(lambda changes: told.append(changes.label))
    assert one.ws.take_back_merge() == Path(other.address).name
    assert (dump(one.ws), one.ws.journal_length()) == (before, length)
    assert told == ["Merge taken back"]
    laws.sound(one.ws)
    assert one.ws.next_undo() == "Set title"
    edit(one, title="Goes on")
    assert one.ws.merge(other.address).operations == 4
    laws.sound(one.ws)


def test_merges_are_taken_back_one_after_another(files: Places) -> None:
    one = furnished(files)
    two, three = copy_of(files, one), copy_of(files, one, actor="Cy")
    edit(two, title="Two")
    edit(three, notes="Three")
    states = [dump(one.ws)]
    for other in (two, three):
        one.ws.merge(other.address)
        states.append(dump(one.ws))
    for state in reversed(states[:-1]):
        one.ws.take_back_merge()
        assert dump(one.ws) == state
    with pytest.raises(UserError, match="no merge here"):
        one.ws.take_back_merge()


def test_what_was_written_since_is_not_thrown_away(files: Places) -> None:
    one = furnished(files)
    other = copy_of(files, one)
    edit(other, notes="Theirs")
    one.ws.merge(other.address)
    edit(one, title="Since")
    before = dump(one.ws)
    with pytest.raises(UserError, match="Something was written since the merge with"):
        one.ws.take_back_merge()
    assert dump(one.ws) == before
    one.ws.undo()
    with pytest.raises(UserError, match="Something was written since"):
        one.ws.take_back_merge()
    laws.sound(one.ws)


def test_what_another_program_writes_meanwhile_is_not_thrown_away(files: Places) -> None:
    one = furnished(files)
    other = copy_of(files, one)
    edit(other, notes="Theirs")
    one.ws.merge(other.address)
    elsewhere = open_workspace(one.address, SCHEMA, actor="Dee")
    with elsewhere.change("Meanwhile") as change:
        change.add(Person(name="Dee"))
    elsewhere.close()
    with pytest.raises(UserError, match="Something was written since"):
        one.ws.take_back_merge()
    assert one.ws.find(Person, name="Dee") is not None


def test_a_backup_that_is_gone_is_told(files: Places) -> None:
    one = furnished(files)
    other = copy_of(files, one)
    edit(other, notes="Theirs")
    account = one.ws.merge(other.address)
    assert account.backup is not None
    account.backup.unlink()
    with pytest.raises(UserError, match="is not there any more"):
        one.ws.take_back_merge()


def test_a_team_database_is_not_put_back_from_here(places: Places) -> None:
    one = furnished(places)
    if one.ws.path is None:
        other = copy_of(places, one)
        edit(other, notes="Theirs")
        assert one.ws.merge(other.address).backup is None
        with pytest.raises(UserError, match="its server"):
            one.ws.take_back_merge()
    else:
        with pytest.raises(UserError, match="no merge here"):
            one.ws.take_back_merge()


def test_kept_bytes_come_along_and_are_stored_once(places: Places) -> None:
    one = furnished_with_pictures(places)
    other = Desk(places, Clock(), actor="Bo", schema=PICTURES)
    assert other.ws.merge(one.address).contents == 1
    assert other.ws.content(picture_of(other)) == b"a picture"
    with other.ws.change("Another") as change:
        digest = change.content(b"a second picture")
        change.add(Photo(item=item_of(other), content=change.content(b"a picture")))
        change.add(Photo(item=item_of(other), content=digest))
    assert one.ws.merge(other.address).contents == 1
    assert one.ws.verify() == other.ws.verify() == []


def test_what_one_erased_is_gone_from_the_other_and_does_not_come_back(places: Places) -> None:
    one = furnished_with_pictures(places)
    other = Desk(places, Clock(), actor="Bo", schema=PICTURES)
    other.ws.merge(one.address)
    digest = picture_of(one)
    with one.ws.change("Erase") as change:
        change.erase_content(digest)
    assert one.ws.merge(other.address).contents == 0
    other.ws.merge(one.address)
    for desk in (one, other):
        with pytest.raises(ChangeDeskError, match="missing"):
            desk.ws.content(digest)
        assert desk.ws.verify() == []


def test_a_picture_that_was_changed_is_refused(files: Places) -> None:
    one = furnished_with_pictures(files)
    other = Desk(files, Clock(), actor="Bo", schema=PICTURES)
    with one.ws.connected() as sql:
        sql.run("UPDATE content SET data = ?", (b"another picture",))
    with pytest.raises(UserError, match="not what its name says"):
        other.ws.merge(one.address)
    with one.ws.connected() as sql:
        sql.run("DELETE FROM content")
    with pytest.raises(UserError, match="does not hold"):
        other.ws.merge(one.address)
    assert other.ws.journal_length() == 0


def refused(ws: Workspace, address: str | Path, words: str) -> None:
    before, length = dump(ws), ws.journal_length()
    backups = len(ws.backups())
    file = Path(str(address))
    as_it_was = file.read_bytes() if file.is_file() else b""
    with pytest.raises(ChangeDeskError, match=words) as refusal:
        ws.merge(address)
    assert "\n" not in str(refusal.value)
    assert (dump(ws), ws.journal_length(), len(ws.backups())) == (before, length, backups)
    assert (file.read_bytes() if file.is_file() else b"") == as_it_was


def test_what_is_no_copy_of_it_is_refused_in_a_sentence(files: Places, tmp_path: Path) -> None:
    one = furnished(files)
    stranger = furnished(files, actor="Somebody")
    stranger.ws.close()
    refused(one.ws, stranger.address, "copy of another workspace")
    refused(one.ws, one.address, "this workspace itself")
    refused(one.ws, tmp_path / "none.changedesk", "There is no workspace")
    refused(one.ws, tmp_path, "is a folder")
    text = tmp_path / "text.changedesk"
    text.write_text("hello " * 100)
    refused(one.ws, text, "not a ChangeDesk workspace")
    empty = tmp_path / "empty.changedesk"
    empty.touch()
    refused(one.ws, empty, "is empty")


def copied(desk: Desk, folder: Path) -> Path:
    edit(desk, notes="something new")
    desk.ws.close()
    path = folder / "copy.changedesk"
    shutil.copyfile(desk.address, path)
    return path


def test_a_newer_copy_is_refused(files: Places, tmp_path: Path) -> None:
    one = furnished(files)
    path = copied(copy_of(files, one), tmp_path)
    data = bytearray(path.read_bytes())
    data[60:64] = (99).to_bytes(4, "big")
    path.write_bytes(data)
    refused(one.ws, path, "newer ChangeDesk")


def test_a_damaged_copy_is_refused(files: Places, tmp_path: Path) -> None:
    one = furnished(files)
    path = copied(copy_of(files, one), tmp_path)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    refused(one.ws, path, f"{path.name} is damaged")
    path.write_bytes(whole[:8192] + bytes(4096) + whole[12288:])
    refused(one.ws, path, "damaged|changed by another program")


def test_a_read_only_workspace_takes_nothing_in(files: Places) -> None:
    one = furnished(files)
    other = copy_of(files, one)
    edit(other, title="New")
    one.ws.read_only = "It is read-only today."
    with pytest.raises(UserError, match="read-only today"):
        one.ws.merge(other.address)
    with pytest.raises(UserError, match="read-only today"):
        one.ws.take_back_merge()


def test_a_copy_on_a_medium_that_cannot_be_written_is_read(files: Places) -> None:
    one = furnished(files)
    other = copy_of(files, one)
    edit(other, title="New")
    other.ws.close()
    Path(other.address).chmod(0o400)
    assert one.ws.merge(other.address).updated == {"item": 1}


def test_copies_that_went_apart_under_one_device_are_told(files: Places, tmp_path: Path) -> None:
    one = furnished(files)
    fork = tmp_path / "fork.changedesk"
    shutil.copyfile(one.address, fork)
    edit(one, title="One")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("changedesk.store.identity.device_of", lambda *_: one.ws.device_uid)
        twin = open_workspace(fork, SCHEMA, actor="Amira", clock=Clock())
        with twin.change("Goes its own way") as change:
            change.add(Person(name="Twin"))
        twin.close()
    refused(one.ws, fork, "went its own way")


def test_a_merge_of_records_that_were_taken_out_keeps_their_codes(places: Places) -> None:
    one = furnished(places)
    other = copy_of(places, one)
    with other.ws.change("Short-lived") as change:
        gone = change.add(Item(project=the(other, Team), title="gone"))
    assert gone.code == "IT-002"
    with other.ws.change("Out") as change:
        change.delete(gone)
    one.ws.merge(other.address)
    with one.ws.change("Next") as change:
        fresh = change.add(Item(project=the(one, Team), title="mine"))
    assert fresh.code == "IT-003"
    laws.sound(one.ws)


def test_a_copy_from_an_older_version_is_read_through_one_brought_up_to_date(
    tmp_path: Path,
) -> None:
    story = (Path(__file__).parent / "released" / "schema_3.sql").read_text("utf-8")
    older = tmp_path / "older.changedesk"
    database = sqlite_database(older)
    with database.connection_context():
        Sql(database).connection().executescript(story)
    as_it_was = older.read_bytes()
    desk = new_desk(tmp_path / "desk.changedesk")
    account = desk.merge(older)
    assert account.operations == desk.journal_length() > 0
    assert desk.verify() == []
    assert desk.merge(older).nothing_new
    desk.close()
    assert older.read_bytes() == as_it_was
