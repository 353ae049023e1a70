"""The sentences under a criterion: every measure has them, and they can be translated."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication

from changedesk.people.shares import Share
from changedesk.uat.criteria import CriterionState, Waiver
from changedesk.uat.criteria_rules import CycleFigures, Rule, judge
from changedesk.uat.words import MEASURES
from ui.records.values import date_text
from ui.uat.criterion_words import target_of, value_of, why_of

SOME = CycleFigures(
    executed={"high": Share(3, 4)},
    passed={"high": Share(2, 3)},
    covered={"must": Share(1, 2)},
    open_defects={"low": 1, "critical": 2},
    testers_present=Share(5, 6),
    conditions_owned=Share(0, 1),
)
NOT_WAIVED = Waiver()


class Shouting(QTranslator):
    """A language in which every text of the criteria is marked."""

    def translate(self, context, text, disambiguation=None, n=-1) -> str:
        return f"*{text}*" if context == "CriterionWords" else ""


@pytest.fixture
def shouted(dressed: QApplication) -> Iterator[None]:
    translator = Shouting()
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


def state(rule: Rule, figures: CycleFigures, waiver: Waiver = NOT_WAIVED) -> CriterionState:
    found = judge(rule, figures)
    return CriterionState(
        1, "exit", "It", rule.measure, found.number, found.value, found.target, rule.target,
        found.met, found.why, waiver.reason, "", found.reason, waiver,
    )  # fmt: skip


@pytest.mark.parametrize("measure", [choice.code for choice in MEASURES])
@pytest.mark.parametrize("figures", [SOME, CycleFigures()], ids=["some", "none"])
def test_every_measure_says_in_the_window_what_files_say(
    dressed: QApplication, measure: str, figures: CycleFigures
) -> None:
    one = state(Rule(measure), figures)
    assert (why_of(one), value_of(one), target_of(one)) == (one.why, one.value, one.target)


@pytest.mark.parametrize("measure", [choice.code for choice in MEASURES])
@pytest.mark.parametrize("figures", [SOME, CycleFigures()], ids=["some", "none"])
def test_every_sentence_can_be_translated(
    shouted: None, measure: str, figures: CycleFigures
) -> None:
    why = why_of(state(Rule(measure, ticked=bool(figures.executed)), figures))
    assert why.startswith("*")
    assert why.endswith("*")


def test_a_misspelt_scope_is_named(dressed: QApplication) -> None:
    one = state(Rule("executed", scope=("hihg",)), SOME)
    assert "“hihg”" in why_of(one)
    assert not one.met


@pytest.mark.parametrize(
    ("waiver", "told"),
    [
        (Waiver("Mended in May"), "Waived: Mended in May."),
        (Waiver("Mended in May", "Helena"), "Waived by Helena: Mended in May."),
        (Waiver("Mended in May", "", "2099-05-31"), "Waived until {day}: Mended in May."),
        (Waiver("Mended.", "Helena", "2099-05-31"), "Waived by Helena until {day}: Mended."),
        (Waiver("Mended", "Helena", "2020-05-31", ended=True), "Its waiver ended on {day}."),
    ],
)
def test_a_waiver_says_who_why_and_until_when(
    dressed: QApplication, waiver: Waiver, told: str
) -> None:
    day = date_text(waiver.until) if waiver.until else ""
    assert why_of(state(Rule("executed"), SOME, waiver)).endswith(told.format(day=day))
