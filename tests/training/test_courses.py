"""Courses: how they are listed, and what must come before them."""

import pytest

from changedesk.store.errors import UserError
from changedesk.training.courses import (
    courses,
    prerequisites,
    set_prerequisites,
)


def test_courses_wait_for_others_and_never_in_a_circle(room) -> None:
    second, third = room.course_called("Second"), room.course_called("Third")
    set_prerequisites(room.desk, second, [room.course])
    set_prerequisites(room.desk, third, [second])
    with pytest.raises(UserError, match=r"CO-01 cannot require CO-03, which requires CO-02"):
        set_prerequisites(room.desk, room.course, [third])
    with pytest.raises(UserError, match="before itself"):
        set_prerequisites(room.desk, room.course, [room.course])
    assert prerequisites(room.desk) == {second: {room.course}, third: {second}}
    set_prerequisites(room.desk, third, [])
    assert third not in prerequisites(room.desk)
    assert room.desk.undo() == "Set what comes before CO-03"


def test_courses_are_listed_by_code(room) -> None:
    room.course_called("Second")
    assert [(row.code, row.title) for row in courses(room.desk, room.project)] == [
        ("CO-01", "CRM basics"),
        ("CO-02", "Second"),
    ]
