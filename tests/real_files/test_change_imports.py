"""Real registers and plans of change projects: what the index of the files counts, comes in.

The files belong to others and are kept beside this repository; without them the tests skip.
"""

from collections import Counter
from fractions import Fraction
from pathlib import Path

import pytest

from changedesk.desk import new_desk
from changedesk.exchange.asked import Asked
from changedesk.exchange.change.drafts import ChangeImport
from changedesk.exchange.reader import read_file
from changedesk.exchange.recognise import recognise_file
from changedesk.handover.importing import import_change
from changedesk.people.actions import add_project
from changedesk.store.dump import dump

SHARED = Path(__file__).resolve().parents[3] / "shared" / "fixtures"
CHANGE = SHARED / "change"

pytestmark = [
    pytest.mark.real_files,
    pytest.mark.skipif(not CHANGE.is_dir(), reason="the real files are not beside this repository"),
]
ORDER = "URNSL"
MADE = {
    "crm_stakeholder_register_ru.xlsx": {"stakeholder": 20, "resistance_entry": 2, "group": 14},
    "crm_communication_plan_ru.xlsx": {"communication": 9},
    "stakeholder_analysis_current_desired.xlsx": {"stakeholder": 4},
    "stakeholder_engagement_plan_pmbok.xlsx": {"stakeholder": 6},
    "stakeholder_register_nhs.xlsx": {"stakeholder": 9, "group": 6},
    "change_impact_assessment_template.xlsx": {},
    "change_management_plan_telco.docx": {
        "impact": 5, "communication": 5, "stakeholder": 6, "group": 5, "link": 4,
    },
    "training_plan_telco.docx": {
        "need": 4, "course": 9, "training_session": 7, "stakeholder": 5, "group": 4,
    },
}  # fmt: skip


def read(path: Path, kind: str | None = None) -> ChangeImport:
    file = read_file(path)
    found = recognise_file(file, kind).read(file, Asked())
    assert isinstance(found, ChangeImport)
    assert found.account.balanced
    assert not found.account.rejected
    assert not found.questions
    return found


@pytest.mark.parametrize("name", MADE)
def test_a_file_comes_in_once_is_undone_whole_and_comes_in_again(tmp_path: Path, name: str) -> None:
    desk = new_desk(tmp_path / "real.changedesk")
    project = add_project(desk, "REAL", "Real")
    before, found = dump(desk), read(CHANGE / name)
    assert import_change(desk, project, found, only_try=True).created == MADE[name]
    assert dump(desk) == before
    assert import_change(desk, project, found).created == MADE[name]
    imported = dump(desk)
    again = import_change(desk, project, found)
    assert (again.created, again.updated) == ({}, {})
    assert dump(desk) == imported
    if MADE[name]:
        assert desk.undo() == f"Import {name}"
        assert dump(desk) == before
        assert import_change(desk, project, found).created == MADE[name]
    desk.close()


def test_the_russian_register_has_a_scale_of_ten_and_reasons_behind_attitudes() -> None:
    found = read(CHANGE / "crm_stakeholder_register_ru.xlsx")
    drafts = found.of("stakeholder")
    assert [one.source_id for one in drafts] == [str(n) for n in range(1, 21)]
    said = [one.values.get("influence_said", "-") for one in drafts]
    assert ",".join(map(str, said)) == "8,6,6,5,5,4,6,-,3,8,7,7,5,5,4,-,5,5,5,5"
    assert [one.values.get("influence") for one in drafts][:9] == [4, 3, 3, 3, 3, 2, 3, None, 2]
    states = Counter(one.values.get("current") for one in drafts)
    assert states == {"S": 14, "N": 3, "R": 1, None: 2}
    reasons = [(one.source_id, text) for one in drafts for _, text in one.notes]
    assert reasons == [("13", "боится потерять своих клиентов"), ("18", "боится сокращений")]
    assert drafts[0].values["contact"] == "+380000000001"
    assert any("20 cells hold a formula" in warning for warning in found.warnings)


def test_the_russian_plan_has_seven_messages_and_roles_that_say_nothing_yet() -> None:
    found = read(CHANGE / "crm_communication_plan_ru.xlsx")
    assert Counter(one.where.sheet for one in found.drafts) == {"Sheet2": 7, "Sheet1": 2}
    first = found.drafts[0].values
    assert (first["title"], first["channel"]) == ("Kick off встреча", "звонок Skype")
    assert first["occasion"] == "Перед стартом проекта"
    silent = [note for note in found.account.skipped if "nothing that is said" in note.why]
    assert len(silent) == 16


def test_two_rows_for_each_stakeholder_give_where_they_are_and_must_be() -> None:
    found = read(CHANGE / "stakeholder_analysis_current_desired.xlsx")
    drafts = found.of("stakeholder")
    assert [one.title for one in drafts] == [
        "Highway Safety Department", "Road Development Department", "Local Government",
        "Other Government Departments",
    ]  # fmt: skip
    assert [one.values["quadrant"] for one in drafts] == ["MC", "MC", "MC", "MO"]
    assert [dict(one.further)["Quadrant (auto. calc.)"] for one in drafts] == ["IV"] * 3 + ["I"]
    states = [str(one.values["current"]) + str(one.values["desired"]) for one in drafts]
    assert [ORDER.index(s[1]) - ORDER.index(s[0]) for s in states] == [0, 1, 3, 0]
    assert str(drafts[1].values["strategy"]).startswith("Getting funds")
    assert any(sheet.hidden and not sheet.taken for sheet in found.sheets)


