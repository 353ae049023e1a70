# ruff: noqa: E501 - figures stand in rows
"""Real exports of surveys: what the index of the files counts is what the readers find.

The files belong to others and are kept beside this repository; without them the tests skip.
"""

from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from statistics import mean, stdev, variance

import pytest

from changedesk.exchange.surveys.choices import Choices
from changedesk.exchange.surveys.drafts import AnswerDraft, RespondentDraft, SurveyDraft
from changedesk.exchange.surveys.reading import read_surveys

SHARED = Path(__file__).resolve().parents[3] / "shared" / "fixtures"
SURVEYS = SHARED / "surveys"

if not SURVEYS.is_dir():  # what is tested is listed from the files
    pytest.skip("the real files are not beside this repository", allow_module_level=True)

pytestmark = pytest.mark.real_files


@cache
def drafts(name: str) -> tuple[SurveyDraft, ...]:
    found = read_surveys(SURVEYS / name)
    assert found.account.balanced
    assert not found.account.rejected
    return found.drafts


def only(name: str) -> SurveyDraft:
    (draft,) = drafts(name)
    return draft


def key_of(draft: SurveyDraft, words: str) -> str:
    (key,) = [one.key for one in draft.questions if words.casefold() in one.text.casefold()]
    return key


def real(draft: SurveyDraft, key: str) -> list[AnswerDraft]:
    return [answer for answer in draft.answers(key) if not answer.missing]


def counted(draft: SurveyDraft, key: str) -> dict[str, int]:
    return dict(Counter(option for answer in real(draft, key) for option in answer.options))


def numbers(draft: SurveyDraft, key: str) -> list[float]:
    return [answer.number for answer in draft.answers(key) if answer.number is not None]


def sus(draft: SurveyDraft, one: RespondentDraft) -> float:
    items = [question for question in draft.questions if question.scale_name == "SUS"]
    assert [item.reverse for item in items] == [False, True] * 5
    score = 0.0
    for item in items:
        place = one.answers[item.key].number
        assert place is not None
        score += 5 - place if item.reverse else place - 1
    return 2.5 * score


def alpha(draft: SurveyDraft, keys: Sequence[str], *, keyed: bool = False) -> tuple[float, int]:
    rows = []
    for one in draft.respondents:
        values = []
        for key in keys:
            place, question = one.answers[key].number, draft.question(key)
            if place is not None and keyed and question.reverse and question.scale is not None:
                place = question.scale.low + question.scale.high - place
            values.append(place)
        rows.append(values)
    whole = [[value for value in row if value is not None] for row in rows if None not in row]
    k = len(keys)
    parts = sum(variance(column) for column in zip(*whole, strict=True))
    return k / (k - 1) * (1 - parts / variance([sum(row) for row in whole])), len(whole)


def test_star_wars_has_two_rows_of_headings_boxes_and_a_ranking() -> None:
    draft = only("surveymonkey_starwars_two_row_header.csv")
    assert (draft.source, draft.header_rows) == ("surveymonkey", 2)
    assert (len(draft.respondents), len(draft.columns)) == (1186, 38)
    seen_any = key_of(draft, "Have you seen any of the 6 films")
    assert counted(draft, seen_any) == {"Yes": 936, "No": 250}
    films = key_of(draft, "Which of the following Star Wars films")
    assert len(real(draft, films)) == 835
    options = [option.code for option in draft.question(films).options]
    shares = [round(100 * counted(draft, films)[option] / 835, 1) for option in options]
    assert shares == [80.6, 68.4, 65.9, 72.7, 90.8, 88.4]
    everything = [one for one in draft.respondents if len(one.answers[films].options) == 6]
    assert len(everything) == 471
    rank = key_of(draft, "Please rank the Star Wars films")
    assert draft.question(rank).kind == "rank"
    assert [option.code for option in draft.question(rank).options] == options
    first = Counter(
        option
        for one in everything
        for option, place in zip(one.answers[rank].options, one.answers[rank].ranks, strict=True)
        if place == 1
    )
    assert [first[option] for option in options] == [47, 18, 27, 128, 169, 82]
    shot = key_of(draft, "Which character shot first")
    assert counted(draft, shot) == {
        "Han": 325, "Greedo": 197, "I don't understand this question": 306
    }  # fmt: skip
    assert sum(bool(answer.missing) for answer in draft.answers(shot)) == 358


