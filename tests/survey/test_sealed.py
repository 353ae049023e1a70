"""Anonymous answers: nothing tells who gave one nor when, and nobody can change one unseen."""

import json
import random
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from changedesk.desk import open_desk
from changedesk.store import sealed
from changedesk.store.errors import UserError
from changedesk.store.merging import merge_with
from changedesk.store.workspace import Workspace
from changedesk.survey.asking import close_wave, open_wave
from changedesk.survey.given import given, packed
from changedesk.survey.queries import waves
from changedesk.survey.records import AnswerBatch
from changedesk.survey.responding import (
    Arrival,
    Respondent,
    take_response,
    waiting_answers,
    withdraw_responses,
)
from tests.survey.asked import Asked, asked


@pytest.fixture(params=["file", pytest.param("team", marks=pytest.mark.postgresql)])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where the workspace is: a file, or a team database."""
    if request.param == "file":
        yield str(tmp_path / "a.changedesk")
        return
    from tests.store.desks import places_of

    with places_of("postgresql", request.getfixturevalue("postgresql_url")) as places:
        yield places.fresh()


@pytest.fixture
def desk(place: str) -> Iterator[Asked]:
    made = asked(place, "anonymous")
    yield made
    made.ws.close()


def answer(desk: Asked, easy: int, *, group: int | None = None, why: str = "") -> str:
    return take_response(
        desk.ws, desk.wave, {"easy": str(easy), "helps": "3", "why": why}, Respondent(group)
    )


def counted(desk: Asked) -> list[str]:
    return [packed(one.answers) for one in given(desk.ws, waves(desk.ws, desk.survey))]


def rows(ws: Workspace) -> list[sealed.Sealed]:
    with ws.connected() as sql:
        return sealed._all(sql)


def test_answers_wait_until_nobody_can_be_told_from_them(desk: Asked) -> None:
    before = desk.ws.journal_length()
    for n in range(9):
        answer(desk, n % 5 + 1)
    assert counted(desk) == []
    assert desk.ws.journal_length() == before, "not even the journal tells when one came"
    assert waiting_answers(desk.ws, desk.wave) == 9
    answer(desk, 5)
    assert len(counted(desk)) == 5
    assert waiting_answers(desk.ws, desk.wave) == 5


def test_no_two_looks_differ_by_fewer_than_the_smallest_group(desk: Asked) -> None:
    seen = [0]
    for n in range(23):
        answer(desk, n % 5 + 1)
        seen.append(len(counted(desk)))
    assert close_wave(desk.ws, desk.wave) == 0
    seen.append(len(counted(desk)))
    steps = [later - earlier for earlier, later in pairwise(seen)]
    assert all(step == 0 or step >= 5 for step in steps)
    assert seen[-1] == 23
    assert desk.ws.verify() == []


def test_too_few_in_all_stay_out(desk: Asked) -> None:
    for n in range(4):
        answer(desk, n + 1)
    assert close_wave(desk.ws, desk.wave) == 4
    assert counted(desk) == []
    open_wave(desk.ws, desk.wave)
    answer(desk, 5)
    assert close_wave(desk.ws, desk.wave) == 0
    assert len(counted(desk)) == 5


def test_two_orders_of_the_same_answers_read_alike(tmp_path: Path) -> None:
    told = [(n % 5 + 1, f"Reason {n % 3}") for n in range(12)]
    read = []
    for seed in (1, 2):
        desk = asked(tmp_path / f"{seed}.changedesk", "anonymous")
        order = list(told)
        random.Random(seed).shuffle(order)
        for easy, why in order:
            answer(desk, easy, why=why)
        close_wave(desk.ws, desk.wave)
        read.append("\n".join(counted(desk)).encode())
        desk.ws.close()
    assert read[0] == read[1]


def test_where_an_answer_lies_in_the_file_tells_nothing_of_when_it_came(tmp_path: Path) -> None:
    place = tmp_path / "a.changedesk"
    desk = asked(place, "anonymous")
    for n in range(9):
        answer(desk, 3, why=f"Reason {n}")
    keys = [json.loads(row.answers)["why"] for row in rows(desk.ws)]
    desk.ws.close()
    held = place.read_bytes()
    lies = sorted(keys, key=lambda why: held.index(f'"{why}"'.encode()), reverse=True)
    assert lies == keys, "they lie in the order of their random keys"
    assert all(held.count(f'"{why}"'.encode()) == 1 for why in keys)


def test_a_sealed_answer_says_nothing_of_time_device_or_name(desk: Asked) -> None:
    take_response(
        desk.ws, desk.wave, {"easy": "4"}, Respondent(desk.groups[0], person=1, site="Leeds"),
        Arrival("paper", source="form 7", seconds=90),
    )  # fmt: skip
    (row,) = rows(desk.ws)
    told = json.loads(row.answers)
    assert set(told) == {"easy", "helps", "why", "/group", "/site"}
    assert told["/group"] == desk.ws.uid_of(desk.groups[0])


def test_undo_of_closing_lets_answers_wait_again_and_redo_counts_them(desk: Asked) -> None:
    for n in range(7):
        answer(desk, n % 5 + 1)
    close_wave(desk.ws, desk.wave)
    assert len(counted(desk)) == 7
    assert desk.ws.undo() == "Close Before"
    assert counted(desk) == []
    assert waiting_answers(desk.ws, desk.wave) == 7
    desk.ws.redo()
    assert len(counted(desk)) == 7
    desk.ws.undo()
    answer(desk, 1)
    close_wave(desk.ws, desk.wave)
    assert len(counted(desk)) == 8
    assert desk.ws.verify() == []


def test_one_that_goes_on_counts_and_the_interrupted_one_does_not(desk: Asked) -> None:
    left = take_response(desk.ws, desk.wave, {"easy": "2"}, reached="easy")
    take_response(desk.ws, desk.wave, {"easy": "2", "helps": "5"}, how=Arrival(continues=left))
    for n in range(5):
        answer(desk, n + 1)
    close_wave(desk.ws, desk.wave)
    assert len(counted(desk)) == 6
    assert not any(one.partial for one in given(desk.ws, waves(desk.ws, desk.survey)))


@pytest.mark.parametrize(
    "crime",
    [
        "UPDATE sealed_answer SET answers = '{}'",
        "DELETE FROM sealed_answer WHERE key = (SELECT MIN(key) FROM sealed_answer)",
    ],
)
def test_whoever_changes_or_takes_away_a_sealed_answer_is_found(tmp_path: Path, crime: str) -> None:
    desk = asked(tmp_path / "a.changedesk", "anonymous")
    for n in range(6):
        answer(desk, n % 5 + 1)
    close_wave(desk.ws, desk.wave)
    with desk.ws.connected() as sql:
        sql.run(crime)
    assert [one.what for one in desk.ws.verify()] == ["changed answers"]
    desk.ws.close()


def test_answers_that_no_record_commits_to_are_named(desk: Asked) -> None:
    with desk.ws.connected() as sql:
        keys = sealed.add(sql, b"w" * 16, ["{}"])
        sealed.commit(sql, b"b" * 16, keys)
    assert [one.what for one in desk.ws.verify()] == ["stray answers"]


def test_a_backup_holds_them_waiting_or_not(tmp_path: Path) -> None:
    desk = asked(tmp_path / "a.changedesk", "anonymous")
    for n in range(12):
        answer(desk, n % 5 + 1)
    copy = open_desk(desk.ws.backup(tmp_path / "copy.changedesk"))
    assert rows(copy) == rows(desk.ws)
    assert copy.verify() == []
    for ws in (copy, desk.ws):
        ws.close()


def test_travelling_twice_adds_nothing(tmp_path: Path) -> None:
    desk = asked(tmp_path / "a.changedesk", "anonymous")
    for n in range(7):
        answer(desk, n % 5 + 1)
    close_wave(desk.ws, desk.wave)
    with desk.ws.connected() as sql:
        lines = list(sealed.pack(sql))
        assert sealed.take(sql, lines) == 0
        assert list(sealed.pack(sql)) == lines
    desk.ws.close()


def test_an_answer_that_two_copies_sealed_apart_counts_once(tmp_path: Path) -> None:
    desk = asked(tmp_path / "a.changedesk", "anonymous")
    for n in range(6):
        answer(desk, n % 5 + 1)
    other = open_desk(desk.ws.backup(tmp_path / "b.changedesk"), actor="Bo")
    close_wave(desk.ws, desk.wave)
    close_wave(other, desk.wave)
    with other.connected() as sql:
        theirs = list(sealed.pack(sql))
    desk.ws.receive(other.operations(desk.ws.version_vector()))
    with desk.ws.connected() as sql:
        assert sealed.take(sql, theirs) == 0
    assert len(counted(desk)) == 6
    assert desk.ws.counts()["answer_batch"] == 2
    assert desk.ws.verify() == []
    for ws in (other, desk.ws):
        ws.close()


@pytest.mark.parametrize("line", [b"", b"{}", b'{"key": "00", "wave": "", "answers": 1}', b"[1]"])
def test_a_line_that_is_none_is_refused(desk: Asked, line: bytes) -> None:
    with desk.ws.connected() as sql, pytest.raises(UserError, match="not those that were sealed"):
        sealed.take(sql, [line])


def test_another_answer_under_a_known_key_is_refused(tmp_path: Path) -> None:
    desk = asked(tmp_path / "a.changedesk", "anonymous")
    answer(desk, 1)
    with desk.ws.connected() as sql:
        (line,) = sealed.pack(sql)
        told = json.loads(line) | {"answers": "{}"}
        with pytest.raises(UserError, match="not those that were sealed"):
            sealed.take(sql, [json.dumps(told).encode()])
    desk.ws.close()


def test_all_answers_of_a_wave_can_be_taken_out_and_brought_back(desk: Asked) -> None:
    for n in range(11):
        answer(desk, n % 5 + 1)
    close_wave(desk.ws, desk.wave)
    open_wave(desk.ws, desk.wave)
    with desk.ws.change("Take out") as change:
        assert withdraw_responses(desk.ws, change, [desk.wave]) == 2
    assert desk.ws.counts()["answer_batch"] == 0
    assert waiting_answers(desk.ws, desk.wave) == 0, "what was taken out does not come in again"
    desk.ws.undo()
    assert len(counted(desk)) == 11
    assert desk.ws.find(AnswerBatch) is not None


def test_copies_that_are_merged_hold_the_same_answers(tmp_path: Path) -> None:
    desk = asked(tmp_path / "a.changedesk", "anonymous")
    for n in range(8):
        answer(desk, n % 5 + 1)
    other = open_desk(desk.ws.backup(tmp_path / "b.changedesk"), actor="Bo")
    theirs = Asked(other, desk.project, desk.survey, desk.wave, desk.groups)
    for n in range(6):
        answer(theirs, n % 5 + 1, why="From the other site")
    close_wave(other, desk.wave)
    other.close()
    first = merge_with(desk.ws, str(tmp_path / "b.changedesk"))
    assert first.companions == {"sealed_answers": 6}
    held, said = rows(desk.ws), counted(desk)
    assert len(said) == 14
    assert merge_with(desk.ws, str(tmp_path / "b.changedesk")).nothing_new
    assert rows(desk.ws) == held
    assert desk.ws.verify() == []
    desk.ws.close()
