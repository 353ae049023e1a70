"""Takes in a generated file of scripts as one change, again and again; prints each that is in."""

import sys

from changedesk.desk import open_desk
from changedesk.exchange.drafts import Account, Place, ScriptDraft, ScriptImport, StepDraft
from changedesk.people.records import Project
from changedesk.uat.importing import import_scripts


def drafts(name: str, count: int) -> ScriptImport:
    scripts = tuple(
        ScriptDraft(
            source_id=f"T{n}",
            source_key=f"{name}:{n}",
            title=f"Script {n} of {name}",
            where=Place("Tests", n + 2),
            steps=tuple(StepDraft(f"Do {n}.{m}", expected="It works") for m in range(4)),
            outcome="pass" if n % 2 else None,
            tester="Tina",
        )
        for n in range(count)
    )
    return ScriptImport(name, "a workbook", name, scripts, Account(count, count, 0))


def main(path: str, name: str, count: str) -> None:
    desk = open_desk(path, actor="Amira")
    project = desk.find(Project, code="CRM")
    assert project is not None
    found = drafts(name, int(count))
    print("ready", flush=True)
    import_scripts(desk, project.id, found)
    print("done", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
