"""Figures that others published for real surveys, from the raw files by the pure functions.

The files belong to others and are kept beside this repository; without them the tests skip. They
are read here with a few plain lines, so that a wrong figure is one of the arithmetic.
"""

import csv
import io
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest

from changedesk.survey.comparing import GROUPS, Comparison, compare_linked, compare_samples
from changedesk.survey.disclosure import Disclosure
from changedesk.survey.statistics import scales, sus
from changedesk.survey.statistics.describing import Description, describe
from changedesk.survey.statistics.effects import cliffs_delta
from changedesk.survey.statistics.friedman import friedman
from changedesk.survey.statistics.holm import holm
from changedesk.survey.statistics.means import welch
from changedesk.survey.statistics.nps import STARTS_AT_ONE, UNFIT, fits, nps
from changedesk.survey.statistics.rank_tests import mann_whitney
from changedesk.survey.statistics.scales import Row, scale
from changedesk.survey.statistics.shares import Share, share_estimate
from changedesk.survey.statistics.table_tests import chi2
from changedesk.survey.suppression import Dimension, Key, suppress
from changedesk.survey.verdicts import SAME, UP, judge

SURVEYS = Path(__file__).resolve().parents[3] / "shared" / "fixtures" / "surveys"

pytestmark = [
    pytest.mark.real_files,
    pytest.mark.skipif(
        not SURVEYS.is_dir(), reason="the real files are not beside this repository"
    ),
]

LIKERT = (1, 2, 3, 4, 5)


def table(name: str, delimiter: str = ",", encoding: str = "utf-8-sig") -> list[list[str]]:
    text = (SURVEYS / name).read_text(encoding=encoding)
    return list(csv.reader(io.StringIO(text), delimiter=delimiter))


def records(name: str, delimiter: str = ",") -> list[dict[str, str]]:
    head, *rows = table(name, delimiter)
    return [dict(zip(head, row, strict=True)) for row in rows]


def number(text: str) -> float | None:
    return float(text) if text.strip() else None


# ------------------------------------------------------------------ usability scales


def test_the_modelling_tool_has_the_scores_its_authors_published() -> None:
    words = ["strongly disagree", "disagree", "neither agree nor disagree", "agree",
             "strongly agree"]  # fmt: skip
    book = openpyxl.load_workbook(
        SURVEYS / "googleforms_sus_text_grid_are4dsl.xlsx", data_only=True
    )
    head, *rows = book["Raw data"].iter_rows(values_only=True)
    items = [at for at, text in enumerate(head) if str(text).startswith("Usability test [")]
    people = [
        [words.index(str(row[at]).strip().casefold()) + 1 for at in items]
        for row in rows
        if row[items[0]] and row[0]
    ]
    scores = [sus.score(row).value for row in people]
    assert scores == [55, 50, 55, 62.5, 72.5, 50, 70, 72.5, 77.5, 80, 92.5]
    found = sus.summary(people)
    assert (found.n, found.median) == (11, 70)
    assert found.mean == pytest.approx(67.04545, abs=5e-6)
    assert found.sd == pytest.approx(13.73036, abs=5e-6)
    assert (found.estimate.low, found.estimate.high) == pytest.approx((57.82, 76.27), abs=0.005)


def test_a_usability_scale_needs_its_even_items_turned_round() -> None:
    rows = [[int(cell) for cell in row[-10:]]
            for row in table("sus_numeric_semicolon_folador.csv", ";")[1:]]  # fmt: skip
    found = sus.summary(rows)
    assert (found.n, found.median) == (36, 86.25)
    assert found.mean == pytest.approx(82.986, abs=5e-4)
    assert found.sd == pytest.approx(13.975, abs=5e-4)
    assert (found.estimate.low, found.estimate.high) == pytest.approx((78.26, 87.71), abs=0.005)
    answered = scale(rows)
    turned = scale([[6 - one if at % 2 else one for at, one in enumerate(row)] for row in rows])
    assert answered.alpha.value == pytest.approx(0.2346, abs=5e-5)
    assert turned.alpha.value == pytest.approx(0.8507, abs=5e-5)
    assert scales.LOW_ALPHA in answered.warnings
    assert turned.warnings == ()


