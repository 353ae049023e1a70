"""Courses that must come first never form a circle."""

from changedesk.training.course_order import circle


def test_a_course_cannot_come_before_itself() -> None:
    assert circle({}, 1, 1) == (1, 1)


def test_a_circle_is_told_with_its_way() -> None:
    assert circle({2: {3}, 3: {1}}, 1, 2) == (1, 2, 3, 1)


def test_two_ways_to_the_same_course_are_no_circle() -> None:
    assert circle({1: {2}, 2: {4}, 3: {4}}, 1, 3) is None
