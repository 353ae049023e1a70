"""An exchange bundle holds what the other side lacks; a forged or broken one is refused whole."""

import io
import json
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from changedesk.store.bundle_parts import MANIFEST, OPERATIONS, as_line
from changedesk.store.dump import dump
from changedesk.store.errors import ChangeDeskError, UserError
from tests.store import laws
from tests.store.desks import START_MS, Clock, Desk, Places
from tests.store.properties import DAY_MS, copy_of, edit, furnished, item_of, tell, the
from tests.store.shapes import Item, Person, Team
from tests.store.test_merging import PICTURES, furnished_with_pictures, picture_of

Parts = dict[str, bytes]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "changes.cdbundle"


def test_a_bundle_for_the_other_side_holds_what_that_lacks(places: Places, file: Path) -> None:
    one = furnished(places)
    other = copy_of(places, one)
    edit(one, title="New")
    assert one.ws.bundle(file, other=other.address).operations == 2
    account = other.ws.merge(file)
    assert (account.kind, account.operations, account.updated) == ("bundle", 2, {"item": 1})
    laws.same_content(one.ws, other.ws)
    laws.same_operations(one.ws, other.ws)
    laws.sound(other.ws)
    assert other.ws.merge(file).nothing_new


def test_two_sites_without_a_network_send_each_other_small_files(
    places: Places, tmp_path: Path
) -> None:
    one = furnished(places)
    other = copy_of(places, one)
    edit(one, title="Mine")
    edit(other, notes="Theirs")
    known, answer = tmp_path / "known.cdbundle", tmp_path / "answer.cdbundle"
    assert other.ws.bundle(known, reach_only=True).operations == 0
    one.ws.bundle(answer, other=known)
    other.ws.merge(answer)
    # A bundle that somebody sent tells what he had: nothing else is needed for the way back.
    back = tmp_path / "back.cdbundle"
    assert other.ws.bundle(back, other=answer).operations == 2
    one.ws.merge(back)
    laws.same_content(one.ws, other.ws)
    laws.same_operations(one.ws, other.ws)


def test_everything_in_a_bundle_makes_a_copy(places: Places, file: Path) -> None:
    one = furnished(places)
    one.ws.bundle(file)
    other = Desk(places, Clock(), actor="Bo")
    other.ws.merge(file)
    assert other.ws.uid == one.ws.uid
    laws.same_content(one.ws, other.ws)


def test_a_bundle_since_a_day_holds_what_was_written_from_then_on(
    places: Places, file: Path
) -> None:
    one = furnished(places)
    other = copy_of(places, one)
    one.clock.now_ms += 3 * DAY_MS
    edit(one, title="Later")
    written = one.ws.bundle(file, since_ms=START_MS + DAY_MS)
    assert written.operations == 2
    assert other.ws.merge(file).updated == {"item": 1}
    laws.same_content(one.ws, other.ws)


def test_a_bundle_with_a_gap_is_refused_whole(places: Places, file: Path) -> None:
    one = furnished(places)
    other = copy_of(places, one)
    edit(one, title="Between")
    one.clock.now_ms += 3 * DAY_MS
    edit(one, notes="Second")
    one.ws.bundle(file, since_ms=START_MS + DAY_MS)
    refused(other, file, "does not follow what is known here: ask for a complete copy")
    empty = Desk(places, Clock(), actor="Cy")
    with pytest.raises(UserError, match=r"does not follow|builds on"):
        empty.ws.merge(file)


def test_a_bundle_of_another_workspace_is_refused(places: Places, file: Path) -> None:
    stranger = furnished(places)
    stranger.ws.bundle(file)
    refused(furnished(places), file, "another workspace")
    with pytest.raises(UserError, match="another workspace"):
        furnished(places).ws.bundle(file.with_name("x.cdbundle"), other=file)


def test_pictures_travel_in_it_by_what_they_are(places: Places, file: Path) -> None:
    one = furnished_with_pictures(places)
    other = Desk(places, Clock(), actor="Bo", schema=PICTURES)
    assert one.ws.bundle(file).contents == 1
    assert other.ws.merge(file).contents == 1
    assert other.ws.content(picture_of(other)) == b"a picture"
    assert other.ws.verify() == []