def test_the_base_of_flying_etiquette_is_who_answered() -> None:
    draft = only("surveymonkey_flying_etiquette.csv")
    assert (draft.header_rows, len(draft.respondents)) == (1, 1040)
    recline = key_of(draft, "rude to recline your seat")
    assert counted(draft, recline) == {
        "No, not rude at all": 502, "Yes, somewhat rude": 281, "Yes, very rude": 71
    }  # fmt: skip
    for words, said, base in (
        ("rude to recline your seat", 352, 854),
        ("move to an unsold seat", 165, 855),
        ("trying to walk around", 624, 850),
        ("knowingly bring unruly children", 702, 849),
    ):
        key = key_of(draft, words)
        rude = sum(n for label, n in counted(draft, key).items() if label.startswith("Yes"))
        assert (rude, len(real(draft, key))) == (said, base)
    gender = key_of(draft, "Gender")
    table = Counter(
        (one.answers[gender].options, one.answers[recline].options)
        for one in draft.respondents
        if not one.answers[gender].missing and not one.answers[recline].missing
    )
    assert round(chi2(table), 4) == 0.6250
    asked = {one.labels for one in draft.asked}
    assert ("No, not rude at all", "Yes, somewhat rude", "Yes, very rude") in {
        one.suggestion for one in draft.asked
    }
    assert len(asked) == 2


def chi2(table: Counter[tuple[tuple[str, ...], tuple[str, ...]]]) -> float:
    rows: Counter[tuple[str, ...]] = Counter()
    columns: Counter[tuple[str, ...]] = Counter()
    for (row, column), n in table.items():
        rows[row] += n
        columns[column] += n
    total = table.total()
    return sum(
        (table[row, column] - rows[row] * columns[column] / total) ** 2
        / (rows[row] * columns[column] / total)
        for row in rows
        for column in columns
    )


def test_the_grid_of_google_forms_in_spanish_gives_the_published_sus() -> None:
    found = read_surveys(SURVEYS / "googleforms_sus_text_grid_are4dsl.xlsx")
    assert [note.name for note in found.sheets if note.taken] == ["Raw data"]
    (draft,) = found.drafts
    assert (draft.source, len(draft.respondents)) == ("google_forms", 11)
    scores = [sus(draft, one) for one in draft.respondents]
    assert scores == [55, 50, 55, 62.5, 72.5, 50, 70, 72.5, 77.5, 80, 92.5]
    assert round(mean(scores), 5) == 67.04545
    assert round(stdev(scores), 5) == 13.73036
    assert all(one.submitted is not None for one in draft.respondents)


def test_folador_reverses_every_second_item() -> None:
    draft = only("sus_numeric_semicolon_folador.csv")
    scores = [sus(draft, one) for one in draft.respondents]
    assert (len(scores), round(mean(scores), 3), round(stdev(scores), 3)) == (36, 82.986, 13.975)
    keys = [one.key for one in draft.questions if one.scale_name == "SUS"]
    assert round(alpha(draft, keys)[0], 4) == 0.2346
    assert round(alpha(draft, keys, keyed=True)[0], 4) == 0.8507


def test_the_toolkit_has_two_groups() -> None:
    draft = only("sus_two_systems_toolkit.csv")
    by_group = {name: [sus(draft, one) for one in draft.respondents if one.group == name]
                for name in ("Example A", "Example B")}  # fmt: skip
    assert by_group["Example A"] == [70, 75, 92.5, 80, 85, 95, 87.5, 92.5, 92.5, 80]
    assert by_group["Example B"] == [92.5, 85, 80, 77.5, 57.5, 67.5, 60, 67.5, 80, 80]
    assert any("System Usability Scale" in warning for warning in draft.warnings)


