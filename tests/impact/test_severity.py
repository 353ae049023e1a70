"""Severity: bands, reach and the gap of two views, as METHODS 1.3 gives them."""

import pytest

from changedesk.impact.severity import band, gap, reach_load, to_discuss


@pytest.mark.parametrize(
    ("severity", "people", "headcount", "expected"),
    [
        (5, 1, 100, "high"),
        (4, 1, 100, "high"),
        (3, 50, 100, "high"),
        (3, 49, 100, "medium"),
        (3, None, 100, "high"),
        (3, 12, None, "medium"),
        (3, 12, 0, "medium"),
        (2, 100, 100, "medium"),
        (1, 100, 100, "low"),
        (0, 100, 100, ""),
        (None, 100, 100, ""),
    ],
)
def test_methods_1_3_bands(severity, people, headcount, expected) -> None:
    assert band(severity, people, headcount) == expected


def test_methods_1_3_reach_load_is_severity_times_people() -> None:
    assert reach_load(4, 85) == 340
    assert reach_load(0, 85) == 0
    assert reach_load(None, 85) is None
    assert reach_load(4, None) is None


@pytest.mark.parametrize(
    ("project", "group", "apart", "discuss"),
    [(2, 4, 2, True), (5, 2, 3, True), (3, 4, 1, False), (3, 3, 0, False), (0, 2, 2, True)],
)
def test_methods_1_3_views_two_apart_are_discussed(project, group, apart, discuss) -> None:
    assert gap(project, group) == apart
    assert to_discuss(project, group) is discuss


def test_a_missing_view_is_no_zero() -> None:
    assert gap(5, None) is None
    assert not to_discuss(None, 5)
