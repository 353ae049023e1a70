"""The arithmetic of entry and exit criteria: pure functions over the figures of a cycle."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from changedesk.people.shares import Share
from changedesk.uat.words import MOSCOW, OPERATORS, PRIORITIES

Shares = Mapping[str, Share]


@dataclass(frozen=True)
class CycleFigures:
    """What criteria are held against.

    Shares of runs are by priority of the script, of requirements by theirs, and open defects by
    severity.
    """

    executed: Shares = field(default_factory=dict)
    passed: Shares = field(default_factory=dict)
    covered: Shares = field(default_factory=dict)
    open_defects: Mapping[str, int] = field(default_factory=dict)
    testers_present: Share = Share(0, 0)  # noqa: RUF009 - a share cannot change
    conditions_owned: Share = Share(0, 0)  # noqa: RUF009


@dataclass(frozen=True)
class Rule:
    """What of a criterion decides; `scope` holds codes of priorities or severities."""

    measure: str
    operator: str = "at_least"
    target: int | None = None
    scope: tuple[str, ...] = ()
    ticked: bool = False


@dataclass(frozen=True)
class Reason:
    """Why a rule is met or not, for whoever words it in another language.

    `code` is ticked, not_ticked, unknown_scope (with the `word`), nothing (there is no base),
    share (`n` of `base`) or open_defects (`counts` by severity, the gravest first).
    """

    code: str = ""
    n: int = 0
    base: int = 0
    counts: tuple[tuple[str, int], ...] = ()
    word: str = ""


@dataclass(frozen=True)
class Judgement:
    """Whether a rule is met, and why: number (None where there is none), words and reason."""

    number: float | None
    value: str
    target: str
    met: bool
    why: str
    reason: Reason


def _unknown_scope(rule: Rule) -> str:
    if rule.measure in ("testers_present", "conditions_owned"):
        return ""
    known = {choice.code for choice in (MOSCOW if rule.measure == "covered" else PRIORITIES)}
    return next((word for word in rule.scope if word not in known), "")


def scope_of(text: str) -> tuple[str, ...]:
    """Return the codes that a scope names, such as "critical, High"; unknown words are kept."""
    known = {choice.label.casefold(): choice.code for choice in (*PRIORITIES, *MOSCOW)}
    words = (word.strip().casefold() for word in text.replace(";", ",").split(","))
    return tuple(dict.fromkeys(known.get(word, word) for word in words if word))


def judge(rule: Rule, figures: CycleFigures) -> Judgement:
    """Hold a rule against figures.

    A share without a base is not met, for nothing shows it; but where only the scope is empty
    (no run of a critical script among many runs), and where there is no condition, it is.
    """
    if rule.measure == "checked":
        words = "ticked" if rule.ticked else "not ticked"
        why = "Somebody ticked it." if rule.ticked else "Nobody ticked it yet."
        reason = Reason("ticked" if rule.ticked else "not_ticked")
        return Judgement(float(rule.ticked), words, "ticked", rule.ticked, why, reason)
    unknown = _unknown_scope(rule)
    if unknown:
        # Otherwise a slip of the pen would count nothing, and nothing is easily met.
        kinds = MOSCOW if rule.measure == "covered" else PRIORITIES
        why = f"“{unknown}” is none of {', '.join(choice.code for choice in kinds)}."
        reason = Reason("unknown_scope", word=unknown)
        return Judgement(None, "none", "", met=False, why=why, reason=reason)
    if rule.measure == "open_defects":
        return _judge_defects(rule, figures.open_defects)
    target = 100 if rule.target is None else rule.target
    share, whole, base = _share(rule, figures)
    if not share.base:
        met = bool(whole.base) or rule.measure == "conditions_owned"
        why, reason = f"There is no {base}.", Reason("nothing")
        return Judgement(None, "none", _target(rule, target, " %"), met, why, reason)
    number = share.n * 100 / share.base
    # In whole numbers: 95 % of 20 is 19, whatever a division makes of it.
    met = _compare(rule.operator, share.n * 100, target * share.base)
    return Judgement(
        number, _percent(share, rule, target, met=met), _target(rule, target, " %"), met,
        f"{share.n:,} of {share.base:,} {_PLURALS[base]}.", Reason("share", share.n, share.base),
    )  # fmt: skip


def _judge_defects(rule: Rule, open_defects: Mapping[str, int]) -> Judgement:
    counted = {k: n for k, n in open_defects.items() if n and (not rule.scope or k in rule.scope)}
    number = sum(counted.values())
    target = rule.target or 0
    order = {choice.code: place for place, choice in enumerate(PRIORITIES)}
    graver = sorted(counted, key=lambda code: order.get(code, 9))
    told = ", ".join(f"{counted[code]:,} {code}" for code in graver)
    reason = Reason("open_defects", number, counts=tuple((code, counted[code]) for code in graver))
    why = f"Open: {told}." if told else "None is open."
    return Judgement(
        number, f"{number:,}", _target(rule, target, ""), _compare(rule.operator, number, target),
        why, reason,
    )  # fmt: skip


_RUN, _DECIDED = "run", "run that passed, failed or was blocked"
_REQUIREMENT, _TESTER, _CONDITION = "requirement in scope", "expected tester", "condition"
_PLURALS = {
    _RUN: "runs executed",
    _DECIDED: "runs passed, of those passed, failed or blocked",
    _REQUIREMENT: "requirements in scope covered",
    _TESTER: "expected testers present",
    _CONDITION: "conditions with owner and date",
}


def _share(rule: Rule, figures: CycleFigures) -> tuple[Share, Share, str]:
    # The share in the rule's scope, the one of everything, and what the base is made of.
    if rule.measure == "testers_present":
        return figures.testers_present, figures.testers_present, _TESTER
    if rule.measure == "conditions_owned":
        return figures.conditions_owned, figures.conditions_owned, _CONDITION
    by_code, base = {
        "executed": (figures.executed, _RUN),
        "passed": (figures.passed, _DECIDED),
        "covered": (figures.covered, _REQUIREMENT),
    }[rule.measure]
    chosen = [share for code, share in by_code.items() if not rule.scope or code in rule.scope]
    return _sum(chosen), _sum(by_code.values()), base


def _sum(shares: Iterable[Share]) -> Share:
    n = base = 0
    for share in shares:
        n, base = n + share.n, base + share.base
    return Share(n, base)


def _compare(operator: str, value: int, target: int) -> bool:
    return value <= target if operator == "at_most" else value >= target


def _target(rule: Rule, target: int, unit: str) -> str:
    glyph = next((choice.glyph for choice in OPERATORS if choice.code == rule.operator), "≥")
    return f"{glyph} {target:,}{unit}"


def _percent(share: Share, rule: Rule, target: int, *, met: bool) -> str:
    tenths, bound = round(share.n * 1000 / share.base), target * 10
    if not met:
        # What misses its target by a hair must not look as if it reached it.
        tenths = max(tenths, bound + 1) if rule.operator == "at_most" else min(tenths, bound - 1)
    return f"{tenths // 10} %" if tenths % 10 == 0 else f"{tenths / 10:.1f} %"