def test_two_systems_differ_as_published() -> None:
    held: dict[str, list[list[int]]] = {}
    for row in table("sus_two_systems_toolkit.csv", ";")[1:]:
        held.setdefault(row[-1], []).append([int(cell) for cell in row[:10]])
    first, second = ([sus.score(row).value for row in rows] for rows in held.values())
    assert first == [70, 75, 92.5, 80, 85, 95, 87.5, 92.5, 92.5, 80]
    assert second == [92.5, 85, 80, 77.5, 57.5, 67.5, 60, 67.5, 80, 80]
    one, two = (sus.summary(rows) for rows in held.values())
    assert (one.mean, two.mean) == (85.0, 74.75)
    assert (one.sd, two.sd) == pytest.approx((8.498, 11.208), abs=5e-4)
    found = welch(first, second)
    assert (found.t, found.df, found.p) == (
        pytest.approx(2.3044, abs=5e-5),
        pytest.approx(16.778, abs=5e-4),
        pytest.approx(0.03427, abs=5e-6),
    )
    assert mann_whitney(first, second, exact=False).p == pytest.approx(0.0426, abs=5e-5)
    exact = mann_whitney(first, second)
    assert (exact.statistic, round(exact.p, 4)) == (77, 0.0387)
    assert cliffs_delta(first, second).value == pytest.approx(0.54)


# ------------------------------------------------------------------ net promoter scores


def test_four_waves_have_the_scores_computed_for_them() -> None:
    rows = records("nps_garden_chain_t0_t3.csv")
    assert fits(1, 10) == STARTS_AT_ONE
    expected = {
        "0": (2976, 1831, 894, 251, 53.091, 2.322),
        "1": (2361, 1431, 696, 234, 50.699, 2.700),
        "2": (1633, 990, 501, 142, 51.929, 3.156),
        "3": (1327, 840, 363, 124, 53.956, 3.550),
    }
    for wave, (base, promoters, passives, detractors, value, margin) in expected.items():
        answers = [row["nps"] for row in rows if row["t"] == wave]
        found = nps([None if a in ("", "NA") else float(a) for a in answers], 1, 10)
        assert found.base == base
        assert (found.promoters, found.passives, found.detractors) == (
            promoters,
            passives,
            detractors,
        )
        assert (found.value, found.margin) == pytest.approx((value, margin), abs=5e-4)


# ------------------------------------------------------------------ scales


def test_the_employee_survey_has_the_alpha_that_psych_prints() -> None:
    head, *rows = table("alpha_attitude_employee_survey.csv")
    found = scale([[float(cell) for cell in row[1:]] for row in rows])
    assert (found.n, found.items) == (30, 7)
    assert found.alpha.value == pytest.approx(0.84314, abs=5e-6)
    assert (found.alpha.low, found.alpha.high) == pytest.approx((0.739, 0.916), abs=5e-4)
    dropped = dict(zip(head[1:], found.if_deleted, strict=True))
    assert dropped == pytest.approx({
        "rating": 0.80976, "complaints": 0.79692, "privileges": 0.82785, "learning": 0.80303,
        "raises": 0.79539, "critical": 0.86387, "advance": 0.84046,
    }, abs=5e-6)  # fmt: skip


def volker(prefix: str) -> tuple[list[Row], list[Description]]:
    rows = records("likert_volker_chatgpt_en.csv", ";")
    names = [name for name in rows[0] if name.startswith(f"cg_adoption_{prefix}")]
    answers: list[Row] = [
        [None if row[name] in ("", "-9") else float(row[name]) for name in names] for row in rows
    ]
    return answers, [describe(column, LIKERT) for column in zip(*answers, strict=True)]


@pytest.mark.parametrize(
    ("prefix", "alpha", "n"),
    [("advantage", 0.78655, 99), ("fearofuse", 0.68885, 100), ("social", 0.84037, 99)],
)
def test_missing_codes_leave_the_scales(prefix: str, alpha: float, n: int) -> None:
    found = scale(volker(prefix)[0])
    assert found.n == n
    assert found.alpha.value == pytest.approx(alpha, abs=5e-6)
    if prefix == "advantage":
        assert (found.alpha.low, found.alpha.high) == pytest.approx((0.709, 0.848), abs=5e-4)