def test_texts_of_every_kind_travel_unchanged(places: Places, file: Path) -> None:
    one = furnished(places)
    text = 'naïve 한국어 \U0001f600\n\t"quoted" \\ =1+1 \u2028 end'
    edit(one, notes=text, title="Ω", amount=-3, done=True, due="2026-03-31", seen=5)
    with one.ws.change("Forget") as change:
        change.erase(the(one, Person), "email")
    other = Desk(places, Clock(), actor="Bo")
    one.ws.bundle(file)
    other.ws.merge(file)
    laws.sound(other.ws)
    laws.same_content(one.ws, other.ws)
    assert item_of(other).notes == text


def test_a_bundle_never_takes_the_place_of_something_else(places: Places, tmp_path: Path) -> None:
    one = furnished(places)
    mine = tmp_path / "mine.txt"
    mine.write_text("my work")
    with pytest.raises(UserError, match="no bundle"):
        one.ws.bundle(mine)
    assert mine.read_text() == "my work"
    with pytest.raises(UserError, match="is a folder"):
        one.ws.bundle(tmp_path)
    with pytest.raises(UserError, match="no folder"):
        one.ws.bundle(tmp_path / "none" / "x.cdbundle")
    again = tmp_path / "again.cdbundle"
    one.ws.bundle(again)
    edit(one, title="More")
    one.ws.bundle(again)
    assert again.stat().st_mode & 0o077 == 0


# -- hostile bundles ------------------------------------------------------------------------------


def refused(desk: Desk, file: Path, words: str) -> None:
    before, length = dump(desk.ws), desk.ws.journal_length()
    with pytest.raises(ChangeDeskError, match=words) as refusal:
        desk.ws.merge(file)
    assert "\n" not in str(refusal.value)
    assert (dump(desk.ws), desk.ws.journal_length()) == (before, length)
    laws.sound(desk.ws)


def parts_of(file: Path) -> Parts:
    with zipfile.ZipFile(file) as package:
        return {name: package.read(name) for name in package.namelist()}


def write(file: Path, parts: Parts, **more: Any) -> None:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
        for entry, data in more.get("entries", ()):
            package.writestr(entry, data)


