"""Subjects of comments: how often they come up, and how far two readers agree."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from changedesk.survey.asking import close_wave
from changedesk.survey.codebook import (
    FEW,
    NEGATIVE,
    NEUTRAL,
    NOBODY,
    OPEN,
    Code,
    agreement,
    codebook,
    comments_to_read,
    moods,
    prevalence,
    readers,
)
from changedesk.survey.comments import CODE, SENTIMENT, YES, Comment, add_code, mark_comment
from changedesk.survey.responding import take_response
from tests.survey.asked import Asked, asked

TOPICS = (Code(1, "Training", ""), Code(2, "Tool", ""))


def write(desk: Asked, n: int) -> None:
    for k in range(n):
        take_response(desk.ws, desk.wave, {"easy": "3", "helps": "3", "why": f"Reason {k}"})


def read_by(ann: Sequence[bool], bo: Sequence[bool]) -> list[Comment]:
    """Comments that two readers sorted: True where a reader found the first subject."""
    found = []
    for n, (one, two) in enumerate(zip(ann, bo, strict=True)):
        codes = {name: frozenset({1}) for name, said in (("Ann", one), ("Bo", two)) if said}
        found.append(Comment(str(n), 1, "why", "…", codes, {"Ann": NEUTRAL, "Bo": NEGATIVE}))
    return found


def test_why_nothing_can_be_read_is_told(tmp_path: Path) -> None:
    desk = asked(tmp_path / "a.changedesk")
    assert comments_to_read(desk.ws, desk.wave, "why").hidden == NOBODY
    write(desk, 9)
    assert comments_to_read(desk.ws, desk.wave, "why").hidden == FEW
    write(desk, 1)
    read = comments_to_read(desk.ws, desk.wave, "why")
    assert (read.hidden, len(read.comments)) == ("", 10)
    desk.ws.close()


def test_an_open_anonymous_wave_does_not_even_tell_that_somebody_wrote(tmp_path: Path) -> None:
    desk = asked(tmp_path / "a.changedesk", "anonymous")
    assert comments_to_read(desk.ws, desk.wave, "why").hidden == OPEN
    write(desk, 20)
    assert comments_to_read(desk.ws, desk.wave, "why").hidden == OPEN
    close_wave(desk.ws, desk.wave)
    assert len(comments_to_read(desk.ws, desk.wave, "why").comments) == 20
    desk.ws.close()


def test_the_base_of_a_subject_is_what_its_reader_has_read(tmp_path: Path) -> None:
    desk = asked(tmp_path / "a.changedesk")
    write(desk, 12)
    key = add_code(desk.ws, desk.survey, "Time", "Too little time")
    first, second, third, *_ = comments_to_read(desk.ws, desk.wave, "why").comments
    mark_comment(desk.ws, first, CODE, YES, code=key, reader="Ann")
    mark_comment(desk.ws, second, SENTIMENT, NEGATIVE, reader="Ann")
    mark_comment(desk.ws, third, CODE, YES, code=key, reader="Bo")
    found = comments_to_read(desk.ws, desk.wave, "why").comments
    codes = codebook(desk.ws, desk.survey)
    (time,) = prevalence(found, codes, "Ann")
    assert (time.code.name, time.share.n, time.share.base) == ("Time", 1, 2)
    assert prevalence(found, codes, "Nobody")[0].share.value is None
    assert readers(found) == ["Ann", "Bo"]
    assert moods(found, "Ann")[NEGATIVE] == 1
    desk.ws.close()


def test_two_readers_agree_as_cohen_counts_it() -> None:
    ann = [True] * 25 + [False] * 25
    bo = [True] * 20 + [False] * 5 + [True] * 10 + [False] * 15
    told = agreement(read_by(ann, bo), TOPICS[:1], "Ann", "Bo")
    assert (told.both.n, told.both.base) == (50, 50)
    assert told.by_code[0] is not None
    assert told.by_code[0].value == pytest.approx(0.40)


def test_a_subject_that_nobody_used_has_no_kappa() -> None:
    told = agreement(read_by([True, False], [True, False]), TOPICS, "Ann", "Bo")
    assert told.by_code[1] is None
    assert told.overall is not None
    assert told.overall.value == 1