def test_safecomp_keeps_its_groups_its_blanks_and_joined_answers() -> None:
    draft = only("likert_paired_groups_safecomp.csv")
    assert len(draft.respondents) == 30
    assert Counter(one.group == "OEM" for one in draft.respondents) == {True: 10, False: 20}
    assert counted(draft, "iso26262_adoption") == {"In use": 28, "Considering": 1, "No plan": 1}
    assert counted(draft, "sotif_adoption") == {
        "Preparing": 18, "Considering": 5, "No plan": 4, "In use": 3
    }  # fmt: skip
    assert counted(draft, "ul4600_adoption") == {"No plan": 16, "Considering": 11, "Preparing": 2}
    assert len(real(draft, "ul4600_adoption")) == 29
    challenges = counted(draft, "multi_standard_challenges")
    assert {name: challenges[name] for name in (
        "Requirement overlap", "Scope understanding", "Document integration",
        "Terminology confusion", "Cross-department coordination", "Priority judgment",
        "Customer requirement differences", "No challenges",
    )} == {
        "Requirement overlap": 14, "Scope understanding": 12, "Document integration": 11,
        "Terminology confusion": 10, "Cross-department coordination": 10, "Priority judgment": 8,
        "Customer requirement differences": 8, "No challenges": 4,
    }  # fmt: skip
    iso = [one.key for one in draft.questions if one.key.startswith("iso26262_drv_")]
    sotif = [one.key for one in draft.questions if one.key.startswith("sotif_drv_")]
    assert (round(alpha(draft, iso)[0], 5), alpha(draft, iso)[1]) == (0.62799, 25)
    assert (round(alpha(draft, sotif)[0], 5), alpha(draft, sotif)[1]) == (0.81107, 17)


@pytest.mark.parametrize(
    ("standard", "item", "oem", "supplier", "u"),
    [
        ("iso26262", "technical_safety", 9, 19, 95.0),
        ("iso26262", "2nd_party_accountability", 8, 18, 40.5),
        ("iso26262", "3rd_party_accountability", 9, 18, 100.5),
        ("iso26262", "contract_requirements", 7, 18, 22.0),
        ("iso26262", "industry_conformity", 9, 19, 82.5),
        ("sotif", "technical_safety", 8, 12, 29.5),
        ("sotif", "2nd_party_accountability", 7, 11, 23.0),
        ("sotif", "3rd_party_accountability", 8, 11, 52.0),
        ("sotif", "contract_requirements", 6, 11, 12.5),
        ("sotif", "industry_conformity", 8, 11, 39.5),
    ],
)
def test_safecomp_gives_the_published_bases_and_u(
    standard: str, item: str, oem: int, supplier: int, u: float
) -> None:
    draft = only("likert_paired_groups_safecomp.csv")
    key = f"{standard}_drv_{item}"
    one, other = (
        [place for person in draft.respondents
         if (person.group == "OEM") is is_oem and (place := person.answers[key].number) is not None]
        for is_oem in (True, False)
    )  # fmt: skip
    assert (len(one), len(other)) == (oem, supplier)
    assert sum((a > b) + 0.5 * (a == b) for a in one for b in other) == u


def test_volker_treats_minus_nine_as_no_answer() -> None:
    draft = only("likert_volker_chatgpt_en.csv")
    assert len(draft.respondents) == 101
    scales = {
        name: [one.key for one in draft.questions if one.key.startswith(f"cg_adoption_{name}_")]
        for name in ("advantage", "fearofuse", "social")
    }
    found = {name: alpha(draft, keys) for name, keys in scales.items()}
    assert {name: (round(value, 5), n) for name, (value, n) in found.items()} == {
        "advantage": (0.78655, 99), "fearofuse": (0.68885, 100), "social": (0.84037, 99)
    }  # fmt: skip
    top = [(sum(place >= 4 for place in places), len(places))
           for key in scales["advantage"] for places in [numbers(draft, key)]]  # fmt: skip
    assert top == [(51, 99), (28, 101), (64, 101), (55, 101)]
    assert sorted(counted(draft, "adopter").values()) == [1, 15, 22, 63]
    assert counted(draft, "sd_gender") == {"male": 60, "female": 40, "diverse": 1}
    assert counted(draft, "cg_act") == {"write": 54, "test": 17, "search": 32}


def test_math_anxiety_reproduces_the_published_shares() -> None:
    draft = only("likert_math_anxiety_raw.csv")
    (published,) = read_surveys(SURVEYS / "likert_math_anxiety_PUBLISHED_percent.csv").drafts
    assert len(published.respondents) == 14
    items = [question for question in draft.questions if question.kind == "likert"]
    assert len(items) == 14
    lines = (SURVEYS / "likert_math_anxiety_PUBLISHED_percent.csv").read_text().splitlines()[1:]
    for question, line in zip(items, lines, strict=True):
        shares = [float(part) for part in line.rsplit(",", 5)[1:]]
        places = numbers(draft, question.key)
        assert len(places) == 20
        assert [100 * places.count(place) / 20 for place in range(1, 6)] == pytest.approx(shares)