def test_top_two_of_technology_adoption_have_their_own_bases() -> None:
    told = [item.top2 for item in volker("advantage")[1]]
    assert told == [Share(51, 99), Share(28, 101), Share(64, 101), Share(55, 101)]


def by(name: str, value: str) -> Key:
    return ((name, value),)


def test_the_only_diverse_person_is_not_shown_and_cannot_be_worked_out() -> None:
    rows = records("likert_volker_chatgpt_en.csv", ";")
    counts: dict[tuple[str, ...], int] = dict(Counter((row["sd_gender"],) for row in rows))
    assert counts == {("male",): 60, ("female",): 40, ("diverse",): 1}
    found = suppress(counts, [Dimension("gender")])
    assert found.disclosure == Disclosure(
        frozenset({(), by("gender", "male")}),
        frozenset(),
        frozenset({by("gender", "female"), by("gender", "diverse")}),
    )
    adopters = Counter(row["adopter"] for row in rows)
    assert sorted(adopters.values()) == [1, 15, 22, 63]
    judged = suppress({(name,): n for name, n in adopters.items()}, [Dimension("adopter")])
    shown = {name: n for name, n in adopters.items() if judged.shown(by("adopter", name))}
    assert sorted(shown.values()) == [22, 63]


# ------------------------------------------------------------------ Likert tables


def test_math_anxiety_has_the_published_percentages() -> None:
    words = ["Strongly Disagree", "Disagree", "Neutral", "Agree", "Strongly Agree"]
    rows = records("likert_math_anxiety_raw.csv")
    published = records("likert_math_anxiety_PUBLISHED_percent.csv")
    assert len(published) == 14
    for line in published:
        found = describe([words.index(row[line["Item"]]) + 1 for row in rows], LIKERT)
        shares = [100 * n / found.base for _, n in found.distribution]
        assert shares == pytest.approx([float(line[word]) for word in words])


# ------------------------------------------------------------------ adoption of standards

DRIVERS = ("technical_safety", "2nd_party_accountability", "3rd_party_accountability",
           "contract_requirements", "industry_conformity")  # fmt: skip
PUBLISHED = {
    "iso26262": [(9, 19, 95.0, .633, 1.000), (8, 18, 40.5, .061, .245), (9, 18, 100.5, .267, .800),
                 (7, 18, 22.0, .002, .010), (9, 19, 82.5, .893, 1.000)],
    "sotif": [(8, 12, 29.5, .148, .567), (7, 11, 23.0, .142, .567), (8, 11, 52.0, .484, .967),
              (6, 11, 12.5, .038, .189), (8, 11, 39.5, .722, .967)],
}  # fmt: skip


def split(rows: Sequence[dict[str, str]], column: str) -> tuple[list[float], list[float]]:
    """The answers of manufacturers and of suppliers."""
    makers = [number(row[column]) for row in rows if row["company_type"] == "OEM"]
    others = [number(row[column]) for row in rows if row["company_type"] != "OEM"]
    return [a for a in makers if a is not None], [a for a in others if a is not None]


@pytest.mark.parametrize("standard", PUBLISHED)
def test_manufacturers_and_suppliers_differ_as_published(standard: str) -> None:
    rows = records("likert_paired_groups_safecomp.csv")
    found = []
    for driver, (n1, n2, u, p, _) in zip(DRIVERS, PUBLISHED[standard], strict=True):
        makers, suppliers = split(rows, f"{standard}_drv_{driver}")
        assert (len(makers), len(suppliers)) == (n1, n2)
        tested = mann_whitney(makers, suppliers, exact=False)
        assert tested.statistic == u
        assert tested.p == pytest.approx(p, abs=5.1e-4)
        found.append(tested.p)
    corrected = [line[-1] for line in PUBLISHED[standard]]
    assert holm(found) == pytest.approx(corrected, abs=5.1e-4)


def compared(standard: str) -> list[Comparison]:
    rows = records("likert_paired_groups_safecomp.csv")
    return judge([
        compare_samples(*split(rows, f"{standard}_drv_{driver}"), design=GROUPS)
        for driver in DRIVERS
    ])  # fmt: skip


