"""Fields, values and texts: what is declared once is what everybody learns."""

import json
import unicodedata
import uuid
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from peewee import OperationalError

from changedesk.store.clock import new_uids, next_stamp, stamp_ms
from changedesk.store.digest import operation_hash, value_hash
from changedesk.store.drafting import first_texts, tidied_columns, tidied_fields
from changedesk.store.engine import Sql, sqlite_database, told_plainly
from changedesk.store.errors import EnvironmentProblem, UserError
from changedesk.store.fields import Kind, facts_of
from changedesk.store.records import Record
from changedesk.store.spec import spec_of
from changedesk.store.text import clean, is_plain
from changedesk.store.values import Decoder, decode_record, tidy
from changedesk.survey.records import Benefit
from tests.store.shapes import SCHEMA, Event, Item, Part, Person

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()))


@given(ANY_TEXT)
def test_a_clean_text_can_go_everywhere_and_stays_as_it_is(text: str) -> None:
    found = clean(text)
    assert clean(found) == found
    assert "\x00" not in found
    assert "\r" not in found
    assert found.encode().decode() == found


@given(ANY_TEXT | st.text("é e\u0301\u00a0\u2028\u3000\r_x0D✔", max_size=9))
def test_a_text_that_is_plain_at_a_glance_is_so_at_a_closer_look(text: str) -> None:
    if is_plain(text):
        assert unicodedata.normalize("NFC", text) == text
        assert "".join(text.split()) == text.replace(" ", "")
        assert "_x000D_" not in text


@given(st.data())
def test_what_a_record_is_made_of_comes_back_from_the_journal(data: st.DataObject) -> None:
    spec = spec_of(Item)
    kinds = {
        Kind.TEXT: ANY_TEXT,
        Kind.LONG_TEXT: ANY_TEXT,
        Kind.CODE: ANY_TEXT,
        Kind.CHOICE: st.sampled_from(["", "low", "high"]),
        Kind.INTEGER: st.none() | st.integers(-(2**31) + 1, 2**31 - 1),
        Kind.MOMENT: st.none() | st.integers(0, 2**47 - 1),
        Kind.YES_NO: st.booleans(),
        Kind.DATE: st.just("") | st.dates().map(str),
        Kind.REFERENCE: st.none() | st.sampled_from([1, 2]),
    }
    values = {field.name: tidy(field, data.draw(kinds[field.kind])) for field in spec.journalled}
    uids = {1: b"1" * 16, 2: b"2" * 16}
    (text,) = first_texts(spec, {name: [value] for name, value in values.items()}, uids, 1)
    found = Decoder(spec).values(decode_record(text), {uid.hex(): key for key, uid in uids.items()})
    assert found == values


