"""Whatever people are called: their workbook comes back as they are, and twice adds nothing."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from changedesk.desk import new_desk
from changedesk.exchange.records import read_records
from changedesk.exchange.taking import folded, take_records
from changedesk.office.records import export_records
from changedesk.people.actions import add_project
from changedesk.people.records import Group, Person
from changedesk.store.dump import dump
from changedesk.store.spec import spec_of
from changedesk.store.text import clean

LETTERS = st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co", "Zl", "Zp", "Zs"))
WORDS = st.lists(st.text(LETTERS, min_size=1, max_size=12), min_size=1, max_size=3).map(" ".join)
TEXTS = WORDS.map(clean).filter(lambda text: text.strip() == text and "_x" not in text)
PERSON = st.tuples(TEXTS, st.one_of(st.just(""), TEXTS), st.integers(0, 2))

pytestmark = pytest.mark.slow


def said(desk):
    query = Person.select(Person.name, Person.role, Person.site, Person.group)
    return sorted(
        (row.name, row.role, row.site, desk.record_name(row.group) if row.group else "")
        for row in desk.rows(query)
    )


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(people=st.lists(PERSON, min_size=1, max_size=6, unique_by=lambda one: folded(one[0])))
@example(people=[("=1+1", "-5", 1), ("@x", "+49", 2), ("’1", "TRUE", 0), ("007", "1e3", 0)])
@example(people=[("Name", "Role", 1), ("No people yet", "", 0), ("2026-03-31", "12.0", 2)])
@example(people=[("✔ Yes", "—", 0), ("a\u0301", "ß", 1), ("İ", "ſ", 2)])
def test_every_name_comes_back_and_twice_adds_nothing(home, people):
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        first, second = (new_desk(place / f"{n}.changedesk", actor="Dana") for n in (1, 2))
        for desk in (first, second):
            add_project(desk, "P", "Project")
            with desk.change("Groups") as change:
                groups = [change.add(Group(name=name)).id for name in ("Chat", "Phone")]
        with first.change("People") as change:
            change.add_many(
                Person,
                [
                    {
                        "name": name,
                        "role": role,
                        "site": role,
                        "group": groups[at - 1] if at else None,
                    }
                    for name, role, at in people
                ],
            )
        book = export_records(first, Person, place / "people.xlsx").path
        found = read_records(book, spec_of(Person))
        before = dump(first)
        again = take_records(first, Person, found)
        assert (again.created, again.updated, again.rejected) == (0, 0, [])
        assert dump(first) == before
        made = take_records(second, Person, found)
        assert (made.created, made.rejected) == (len(people), [])
        assert said(second) == said(first)
        first.close()
        second.close()