def test_small_groups_are_told_with_the_exact_test() -> None:
    contract = compared("sotif")[3]
    assert contract.test == "mann_whitney_exact"
    assert contract.n == (6, 11)
    assert contract.p == pytest.approx(0.0475, abs=5e-5)
    assert contract.verdict == SAME
    iso = compared("iso26262")
    assert [one.verdict for one in iso].count(SAME) == 4
    assert (iso[3].verdict, iso[3].test) == ("down", "mann_whitney_normal")
    assert iso[3].p_holm == pytest.approx(0.0095, abs=5e-5)


def test_the_same_people_rate_two_standards_differently() -> None:
    rows = records("likert_paired_groups_safecomp.csv")
    pairs = [
        (two, one)
        for row in rows
        if (one := number(row["iso26262_drv_contract_requirements"])) is not None
        and (two := number(row["sotif_drv_contract_requirements"])) is not None
    ]
    found = judge([compare_linked(pairs)])[0]
    assert found.n == (17, 10)
    assert found.p == pytest.approx(0.00195, abs=5e-6)
    # All ten changes go one way.
    assert (found.effect, found.verdict) == (1.0, UP)
    assert compare_linked([(two, one) for one, two in pairs]).statistic == 0


@pytest.mark.parametrize(
    ("standard", "n", "statistic", "p", "alpha"),
    [("iso26262", 25, 7.613, 0.1068, 0.62799), ("sotif", 17, 13.180, 0.01043, 0.81107)],
)
def test_drivers_of_a_standard_are_compared_and_scaled_as_computed(
    standard: str, n: int, statistic: float, p: float, alpha: float
) -> None:
    rows = records("likert_paired_groups_safecomp.csv")
    answers: list[Row] = [
        [number(row[f"{standard}_drv_{driver}"]) for driver in DRIVERS] for row in rows
    ]
    full = scales.complete_rows(answers)
    tested = friedman(full)
    assert tested.n == (n,)
    assert tested.statistic == pytest.approx(statistic, abs=5e-4)
    assert tested.p == pytest.approx(p, rel=5e-4)
    assert scale(answers).alpha.value == pytest.approx(alpha, abs=5e-6)


def test_standards_and_challenges_are_counted_over_those_who_answered() -> None:
    rows = records("likert_paired_groups_safecomp.csv")
    assert Counter(row["iso26262_adoption"] for row in rows) == {
        "In use": 28, "Considering": 1, "No plan": 1,
    }  # fmt: skip
    assert Counter(row["sotif_adoption"] for row in rows) == {
        "Preparing": 18, "Considering": 5, "No plan": 4, "In use": 3,
    }  # fmt: skip
    answered = [row["ul4600_adoption"] for row in rows if row["ul4600_adoption"]]
    assert Counter(answered) == {"No plan": 16, "Considering": 11, "Preparing": 2}
    ticked = Counter(
        part.strip()
        for row in rows
        for part in row["multi_standard_challenges"].split(";")
        if part.strip()
    )
    assert dict(ticked.most_common(8)) == {
        "Requirement overlap": 14, "Scope understanding": 12, "Document integration": 11,
        "Terminology confusion": 10, "Cross-department coordination": 10,
        "Priority judgment": 8, "Customer requirement differences": 8, "No challenges": 4,
    }  # fmt: skip


# ------------------------------------------------------------------ audience surveys


def flights(part: str) -> tuple[list[list[str]], int]:
    head, *rows = table("surveymonkey_flying_etiquette.csv")
    return rows, next(at for at, text in enumerate(head) if part in " ".join(text.split()))


@pytest.mark.parametrize(
    ("question", "n", "base"),
    [
        ("rude to recline your seat", 352, 854),
        ("rude to move to an unsold seat", 165, 855),
        ("if you are trying to walk around", 624, 850),
        ("knowingly bring unruly children", 702, 849),
    ],
)
def test_the_base_is_those_who_answered(question: str, n: int, base: int) -> None:
    rows, at = flights(question)
    answers = [row[at].strip() for row in rows if row[at].strip()]
    assert len(rows) == 1040
    rude = Share(sum(answer.startswith("Yes") for answer in answers), len(answers))
    assert rude == Share(n, base)
    if n == 352:
        found = share_estimate(rude)
        assert (found.low, found.high) == pytest.approx((0.3796, 0.4455), abs=5e-5)


