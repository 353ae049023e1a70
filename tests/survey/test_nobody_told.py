"""What all tables, filters and waves of a survey show together: nobody can be worked out of it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from changedesk.survey.asking import add_wave, open_wave
from changedesk.survey.figures import ItemFigures
from changedesk.survey.given import Given
from changedesk.survey.ready import ReadyOption, ReadyQuestion
from changedesk.survey.results import figures, read
from changedesk.survey.viewing import Told
from tests.survey.asked import asked, level
from tests.survey.linear import Equation, echelon, without

SITES, ROLES, USED, SHIFT = ("Cork", "Leeds"), ("agent", "lead"), ("y", "n"), ("e", "l", "s")
VIEWS = ("group", "site", "role", "used", "shift")
Atom = tuple[str, ...]
"""What is known of a respondent: a value for each of the views."""
Cell = tuple[int, str, str]
"""A wave, a view and a value of it; the whole where the view is empty."""


def chosen(key: str, values: tuple[str, ...]) -> ReadyQuestion:
    return ReadyQuestion(1, key, "single", key, options=tuple(ReadyOption(v, v) for v in values))


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    """A confidential survey with two waves, which nobody has answered yet."""
    folder: Path = tmp_path_factory.mktemp("told")
    questions = (level("easy"), chosen("used", USED), chosen("shift", SHIFT))
    desk = asked(folder / "told.changedesk", "confidential", questions)
    open_wave(desk.ws, add_wave(desk.ws, desk.survey, "After"))
    return read(desk.ws, desk.survey)


def atom(one: Given) -> Atom:
    answers = one.answers
    return (
        "" if one.group is None else str(one.group), one.site, one.role,
        str(answers.get("used", "")), str(answers.get("shift", "")),
    )  # fmt: skip


def shown(told: Told) -> Iterator[tuple[Cell, ItemFigures]]:
    """Yield the figures of the item in every table and filter of every wave."""
    for one in figures(told).waves:
        yield (one.wave.id, "", ""), one.items[0]
    for view in VIEWS:
        for one in figures(told, by=view).waves:
            for part in one.by:
                yield (one.wave.id, view, part.value), part.items[0]


alike = st.lists(
    st.tuples(
        st.integers(1, 12), st.sampled_from((0, 1)), st.sampled_from((0, 1, 2, None)),
        st.sampled_from(SITES), st.sampled_from(ROLES), st.sampled_from((*USED, "")),
        st.sampled_from(SHIFT),
        st.sampled_from(("1", "4", "5", "")),
    ),
    max_size=16,
)  # fmt: skip
"""How many people have the same wave, group, site, role and answers."""


@given(alike, st.integers(3, 8))
def test_no_few_people_follow_from_all_tables_filters_and_waves_together(
    told: Told, found: list[tuple[Any, ...]], minimum: int
) -> None:
    groups = list(told.groups)
    responses = tuple(
        Given(
            f"{place}/{n}", told.waves[wave].id, None if group is None else groups[group],
            site, role,
            partial=False, answers={k: v for k, v in answers.items() if v},
        )
        for place, (times, wave, group, site, role, used, shift, easy) in enumerate(found)
        for answers in [{"used": used, "shift": shift, "easy": easy}]
        for n in range(times)
    )  # fmt: skip
    asked_for = replace(told, responses=responses, survey=replace(told.survey, min_cell=minimum))
    for wave in told.waves:
        there = asked_for.of(wave)
        held = Counter(atom(one) for one in there if "easy" in one.answers)
        axes = [sorted({atom(one)[at] for one in there}) for at in range(len(VIEWS))]
        grid = list(product(*axes))

        def equation(cell: Cell, grid: list[Atom] = grid) -> Equation:
            at = VIEWS.index(cell[1]) if cell[1] else None
            return {v: Fraction(1) for v in grid if at is None or v[at] == cell[2]}

        cells = [(cell, item) for cell, item in shown(asked_for) if cell[0] == wave.id]
        rows = echelon(equation(cell) for cell, item in cells if not item.suppressed)
        for cell, item in cells:
            people = sum(n for values, n in held.items() if values in equation(cell))
            if item.suppressed:
                assert not people or without(equation(cell), rows), f"{cell} follows"
            else:
                assert item.base == people
                assert people == 0 or people >= minimum
        for values, n in held.items():
            if n < minimum:
                assert without({values: Fraction(1)}, rows), f"the few with {values} follow"
