"""What other programs write is seen, what was written here is not told twice."""

import pytest

from changedesk.desk import new_desk, open_desk
from changedesk.people.records import Person, Project
from changedesk.store.watch import Watch
from changedesk.uat.records import Cycle, Run, Script, ScriptVersion, Step, StepResult


@pytest.fixture
def ours(tmp_path):
    workspace = new_desk(tmp_path / "one.changedesk")
    yield workspace
    workspace.close()


@pytest.fixture
def theirs(ours):
    workspace = open_desk(ours.address)
    yield workspace
    workspace.close()


@pytest.fixture
def watch(ours):
    watch = Watch(ours)
    watch.stirred()
    yield watch
    watch.close()


def add(workspace, name):
    with workspace.change(f"Add {name}") as change:
        return change.add(Person(name=name)).id


def test_nothing_is_told_while_nothing_happens(watch):
    assert not watch.stirred()
    assert watch.look() is None


def test_own_changes_are_not_told(watch, ours):
    add(ours, "Amira")
    assert watch.stirred()
    assert watch.look() is None


def test_changes_of_others_are_told_once(watch, theirs):
    key = add(theirs, "Ben")
    assert watch.stirred()
    found = watch.look()
    assert found is not None
    assert (found.label, found.touched) == ("Add Ben", {"person": frozenset([key])})
    assert watch.look() is None


def test_own_and_other_changes_are_told_apart(watch, ours, theirs):
    add(ours, "Amira")
    key = add(theirs, "Ben")
    add(ours, "Chloé")
    found = watch.look()
    assert found is not None
    assert found.of("person") == frozenset([key])


def test_the_same_change_made_twice_is_told_once(watch, ours, theirs):
    key = add(ours, "Amira")
    for workspace in (ours, theirs):
        with workspace.change("Rename") as change:
            change.set(workspace.get(Person, key), name=f"by {id(workspace)}")
    found = watch.look()
    assert found is not None
    assert found.of("person") == frozenset([key])


def test_what_was_computed_is_told_too_also_after_an_undo(watch, ours, theirs):
    with ours.change("Plan") as change:
        project = change.add(Project(code="P", name="P"))
        script = change.add(Script(project=project.id, title="S"))
        version = change.add(ScriptVersion(script=script.id, number=1))
        step = change.add(Step(version=version.id, position=1, do="It"))
        cycle = change.add(Cycle(project=project.id, title="C"))
        (run,) = change.add_many(
            Run, [{"cycle": cycle.id, "script": script.id, "version": version.id}]
        )
    assert watch.look() is None
    with theirs.change("Pass") as change:
        change.add(StepResult(run=run, step=step.id, outcome="pass"))
    found = watch.look()
    assert found is not None
    assert found.of("run") == frozenset([run])
    theirs.undo()
    undone = watch.look()
    assert undone is not None
    assert run in undone.of("run")
    assert ours.get(Run, run).state == "not_run"