def test_men_and_women_do_not_differ_about_reclining() -> None:
    rows, recline = flights("rude to recline your seat")
    _, gender = flights("Gender")
    held = [(row[gender].strip(), row[recline].strip()) for row in rows]
    counts = Counter(pair for pair in held if all(pair))
    answers = sorted({answer for _, answer in counts})
    found = chi2([[counts[who, answer] for answer in answers] for who in ("Female", "Male")])
    assert found.statistic == pytest.approx(0.6250, abs=5e-5)
    assert found.p == pytest.approx(0.7316, abs=5e-5)


def test_two_header_rows_are_not_an_answer() -> None:
    lines = table("surveymonkey_starwars_two_row_header.csv", encoding="cp1252")
    head, options, rows = lines[0], lines[1], lines[2:]
    assert (len(rows), len(head)) == (1186, 38)
    seen = Counter(row[1] for row in rows)
    assert (seen["Yes"], seen["No"]) == (936, 250)
    films = range(3, 9)
    viewers = [row for row in rows if any(row[at].strip() for at in films)]
    assert len(viewers) == 835
    shares = [100 * sum(bool(row[at].strip()) for row in viewers) / 835 for at in films]
    assert shares == pytest.approx([80.6, 68.4, 65.9, 72.7, 90.8, 88.4], abs=0.05)
    every = [row for row in viewers if all(row[at].strip() for at in films)]
    assert len(every) == 471
    ranks = range(9, 15)
    assert [sum(row[at] == "1" for row in every) for at in ranks] == [47, 18, 27, 128, 169, 82]
    shot = next(at for at, text in enumerate(head) if text.startswith("Which character shot"))
    assert options[shot] == "Response"
    first = Counter(row[shot].strip() for row in rows)
    assert (first["Han"], first["Greedo"], first[""]) == (325, 197, 358)
    assert first["I don't understand this question"] == 306


# ------------------------------------------------------------------ training evaluation


def lectures() -> dict[str, list[dict[str, str]]]:
    book = openpyxl.load_workbook(SURVEYS / "training_eval_cihr.xlsx", data_only=True)
    found = {}
    for sheet in book:
        _, _, names, *rows = sheet.iter_rows(values_only=True)
        found[sheet.title] = [
            {
                str(name): "" if cell is None else str(cell).strip()
                for name, cell in zip(names, row, strict=True)
            }
            for row in rows
            if any(cell is not None for cell in row)
        ]
    return found


def rated(rows: Sequence[dict[str, str]], name: str) -> Description:
    return describe([number(row[name]) for row in rows], tuple(range(1, 9)))


def test_lectures_have_their_rows_and_means() -> None:
    held = lectures()
    assert [len(rows) for rows in held.values()] == [15, 13, 14, 14, 22]
    expected = {
        "RateContent": [5.000, 5.154, 5.429, 5.500, 5.273],
        "RatePace": [4.933, 5.385, 5.500, 5.929, 5.636],
        "RateClarity": [6.333, 6.692, 6.143, 6.643, 6.619],
    }
    for name, means in expected.items():
        found = [rated(rows, name) for rows in held.values()]
        assert [one.mean for one in found] == pytest.approx(means, abs=5e-4)
    assert rated(held["Final"], "RateClarity").base == 21


def test_a_recommendation_from_one_to_eight_is_a_mean_and_no_promoter_score() -> None:
    found = rated(lectures()["Final"], "RecToOthers")
    assert found.base == 22
    assert found.mean == pytest.approx(7.818, abs=5e-4)
    assert fits(1, 8) == UNFIT


def test_not_applicable_leaves_the_base() -> None:
    rows = lectures()["Final"]
    told = {
        name: Counter(row[name] for row in rows if row[name] not in ("", "Not applicable"))
        for name in rows[0]
        if name.startswith("CourseEffectUnderstand")
    }
    assert sorted(told["CourseEffectUnderstandTimeSeries"].values()) == [1, 6, 15]
    bases = {name.removeprefix("CourseEffect"): found.total() for name, found in told.items()}
    assert bases["UnderstandHMIS"] == 21
    assert bases["UnderstandR"] == 19
