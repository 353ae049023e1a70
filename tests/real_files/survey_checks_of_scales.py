"""Scales, groups, recommendations and training: what they must come to."""

from collections.abc import Callable
from typing import Any

from changedesk.people.shares import Share
from changedesk.survey.statistics.friedman import friedman
from changedesk.survey.statistics.holm import holm
from changedesk.survey.statistics.rank_tests import mann_whitney
from changedesk.survey.statistics.scales import complete_rows
from changedesk.survey.statistics.signed_rank import signed_rank
from tests.real_files.survey_figures import (
    ATTITUDE,
    CIHR,
    FUNCTION,
    GARDEN,
    MATH,
    SAFECOMP,
    SHARED,
    VOLKER,
    Check,
    Imported,
    full,
)


def _mwu(one: Imported, key: str, **how: Any) -> Any:
    found = mann_whitney(full(one.scores(key, "OEM")), full(one.scores(key, "Tier")), **how)
    assert found is not None
    return found


DRIVERS = (
    "technical_safety", "2nd_party_accountability", "3rd_party_accountability",
    "contract_requirements", "industry_conformity",
)  # fmt: skip


def _holm(one: Imported, standard: str, driver: str) -> float:
    tested = [_mwu(one, f"{standard}_drv_{name}", exact=False).p for name in DRIVERS]
    found = holm(tested)[DRIVERS.index(driver)]
    assert found is not None
    return found


def _rows(one: Imported, standard: str) -> list[tuple[float, ...]]:
    columns = [one.scores(f"{standard}_drv_{name}") for name in DRIVERS]
    return complete_rows(list(zip(*columns, strict=True)))


def _pairs(one: Imported) -> list[float]:
    keys = ("iso26262_drv_contract_requirements", "sotif_drv_contract_requirements")
    rows = complete_rows(list(zip(*(one.scores(key) for key in keys), strict=True)))
    return [after - before for before, after in rows]


def _math() -> list[Check]:
    published = (SHARED / "likert_math_anxiety_PUBLISHED_percent.csv").read_text("utf-8")
    checks = []
    for line in published.splitlines()[1:] if SHARED.is_dir() else ():
        text, *shares = line.rsplit(",", 5)

        def get(one: Imported, text: str = text) -> list[float]:
            item = one.item(text.strip('"'))
            return [100 * bar["n"] / item["base"] for bar in item["distribution"]]

        checks.append(Check(MATH, text, [float(share) for share in shares], get, 3))
    return checks