@given(st.dictionaries(st.sampled_from([f.name for f in spec_of(Item).fields]), ANY_TEXT))
def test_the_journal_writes_a_record_as_plain_sorted_json(given_texts: dict[str, str]) -> None:
    spec = spec_of(Item)
    values = {name: clean(text) for name, text in given_texts.items()}
    values = {name: text for name, text in values.items() if name not in spec.references}
    kept = {name: text for name, text in values.items() if text}
    written = json.dumps(kept, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    columns = {name: [text, ""] for name, text in values.items()}
    assert first_texts(spec, columns, {}, 2) == [written, "{}"]


GIVEN: dict[str, st.SearchStrategy[object]] = {
    "title": st.sampled_from(["Look", "", "two\nlines", "Žluť", " ends ", "a\x00b"]) | st.none(),
    "notes": st.sampled_from(["", "plain", "two\r\nlines", 7]) | st.none(),
    "level": st.sampled_from(["", "low", "high", "no level", 3]) | st.none(),
    "amount": st.sampled_from([0, 5, -1, "12", "many", 2**31, True]) | st.none(),
    "done": st.sampled_from([True, False, 1, ""]) | st.none(),
    "due": st.sampled_from(["", "2026-03-31", "31 March"]) | st.none(),
    "code": st.sampled_from(["", "IT-7", "no code"]) | st.none(),
    "events": st.just(3),
}


UIDS = {1: b"1" * 16}


def texts_or_refusals(records: list[dict[str, object]]) -> list[str | type[Exception]]:
    try:
        return [*first_texts(spec_of(Item), tidied_columns(Item, records), UIDS, len(records))]
    except (UserError, TypeError) as refusal:
        return [type(refusal)]


@given(st.lists(st.fixed_dictionaries({}, optional=GIVEN), min_size=1, max_size=4))
def test_records_made_together_are_kept_or_refused_as_each_alone(
    many: list[dict[str, object]],
) -> None:
    records: list[dict[str, object]] = [{"project": 1, **one} for one in many]
    alone = [found for values in records for found in texts_or_refusals([values])]
    together = texts_or_refusals(records)
    refused = {found for found in alone if isinstance(found, type)}
    assert refused.issuperset(together) if refused else together == alone


def test_the_uuids_of_one_moment_rise_and_differ() -> None:
    uids = new_uids(1_700_000_000_000, 1000)
    assert uids == sorted({*uids})
    assert {uuid.UUID(bytes=uid).version for uid in uids} == {7}
    assert new_uids(1, 0) == []


def test_a_field_of_a_newer_version_is_passed_over() -> None:
    assert "colour" not in Decoder(spec_of(Item)).values({"colour": "red", "title": "x"}, {})


def test_a_specification_tells_what_screens_and_sheets_need() -> None:
    spec = spec_of(Item)
    assert (spec.label, spec.plural, spec.code_prefix) == ("Item", "Items", "IT")
    assert spec_of(Person).plural == "People"
    level = spec.field("level")
    assert (level.label, level.kind, level.rule) == ("Level", Kind.CHOICE, "latest")
    assert [choice.code for choice in level.choices] == ["low", "high"]
    assert spec.field("verdict").rule == "every_value"
    assert spec.field("amount").facts.unit == "pieces"
    assert spec.field("owner").target == "person"
    assert [field.name for field in spec.shown if field.editable] == [
        "title", "notes", "level", "verdict", "amount", "done", "due", "seen", "owner", "parent",
    ]  # fmt: skip
    assert "events" not in {field.name for field in spec.journalled}
    assert spec_of(Event).event
    assert facts_of(Item._meta.fields["id"]) is None
    with pytest.raises(KeyError, match="item has no field colour"):
        spec.field("colour")


def test_a_schema_knows_who_refers_to_whom() -> None:
    found = {(i.source.about.type_name, i.field, i.owner) for i in SCHEMA.incoming["item"]}
    assert found == {("item", "parent", False), ("part", "item", True), ("event", "item", False)}
    assert SCHEMA.by_name["part"] is Part


@given(st.integers(0, 2**60), st.integers(0, 2**44))
def test_a_stamp_is_later_than_the_last_and_never_before_the_clock(last: int, now: int) -> None:
    stamp = next_stamp(last, now)
    assert stamp > last
    assert stamp_ms(stamp) >= now


def test_new_identities_sort_by_time_and_say_their_kind() -> None:
    uids = [uid for n in range(50) for uid in new_uids(1_790_000_000_000 + n, 2)]
    assert uids == sorted(uids)
    assert all(uid[6] >> 4 == 7 and uid[8] >> 6 == 2 for uid in uids)


PARTS: dict[str, Any] = {
    "device": b"d", "seq": 1, "prev": b"p", "hlc": 2, "actor": "a", "txn": 3, "entity": b"e",
    "field": "f", "base": b"b", "vh": b"v",
}  # fmt: skip


@pytest.mark.parametrize("name", PARTS)
def test_every_part_of_an_operation_is_under_its_hash(name: str) -> None:
    other = {bytes: b"other" * 99, int: 77, str: "other"}[type(PARTS[name])]
    assert operation_hash(**PARTS) != operation_hash(**{**PARTS, name: other})


def test_nothing_and_the_empty_text_differ_under_the_hash() -> None:
    assert value_hash(b"s", None) != value_hash(b"s", "")
    assert value_hash(b"s", "x") != value_hash(b"t", "x")


def test_only_what_the_environment_did_is_told_in_its_words(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), told_plainly():
        raise ZeroDivisionError("disk i/o error")
    database = sqlite_database(tmp_path / "x")
    database.connect()
    with pytest.raises(OperationalError, match="no such table"), told_plainly():
        Sql(database).rows("SELECT * FROM no_such_table")
    database.close()
    no_room = OSError(28, "No space left on device")
    with pytest.raises(EnvironmentProblem, match="The disk is full"), told_plainly():
        raise no_room


def test_every_record_type_of_the_desk_can_be_read_off() -> None:
    from changedesk.desk import SCHEMA as DESK

    for record_type in DESK.types:
        assert issubclass(record_type, Record)
        spec = spec_of(record_type)
        assert spec.fields
        assert {field.name for field in spec.fields} >= {spec.title_field} - {"title"}
        assert all(field.target in {"", *DESK.by_name} for field in spec.fields)


@pytest.mark.parametrize(
    ("said", "kept"), [("84.5", "84.5"), (" 84,5 ", "84.5"), ("94 %", "94"), ("−3", "-3"), ("", "")]
)
def test_a_decimal_stays_exact_however_it_is_written(said: str, kept: str) -> None:
    assert tidy(spec_of(Benefit).field("target"), said) == kept
    assert tidied_fields(spec_of(Benefit), {"target": said}) == {"target": kept}


@pytest.mark.parametrize("said", ["1.234,5", "many", "1e3", "nan", "=1+1"])
def test_a_decimal_that_nobody_can_read_is_refused_in_a_sentence(said: str) -> None:
    with pytest.raises(UserError, match="takes a number such as"):
        tidy(spec_of(Benefit).field("target"), said)
    with pytest.raises(UserError, match="takes a number such as"):
        tidied_fields(spec_of(Benefit), {"target": said})
