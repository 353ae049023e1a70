"""Comments are read by nobody while few wrote, and sorted by subjects that readers agree on."""

from pathlib import Path

import pytest

from changedesk.survey.asking import close_wave
from changedesk.survey.comments import CODE, RELEASE, YES, add_code, comments, mark_comment
from changedesk.survey.responding import take_response
from tests.survey.asked import Asked, asked


def write(desk: Asked, n: int) -> None:
    for k in range(n):
        take_response(desk.ws, desk.wave, {"easy": "3", "helps": "3", "why": f"Reason {k}"})


@pytest.mark.parametrize("mode", ["confidential", "anonymous"])
def test_few_comments_are_not_shown(tmp_path: Path, mode: str) -> None:
    desk = asked(tmp_path / "a.changedesk", mode)
    write(desk, 9)
    close_wave(desk.ws, desk.wave)
    assert comments(desk.ws, desk.wave, "why") == []
    desk.ws.close()


def test_anonymous_comments_are_shown_once_the_wave_is_closed(tmp_path: Path) -> None:
    desk = asked(tmp_path / "a.changedesk", "anonymous")
    write(desk, 30)
    assert comments(desk.ws, desk.wave, "why") == []
    close_wave(desk.ws, desk.wave)
    texts = [one.text for one in comments(desk.ws, desk.wave, "why")]
    assert len(texts) == 30
    assert texts == sorted(texts)
    desk.ws.close()


def test_readers_sort_comments_each_on_their_own(tmp_path: Path) -> None:
    desk = asked(tmp_path / "a.changedesk")
    write(desk, 12)
    code = add_code(desk.ws, desk.survey, "Time", "Too little time to learn")
    first = comments(desk.ws, desk.wave, "why")[0]
    mark_comment(desk.ws, first, CODE, YES, code=code, reader="Ann")
    mark_comment(desk.ws, first, CODE, YES, code=code, reader="Bo")
    mark_comment(desk.ws, first, CODE, "", code=code, reader="Bo")
    mark_comment(desk.ws, first, RELEASE, YES)
    told = comments(desk.ws, desk.wave, "why")[0]
    assert told.codes == {"Ann": frozenset({code})}
    assert told.released
    desk.ws.undo()
    assert not comments(desk.ws, desk.wave, "why")[0].released
    desk.ws.close()
