"""A comment becomes an entry of the resistance log in one step, and says nothing of its writer."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from changedesk.handover.comment_entry import enter_resistance
from changedesk.impact.records import ResistanceEntry
from changedesk.people.links import RAISED, links
from changedesk.store.errors import UserError
from changedesk.survey.asking import close_wave
from changedesk.survey.comments import comments
from changedesk.survey.responding import Respondent, take_response
from tests.survey.asked import Asked, asked


@pytest.fixture(params=["confidential", "anonymous"])
def desk(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Asked]:
    made = asked(tmp_path / "a.changedesk", request.param)
    for n in range(12):
        said = {"easy": "3", "helps": "2", "why": f"Reason {n}:\n the sandbox is down"}
        take_response(made.ws, made.wave, said, Respondent(made.groups[0]))
    close_wave(made.ws, made.wave)
    yield made
    made.ws.close()


def test_the_entry_hangs_on_the_wave_and_on_nobody(desk: Asked) -> None:
    first = comments(desk.ws, desk.wave, "why")[0]
    key = enter_resistance(desk.ws, first)
    entry = desk.ws.get(ResistanceEntry, key)
    assert entry.title == "Reason 0: the sandbox is down"
    assert (entry.group_id, entry.stakeholder_id, entry.status) == (None, None, "open")
    assert links(desk.ws, RAISED) == {desk.wave: {key}}
    assert comments(desk.ws, desk.wave, "why")[0].released


def test_one_undo_takes_all_of_it_back(desk: Asked) -> None:
    enter_resistance(desk.ws, comments(desk.ws, desk.wave, "why")[0])
    desk.ws.undo()
    assert desk.ws.find(ResistanceEntry) is None
    assert links(desk.ws, RAISED) == {}
    assert not comments(desk.ws, desk.wave, "why")[0].released


def test_the_same_comment_is_entered_once(desk: Asked) -> None:
    first, second, *_ = comments(desk.ws, desk.wave, "why")
    enter_resistance(desk.ws, first)
    with pytest.raises(UserError, match="already, as RS"):
        enter_resistance(desk.ws, first)
    enter_resistance(desk.ws, second)
    assert len(links(desk.ws, RAISED)[desk.wave]) == 2
