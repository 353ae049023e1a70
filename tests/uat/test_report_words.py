"""Figures in words: rounded honestly, with a base, never a made-up zero."""

from collections import Counter

import pytest

from changedesk.people.shares import Share
from changedesk.uat.report import counted, day_in_words, listed, percent, states_by, top_area


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (Share(0, 0), "–"),
        (Share(0, 7), "0 %"),
        (Share(7, 7), "100 %"),
        (Share(199, 200), "99 %"),
        (Share(1, 300), "1 %"),
        (Share(2, 3), "67 %"),
    ],
)
def test_a_share_is_never_rounded_to_all_or_nothing(share: Share, words: str) -> None:
    assert percent(share) == words


def test_small_words() -> None:
    assert [counted(n, "run") for n in (0, 1, 2, 1200)] == [
        "0 runs",
        "1 run",
        "2 runs",
        "1,200 runs",
    ]
    assert listed(["a"]) == "a"
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert day_in_words("2026-03-02") == "2 March 2026"
    assert day_in_words("next week") == "next week"
    assert [top_area(area) for area in ("Chat/Hand-off", "", " / x")] == [
        "Chat",
        "No area",
        "No area",
    ]


def test_many_areas_become_a_chartful_and_lose_no_run() -> None:
    runs = [(f"Area {n:02d}", "passed") for n in range(40) for _ in range(n + 1)]
    rows = states_by(runs)
    assert len(rows) == 20
    assert rows[-1][0] == "21 others"
    assert sum((counts for _, counts in rows), Counter[str]()).total() == len(runs)
