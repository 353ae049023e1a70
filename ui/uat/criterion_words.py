"""Why a criterion is met or not, in the user's language, from the codes and figures of the core."""

from PySide6.QtCore import QCoreApplication, QLocale

from changedesk.uat.criteria import CriterionState
from ui.records.values import date_text
from ui.uat.words import word_of


def why_of(state: CriterionState) -> str:
    """Return why a criterion stands as it does, and the waiver that holds or has ended."""
    return " ".join(part for part in (_because(state), _waiver(state)) if part)


def value_of(state: CriterionState) -> str:
    """Return what a criterion is at; figures are as the core writes them."""
    say = QCoreApplication.translate
    return {
        "ticked": say("CriterionWords", "ticked"),
        "not_ticked": say("CriterionWords", "not ticked"),
        "nothing": say("CriterionWords", "none"),
        "unknown_scope": say("CriterionWords", "none"),
    }.get(state.reason.code, state.value)


def target_of(state: CriterionState) -> str:
    """Return where a criterion should be."""
    if state.measure == "checked":
        return QCoreApplication.translate("CriterionWords", "ticked")
    return state.target


def _because(state: CriterionState) -> str:
    say, reason = QCoreApplication.translate, state.reason
    if reason.code == "ticked":
        return say("CriterionWords", "Somebody ticked it.")
    if reason.code == "not_ticked":
        return say("CriterionWords", "Nobody ticked it yet.")
    if reason.code == "unknown_scope":
        return say(
            "CriterionWords", "“{0}” under “Only” is no priority or severity that counts here."
        ).format(reason.word)
    if reason.code == "open_defects":
        told = ", ".join(f"{_number(n)} {word_of(code).lower()}" for code, n in reason.counts)
        if not told:
            return say("CriterionWords", "None is open.")
        return say("CriterionWords", "Open: {0}.").format(told)
    if reason.code == "nothing":
        return _nothing(state.measure)
    return _share(state.measure).format(_number(reason.n), _number(reason.base))


def _nothing(measure: str) -> str:
    say = QCoreApplication.translate
    return {
        "executed": say("CriterionWords", "There is no run."),
        "passed": say("CriterionWords", "There is no run that passed, failed or was blocked."),
        "covered": say("CriterionWords", "There is no requirement in scope."),
        "testers_present": say("CriterionWords", "There is no expected tester."),
        "conditions_owned": say("CriterionWords", "There is no condition."),
    }[measure]


def _share(measure: str) -> str:
    say = QCoreApplication.translate
    return {
        "executed": say("CriterionWords", "{0} of {1} runs executed."),
        "passed": say(
            "CriterionWords", "{0} of {1} runs passed, of those passed, failed or blocked."
        ),
        "covered": say("CriterionWords", "{0} of {1} requirements in scope covered."),
        "testers_present": say("CriterionWords", "{0} of {1} expected testers present."),
        "conditions_owned": say("CriterionWords", "{0} of {1} conditions with owner and date."),
    }[measure]


def _waiver(state: CriterionState) -> str:
    say, waiver = QCoreApplication.translate, state.waiver
    day = date_text(waiver.until)
    if waiver.ended:
        return say("CriterionWords", "Its waiver ended on {0}.").format(day)
    if not waiver.reason:
        return ""
    if waiver.by and waiver.until:
        told = say("CriterionWords", "Waived by {1} until {2}: {0}.")
    elif waiver.by:
        told = say("CriterionWords", "Waived by {1}: {0}.")
    elif waiver.until:
        told = say("CriterionWords", "Waived until {2}: {0}.")
    else:
        told = say("CriterionWords", "Waived: {0}.")
    return told.format(waiver.reason.rstrip("."), waiver.by, day)


def _number(n: int) -> str:
    return QLocale().toString(n)