def _safecomp() -> list[Check]:
    iso, sotif = "iso26262_drv_contract_requirements", "sotif_drv_contract_requirements"
    second = "iso26262_drv_2nd_party_accountability"

    def counts(key: str, *labels: str) -> Callable[[Imported], Any]:
        return lambda one: [one.n(key, label) for label in labels]

    def tested(key: str, what: str, **how: Any) -> Callable[[Imported], Any]:
        return lambda one: getattr(_mwu(one, key, **how), what)

    def alpha(name: str, what: str) -> Callable[[Imported], Any]:
        return lambda one: one.scale(name)[what]

    def several(standard: str) -> Callable[[Imported], Any]:
        def get(one: Imported) -> list[float]:
            found = friedman(_rows(one, standard), exact=False)
            assert found is not None
            return [found.statistic, found.p]

        return get

    challenges = {
        "Requirement overlap": 14, "Scope understanding": 12, "Document integration": 11,
        "Terminology confusion": 10, "Cross-department coordination": 10, "Priority judgment": 8,
        "Customer requirement differences": 8, "No challenges": 4,
    }  # fmt: skip

    def ticked(label: str) -> Callable[[Imported], int]:
        def get(one: Imported) -> int:
            items = one.wave()["items"]
            bars = [bar for i in items if i["type"] == "multi" for bar in i["distribution"]]
            return int(next(bar["n"] for bar in bars if bar["label"].startswith(label)))

        return get

    return [
        Check(SAFECOMP, "respondents", 30, lambda one: one.wave()["responses"]),
        Check(SAFECOMP, "ISO contract: U", 22.0, tested(iso, "statistic"), how=FUNCTION),
        Check(SAFECOMP, "ISO contract: p", 0.0019, tested(iso, "p", exact=False), 4, FUNCTION),
        Check(
            SAFECOMP, "ISO contract: Holm over 5", 0.0095,
            lambda one: _holm(one, "iso26262", "contract_requirements"), 4, FUNCTION,
        ),
        Check(SAFECOMP, "ISO 2nd party: U", 40.5, tested(second, "statistic"), how=FUNCTION),
        Check(SAFECOMP, "ISO 2nd party: p", 0.061, tested(second, "p", exact=False), 3, FUNCTION),
        Check(
            SAFECOMP, "ISO 2nd party: Holm over 5", 0.245,
            lambda one: _holm(one, "iso26262", "2nd_party_accountability"), 3, FUNCTION,
        ),
        Check(SAFECOMP, "SOTIF contract: U", 12.5, tested(sotif, "statistic"), how=FUNCTION),
        Check(SAFECOMP, "SOTIF contract: p", 0.038, tested(sotif, "p", exact=False), 3, FUNCTION),
        Check(SAFECOMP, "SOTIF contract: p, exact", 0.0475, tested(sotif, "p"), 4, FUNCTION),
        Check(
            SAFECOMP, "SOTIF contract: Holm over 5", 0.189,
            lambda one: _holm(one, "sotif", "contract_requirements"), 3, FUNCTION,
        ),
        Check(
            SAFECOMP, "ISO adoption", [28, 1, 1],
            counts("iso26262_adoption", "In use", "Considering", "No plan"),
        ),
        Check(
            SAFECOMP, "SOTIF adoption", [18, 5, 4, 3],
            counts("sotif_adoption", "Preparing", "Considering", "No plan", "In use"),
        ),
        Check(
            SAFECOMP, "UL 4600 adoption", [16, 11, 2],
            counts("ul4600_adoption", "No plan", "Considering", "Preparing"),
        ),
        Check(SAFECOMP, "UL 4600 base", 29, lambda one: one.item("ul4600_adoption")["base"]),
        Check(SAFECOMP, "ISO Friedman", [7.613, 0.1068], several("iso26262"), 3, FUNCTION),
        Check(SAFECOMP, "SOTIF Friedman", [13.180, 0.01043], several("sotif"), 3, FUNCTION),
        Check(SAFECOMP, "contract pairs", 17, lambda one: len(_pairs(one)), how=FUNCTION),
        Check(
            SAFECOMP, "contract pairs changed", 10,
            lambda one: sum(d != 0 for d in _pairs(one)), how=FUNCTION,
        ),
        Check(
            SAFECOMP, "contract pairs: exact p", 0.00195,
            lambda one: signed_rank(_pairs(one)).p, 5, FUNCTION,
        ),
        Check(SAFECOMP, "ISO drivers: alpha", 0.62799, alpha("iso26262_drv", "alpha")),
        Check(SAFECOMP, "ISO drivers: n", 25, alpha("iso26262_drv", "n")),
        Check(SAFECOMP, "SOTIF drivers: alpha", 0.81107, alpha("sotif_drv", "alpha")),
        Check(SAFECOMP, "SOTIF drivers: n", 17, alpha("sotif_drv", "n")),
        *(Check(SAFECOMP, label, n, ticked(label)) for label, n in challenges.items()),
    ]  # fmt: skip


def _counted(start: str, label: str) -> Callable[[Imported], int]:
    return lambda one: one.n(start, label)


def _volker() -> list[Check]:
    def alpha(name: str) -> Callable[[Imported], Any]:
        def get(one: Imported) -> list[Any]:
            found = one.scale(f"cg_adoption_{name}")
            return [found["alpha"], found["n"]]

        return get

    def feldt(one: Imported) -> list[float]:
        found = one.scale("cg_adoption_advantage")
        return [found["alpha_low"], found["alpha_high"]]

    def top(key: str) -> Callable[[Imported], Any]:
        def get(one: Imported) -> Share:
            found = one.item(key)["top2"]
            return Share(found["n"], found["base"])

        return get

    def gender(one: Imported) -> list[Any]:
        parts = one.wave(by="sd_gender")["by"]
        return [(p["label"], p["suppressed"]) for p in parts if p["label"] == "diverse"]

    tops = (("01", 51, 99), ("02", 28, 101), ("03", 64, 101), ("04", 55, 101))
    adopter = {
        "I try new offers rather quickly": 63, "I wait": 22, "I try new offers immediately": 15,
    }  # fmt: skip
    return [
        Check(VOLKER, "advantage: alpha, n", [0.78655, 99], alpha("advantage")),
        Check(VOLKER, "advantage: Feldt", [0.709, 0.848], feldt, 3),
        Check(VOLKER, "fear of use: alpha, n", [0.68885, 100], alpha("fearofuse")),
        Check(VOLKER, "social: alpha, n", [0.84037, 99], alpha("social")),
        *(
            Check(
                VOLKER, f"advantage_{k}: top two", Share(n, base), top(f"cg_adoption_advantage_{k}")
            )
            for k, n, base in tops
        ),
        *(
            Check(VOLKER, f"adopter: {label}", n, _counted("adopter", label))
            for label, n in adopter.items()
        ),
        Check(VOLKER, "gender: male", 60, lambda one: one.n("sd_gender", "male")),
        Check(VOLKER, "gender: female", 40, lambda one: one.n("sd_gender", "female")),
        Check(VOLKER, "gender: diverse is hidden", [("diverse", True)], gender),
        Check(
            VOLKER, "adopter: no other choice is hidden", True,
            lambda one: next(
                p["suppressed"]
                for p in one.wave(by="adopter")["by"]
                if p["label"].startswith("I only") or "no choice" in p["label"]
                or "no other" in p["label"]
            ),
        ),
    ]  # fmt: skip