def told(parts: Parts, **changes: Any) -> Parts:
    """Return parts with another manifest, in which every part has its true size and hash."""
    import hashlib

    manifest = json.loads(parts[MANIFEST])
    manifest["parts"] = {
        name: {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        for name, data in parts.items()
        if name != MANIFEST
    }
    manifest.update(changes)
    return {**parts, MANIFEST: json.dumps(manifest).encode()}


def lines(parts: Parts) -> list[list[Any]]:
    return [json.loads(line.split(b":", 1)[1]) for line in parts[OPERATIONS].splitlines()]


def with_lines(parts: Parts, rows: list[list[Any]]) -> Parts:
    data = b"".join(as_line(json.dumps(row).encode()) for row in rows)
    return told({**parts, OPERATIONS: data}, operations=len(rows))


def with_changed(parts: Parts, place: int, value: Any) -> Parts:
    rows = lines(parts)
    rows[-1][place] = value
    return with_lines(parts, rows)


def link_to(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name)
    entry.external_attr = 0o120777 << 16
    return entry


def bomb(parts: Parts) -> Parts:
    return told({**parts, OPERATIONS: bytes(60_000_000)})


def deep(parts: Parts) -> Parts:
    return with_raw(parts, b"[" * 100_000 + b"]" * 100_000)


def with_raw(parts: Parts, payload: bytes) -> Parts:
    return told({**parts, OPERATIONS: as_line(payload)}, operations=1)


HOSTILE: dict[str, tuple[Callable[[Parts], Parts], str]] = {
    "no manifest": (lambda p: {OPERATIONS: p[OPERATIONS]}, "no bundle of ChangeDesk"),
    "manifest is a list": (lambda p: {**p, MANIFEST: b"[]"}, "no bundle of ChangeDesk"),
    "manifest without end": (lambda p: {**p, MANIFEST: b"[" * 200_000}, "no end|damaged|no bundle"),
    "manifest of nothing": (lambda p: told(p, devices=None), "does not tell"),
    "manifest with odd numbers": (
        lambda p: told(p, devices=[{**json.loads(p[MANIFEST])["devices"][0], "after": -1}]),
        "does not tell",
    ),
    "a device twice": (
        lambda p: told(p, devices=json.loads(p[MANIFEST])["devices"] * 2), "a device twice",
    ),
    "newer make": (lambda p: told(p, version=2), "a newer ChangeDesk wrote it"),
    "newer schema": (lambda p: told(p, schema=99), "newer ChangeDesk"),
    "climbing out": (lambda p: told({**p, "../../evil.txt": b"x"}), "a part that no bundle has"),
    "absolute": (lambda p: told({**p, "/etc/evil": b"x"}), "a part that no bundle has"),
    "device name": (lambda p: told({**p, "contents/CON": b"x"}), "a part that no bundle has"),
    "stream": (lambda p: told({**p, "operations:x": b"x"}), "a part that no bundle has"),
    "not told": (lambda p: {**p, "contents/" + "0" * 64: b"x"}, "not those that it says"),
    "told and not there": (
        lambda p: {MANIFEST: p[MANIFEST]}, "not those that it says",
    ),
    "changed part": (lambda p: {**p, OPERATIONS: p[OPERATIONS][:-2] + b" \n"}, "was changed"),
    "other size": (lambda p: {**p, OPERATIONS: p[OPERATIONS] + b"1:x\n"}, "size"),
    "content under another name": (
        lambda p: told({**p, "contents/" + "0" * 64: b"x"}), "was changed",
    ),
    "bomb": (bomb, "swell"),
    "deep line": (deep, "no end|damaged"),
    "line of lies": (
        lambda p: told({**p, OPERATIONS: b"99:[]\n"}), "as long as it says",
    ),
    "not an operation": (lambda p: with_raw(p, b'{"a": 1}'), "no operation"),
    "pickle": (lambda p: with_raw(p, b"\x80\x04\x95cos(system)."), "damaged"),
    "operation dropped": (lambda p: with_lines(p, lines(p)[1:]), "missing or out of its order"),
    "operations turned round": (
        lambda p: with_lines(p, lines(p)[::-1]), "missing or out of its order",
    ),
    "value changed": (lambda p: with_changed(p, 9, "Mallory's"), "not those that it says"),
    "author changed": (lambda p: with_changed(p, 3, "Mallory"), "not those that it says"),
    "device of nobody": (lambda p: with_changed(p, 0, 7), "missing or out of its order"),
    "text that is none": (lambda p: with_changed(p, 9, "\ud800"), "damaged|no ChangeDesk writes"),
    "number too large": (lambda p: with_changed(p, 2, 10**30), "no ChangeDesk gives"),
    "number that is none": (lambda p: with_changed(p, 2, "5"), "no operation"),
    "emptied in silence": (
        lambda p: with_lines(p, [*lines(p)[:-1], [*lines(p)[-1][:8], None, None, "00" * 32]]),
        "not those that it says|was emptied",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_bundle_is_refused_in_one_sentence(files: Places, file: Path, name: str) -> None:
    one = furnished(files)
    other = copy_of(files, one)
    edit(one, title="New")
    one.ws.bundle(file, other=other.address)
    twist, words = HOSTILE[name]
    write(file, twist(parts_of(file)))
    refused(other, file, words)
    assert sorted(path.name for path in file.parent.iterdir()) == [file.name]


def test_links_twins_and_secrets_are_refused(files: Places, file: Path) -> None:
    one = furnished(files)
    other = copy_of(files, one)
    edit(one, title="New")
    one.ws.bundle(file, other=other.address)
    parts = parts_of(file)
    name = "contents/" + "0" * 64
    without = told(parts)
    manifest = json.loads(without[MANIFEST])
    manifest["parts"][name] = {"bytes": 11, "sha256": "0" * 64}
    linked = {**without, MANIFEST: json.dumps(manifest).encode()}
    write(file, linked, entries=[(link_to(name), b"/etc/passwd")])
    refused(other, file, "a part that no bundle has")
    with pytest.warns(UserWarning, match="Duplicate name"):
        write(file, parts, entries=[(OPERATIONS, b"twice")])
    refused(other, file, "not those that it says")
    write(file, parts)
    data = bytearray(file.read_bytes())
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(mark)
        while place >= 0:
            data[place + at] |= 1
            place = data.find(mark, place + 1)
    file.write_bytes(data)
    refused(other, file, "a part that no bundle has|damaged")


def test_a_list_of_parts_without_end_is_not_even_read(files: Places, file: Path) -> None:
    one = furnished(files)
    one.ws.bundle(file)
    data = file.read_bytes()
    end = data[-22:]
    flood = end[:8] + struct.pack("<HH", 65535, 65535) + end[12:]
    file.write_bytes(data[:-22] + flood)
    refused(copy_of(files, one), file, "more parts than any bundle")
    file.write_bytes(data + b"junk")
    refused(copy_of(files, one), file, "damaged, cut off")
    file.write_bytes(data[: len(data) // 2])
    refused(copy_of(files, one), file, "damaged, cut off")
    other = io.BytesIO()
    with zipfile.ZipFile(other, "w") as package:
        package.writestr("word/document.xml", "<x/>")
    file.write_bytes(other.getvalue())
    refused(copy_of(files, one), file, "no bundle of ChangeDesk")


def test_what_an_honest_copy_cannot_hold_is_refused(files: Places) -> None:
    """Hashes are right, and yet no ChangeDesk wrote this."""
    from tests.store.properties import forged

    one = furnished(files)
    other = copy_of(files, one)
    edit(one, title="New")
    *rest, last = one.ws.operations(other.ws.version_vector())
    for changes, words in (
        ({"val": "nul\x00"}, "holds text"),
        ({"field": "@", "entity": bytes(16), "val": '["no header"]'}, "does not understand"),
        ({"field": "-", "val": '{"device": "many"}'}, "does not understand"),
        ({"field": "Robert'); DROP TABLE op;--"}, "does not understand"),
        ({"field": "title", "base": b""}, "does not understand"),
        ({"field": "+item", "val": "{}"}, "made before"),
        ({"field": "+item", "val": "[1]", "entity": b"\x01" * 16}, "does not understand"),
        ({"base": b"\x01" * 33}, "no identity"),
        ({"txn": 10**6}, "numbers"),
    ):
        twisted = forged(last, **{"base": last.base, **changes})
        laws.is_refused_whole(other.ws, [*rest, twisted], words)


def test_records_that_lead_nowhere_are_refused(files: Places, tmp_path: Path) -> None:
    from tests.store.properties import forged

    one = furnished(files)
    with one.ws.change("More") as change:
        change.add(Item(project=the(one, Team), title="Second"))
    ops = laws.ops_of(one.ws)
    for val in (
        '{"title":"no team"}',
        '{"project":"' + "7" * 32 + '","title":"lost"}',
        '{"project":"zz","title":"no identity"}',
        json.dumps({"amount": "many", "project": ops[1].entity.hex(), "title": "no number"}),
    ):
        twisted = [*ops[:-1], forged(ops[-1], val=val)]
        source = Desk(files, Clock(), actor="Mallory")
        with source.ws.at_once() as sql:
            smuggle(sql, twisted)
        other = Desk(files, Clock(), actor="Bo")
        with pytest.raises(UserError, match="cannot make records of"):
            other.ws.merge(source.address)
        assert other.ws.journal_length() == 0
        assert other.ws.verify() == []


def smuggle(sql: Any, ops: list[Any]) -> None:
    """Write operations past everything that would refuse them."""
    sql.run("INSERT INTO device (id, uid) VALUES (1, ?)", (ops[0].device,))
    ents: dict[bytes, int] = {bytes(16): 0}
    for key, op in enumerate(ops, start=1):
        if op.entity not in ents:
            ents[op.entity] = len(ents)
            sql.run(
                "INSERT INTO entity (id, uid, type, op, state) VALUES (?, ?, ?, ?, 0)",
                (ents[op.entity], op.entity, op.field[1:], key),
            )
        sql.run(
            "INSERT INTO op VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (key, op.h, op.seq, op.prev, op.hlc, op.actor, op.txn, ents[op.entity], op.field,
             op.base, op.vh, op.salt, op.val),
        )  # fmt: skip


def test_a_bundle_told_twice_adds_nothing(places: Places, file: Path) -> None:
    one = furnished(places)
    other = copy_of(places, one)
    edit(one, title="New")
    one.ws.bundle(file)
    tell(one, other)
    assert other.ws.merge(file).nothing_new