def test_the_waves_of_one_file_are_told_apart_and_a_scale_from_1_is_no_nps() -> None:
    draft = only("nps_garden_chain_t0_t3.csv")
    expected = {"0": (2976, 1831, 894, 251, 53.091), "1": (2361, 1431, 696, 234, 50.699),
                "2": (1633, 990, 501, 142, 51.929), "3": (1327, 840, 363, 124, 53.956)}  # fmt: skip
    for wave, figures in expected.items():
        said = [place for one in draft.respondents
                if one.wave == wave and (place := one.answers["nps"].number) is not None]  # fmt: skip
        n = len(said)
        promoters, detractors = sum(x >= 9 for x in said), sum(x <= 6 for x in said)
        value = round(100 * (promoters - detractors) / n, 3)
        assert (n, promoters, n - promoters - detractors, detractors, value) == figures
    scale = draft.question("nps").scale
    assert scale is not None
    assert (scale.low, scale.high) == (1, 10)
    assert any("no NPS" in warning for warning in draft.warnings)


def test_the_first_column_of_attitude_is_no_item() -> None:
    draft = only("alpha_attitude_employee_survey.csv")
    keys = [one.key for one in draft.questions]
    assert keys == [
        "rating",
        "complaints",
        "privileges",
        "learning",
        "raises",
        "critical",
        "advance",
    ]
    assert (round(alpha(draft, keys)[0], 5), alpha(draft, keys)[1]) == (0.84314, 30)
    without = [round(alpha(draft, [k for k in keys if k != key])[0], 5) for key in keys]
    assert without == [0.80976, 0.79692, 0.82785, 0.80303, 0.79539, 0.86387, 0.84046]


def test_cihr_has_three_rows_of_headings_on_five_sheets() -> None:
    found = drafts("training_eval_cihr.xlsx")
    assert [len(draft.respondents) for draft in found] == [15, 13, 14, 14, 22]
    assert {draft.header_rows for draft in found} == {3}
    expected = {"RateContent": [5.0, 5.154, 5.429, 5.5, 5.273],
                "RatePace": [4.933, 5.385, 5.5, 5.929, 5.636],
                "RateClarity": [6.333, 6.692, 6.143, 6.643, 6.619]}  # fmt: skip
    for key, means in expected.items():
        assert [round(mean(numbers(draft, key)), 3) for draft in found] == means
    final = found[-1]
    assert len(numbers(final, "RateClarity")) == 21
    recommend = final.question("RecToOthers")
    assert recommend.kind != "nps"
    assert recommend.scale is not None
    assert (recommend.scale.low, recommend.scale.high) == (1, 8)
    assert round(mean(numbers(final, "RecToOthers")), 3) == 7.818
    series = final.question("CourseEffectUnderstandTimeSeries")
    labels = {option.code: option.label for option in series.options}
    said = Counter(labels[code] for code in counted(final, series.key) for _ in range(
        counted(final, series.key)[code]
    ))  # fmt: skip
    assert said == {"Great improvement": 15, "Some improvement": 6, "Very little improvement": 1}
    assert len(real(final, "CourseEffectUnderstandHMIS")) == 21
    assert len(real(final, "CourseEffectUnderstandR")) == 19
    assert any("no NPS" in warning for warning in final.warnings)


def test_what_was_chosen_for_one_wave_reads_the_next() -> None:
    path = SURVEYS / "surveymonkey_flying_etiquette.csv"
    before = only(path.name)
    orders = {one.key: one.suggestion for one in before.asked}
    after = read_surveys(path, Choices(orders=orders)).drafts[0]
    assert not after.asked
    recline = after.question(key_of(after, "rude to recline your seat"))
    assert recline.kind == "likert"
    places = numbers(after, recline.key)
    assert (sum(place >= 2 for place in places), len(places)) == (352, 854)


@pytest.mark.parametrize(
    "path",
    sorted([*SURVEYS.glob("*.csv"), *SURVEYS.glob("[!x]*.xlsx")]),
    ids=lambda path: path.name,
)
def test_twice_the_same_file_gives_the_same_identities(path: Path) -> None:
    first, second = (
        [one.identity for draft in read_surveys(path).drafts for one in draft.respondents]
        for _ in range(2)
    )
    assert first == second
    assert len(set(first)) == len(first)