def _garden() -> list[Check]:
    told = (
        ("t0", 2976, 1831, 894, 251, 53.091, 2.322), ("t1", 2361, 1431, 696, 234, 50.699, 2.700),
        ("t2", 1633, 990, 501, 142, 51.929, 3.156), ("t3", 1327, 840, 363, 124, 53.956, 3.550),
    )  # fmt: skip

    def get(place: int) -> Callable[[Imported], Any]:
        def nps(one: Imported) -> list[float]:
            found = one.item("nps", wave=place)["nps"]
            names = ("base", "promoters", "passives", "detractors", "value", "margin")
            return [found[name] for name in names]

        return nps

    return [
        Check(GARDEN, f"{name}: n, promoters, passives, detractors, NPS, margin", list(rest),
              get(place), 3)
        for place, (name, *rest) in enumerate(told)
    ]  # fmt: skip


def _attitude() -> list[Check]:
    def get(name: str) -> Callable[[Imported], Any]:
        return lambda one: one.scale("attitude")[name]

    dropped = {
        "rating": 0.80976, "complaints": 0.79692, "privileges": 0.82785, "learning": 0.80303,
        "raises": 0.79539, "critical": 0.86387, "advance": 0.84046,
    }  # fmt: skip

    def without(name: str) -> Callable[[Imported], Any]:
        def alpha(one: Imported) -> Any:
            found = one.scale("attitude")
            return dict(zip(found["items"], found["alpha_if_deleted"], strict=True))[name]

        return alpha

    return [
        Check(ATTITUDE, "n", 30, get("n")),
        Check(ATTITUDE, "alpha", 0.84314, get("alpha")),
        Check(ATTITUDE, "Feldt, low", 0.739, get("alpha_low"), 3),
        Check(ATTITUDE, "Feldt, high", 0.916, get("alpha_high"), 3),
        *(
            Check(ATTITUDE, f"alpha without {name}", value, without(name))
            for name, value in dropped.items()
        ),
    ]


def _cihr() -> list[Check]:
    means = {
        "RateContent": (5.000, 5.154, 5.429, 5.500, 5.273),
        "RatePace": (4.933, 5.385, 5.500, 5.929, 5.636),
        "RateClarity": (6.333, 6.692, 6.143, 6.643, 6.619),
    }

    def rows(one: Imported) -> list[int]:
        lectures, final = one.results()["surveys"]
        return [wave["responses"] for wave in (*lectures["waves"], *final["waves"])]

    def mean(key: str) -> Callable[[Imported], Any]:
        def get(one: Imported) -> list[float]:
            waves = [one.item(key, wave=n)["mean"] for n in range(4)]
            return [*waves, one.item(key, survey=1)["mean"]]

        return get

    series = "CourseEffectUnderstandTimeSeries"
    return [
        Check(CIHR, "rows of L1 to L4 and Final", [15, 13, 14, 14, 22], rows),
        *(Check(CIHR, f"mean of {key}", list(told), mean(key), 3) for key, told in means.items()),
        Check(CIHR, "clarity, Final: n", 21, lambda one: one.item("RateClarity", 1)["base"]),
        Check(CIHR, "recommend: mean", 7.818, lambda one: one.item("RecToOthers", 1)["mean"], 3),
        Check(CIHR, "recommend: no NPS", None, lambda one: one.item("RecToOthers", 1)["nps"]),
        Check(
            CIHR, "time series: great, some, very little", [15, 6, 1],
            lambda one: [one.n(series, label, 1) for label in ("Great", "Some", "Very little")],
        ),
        Check(
            CIHR, "HMIS: base", 21,
            lambda one: one.item("CourseEffectUnderstandHMIS", 1)["base"],
        ),
        Check(CIHR, "R: base", 19, lambda one: one.item("CourseEffectUnderstandR", 1)["base"]),
    ]  # fmt: skip


CHECKS = (*_safecomp(), *_volker(), *_math(), *_garden(), *_attitude(), *_cihr())