def test_the_legend_below_the_plan_is_no_stakeholder() -> None:
    drafts = read(CHANGE / "stakeholder_engagement_plan_pmbok.xlsx").of("stakeholder")
    told = {d.title: str(d.values["current"]) + str(d.values["desired"]) for d in drafts}
    assert told == {
        "Hunter": "LL", "Jose": "NS", "Preeti": "UL", "Sunny": "SL", "Mariko": "RS",
        "Krishna": "US",
    }  # fmt: skip
    gaps = [ORDER.index(s[1]) - ORDER.index(s[0]) for s in told.values()]
    assert gaps == [0, 1, 4, 1, 2, 3]


def test_the_stated_quadrant_is_kept_beside_medium_ratings() -> None:
    drafts = read(CHANGE / "stakeholder_register_nhs.xlsx").of("stakeholder")
    count = {name: Counter(d.values[name] for d in drafts) for name in ("power_said", "quadrant")}
    assert count["power_said"] == {"High": 4, "Medium": 3, "Low": 2}
    assert count["quadrant"] == {"MC": 3, "KS": 2, "KI": 2, "MO": 2}
    assert Counter(d.values["raci"] for d in drafts) == {"A": 1, "R": 3, "C": 2, "I": 3}
    nurse = next(d for d in drafts if d.title == "Nursing Workforce Lead")
    assert (nurse.values["interest_said"], nurse.values["quadrant"]) == ("Medium", "MC")


def test_the_empty_form_shows_its_columns_and_makes_nothing() -> None:
    found = read(CHANGE / "change_impact_assessment_template.xlsx")
    assert found.drafts == ()
    assert {note.heading.partition("\n")[0]: note.field for note in found.columns} == {
        "Area of Change": "title", "Current State": "as_is", "Future State": "to_be",
        "Characterize the Change (e.g., people,": "aspect", "Impacted Stakeholders": "group",
        "Impact Level": "level", "Timing": "timing", "Intervention / Comm": "comm",
        "Intervention / Train": "train", "Intervention / Other": "other", "Notes": "remark",
    }  # fmt: skip


def test_a_word_plan_gives_impacts_messages_roles_and_says_what_becomes_of_phases() -> None:
    found = read(CHANGE / "change_management_plan_telco.docx")
    assert Counter(one.what for one in found.drafts) == {
        "impact": 5, "communication": 5, "role": 6,
    }  # fmt: skip
    levels = [dict(d.further)["Level of Impact (High/Medium/Low)"] for d in found.of("impact")]
    assert Counter(levels) == {"High": 2, "Medium": 2, "Low": 1}
    assert Counter(d.values["severity"] for d in found.of("impact")) == {4: 2, 2: 2, 1: 1}
    phases = [note for note in found.account.skipped if "phase" in note.why]
    assert [note.rows for note in phases] == [5]  # the heading and four phases
    alone = read(CHANGE / "change_management_plan_telco.docx", "communications")
    assert {one.what for one in alone.drafts} == {"communication"}


def test_a_word_plan_of_training_gives_needs_modules_and_weeks() -> None:
    found = read(CHANGE / "training_plan_telco.docx")
    assert [d.values["people"] for d in found.of("need")] == [15, 8, 200, 10]
    minutes = [d.values["minutes"] for d in found.of("course")]
    assert [Fraction(int(one), 60) for one in minutes] == [4, 6, 3, 2, 2]
    weeks = [d.values["weeks"] for d in found.of("session")]
    assert weeks == ["1", "2-3", "4-5", "6", "6-7", "7", "8"]
    assert len(found.of("role")) == 5


def test_ratings_of_a_course_come_in_as_reactions_with_their_means() -> None:
    found = read(SHARED / "surveys" / "training_eval_cihr.xlsx")
    rows = {(d.where.sheet, d.where.row) for d in found.drafts}
    assert list(Counter(sheet for sheet, _ in sorted(rows)).values()) == [22, 15, 13, 14, 14]

    def mean(sheet: str, measure: str) -> float:
        values = [
            int(d.values["value"])
            for d in found.drafts
            if d.title == sheet and d.values["measure"] == measure
        ]
        return round(sum(values) / len(values), 3)

    sheets = ("Lecture 1", "Lecture 2", "Lecture 3", "Lecture 4", "Final")
    assert [mean(s, "RateContent") for s in sheets] == [5.0, 5.154, 5.429, 5.5, 5.273]
    assert [mean(s, "RatePace") for s in sheets] == [4.933, 5.385, 5.5, 5.929, 5.636]
    assert [mean(s, "RateClarity") for s in sheets] == [6.333, 6.692, 6.143, 6.643, 6.619]
    assert mean("Final", "RecToOthers") == 7.818
