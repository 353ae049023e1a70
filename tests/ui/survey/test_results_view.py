"""The view Results: bars with bases, groups that stay hidden, verdicts in words, tables to copy."""

import re

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from changedesk.people.actions import add_group
from changedesk.survey.actions import survey_from_form
from changedesk.survey.asking import add_wave, close_wave, open_wave, set_invited
from changedesk.survey.comparing import Comparison, compare_samples
from changedesk.survey.contrasts import Contrast
from changedesk.survey.ready import ReadyOption, ReadyQuestion
from changedesk.survey.responding import Respondent, take_response
from ui.survey.result_words import effect_words, verdict_code

FIVE = tuple(ReadyOption(str(n), f"Level {n}", n) for n in range(1, 6))
ASKED = (
    ReadyQuestion(1, "easy", "likert", "It is easy", options=FIVE),
    ReadyQuestion(2, "helps", "likert", "It helps", options=FIVE, reverse=True),
    ReadyQuestion(3, "recommend", "nps", "Would you recommend it?"),
    ReadyQuestion(4, "why", "text", "Why?"),
)
HIDDEN = "hidden: a group under 5"


@pytest.fixture
def desk(opened):
    return opened.session.desk.workspace


@pytest.fixture
def make(desk, opened):
    """Make a survey with waves: each a list of (group, how many, answer on the scale)."""

    def made(*waves, mode="confidential", close=True, least=5):
        project = opened.session.desk.context.project_id
        survey = survey_from_form(desk, project, "Pulse", ASKED, mode=mode, min_cell=least)
        names = dict.fromkeys(group for wave in waves for group, *_ in wave)
        groups = {name: add_group(desk, name, headcount=30) for name in names}
        for place, wave in enumerate(waves):
            key = add_wave(desk, survey, f"Wave {place + 1}", opens=f"2026-0{place + 1}-01")
            open_wave(desk, key)
            set_invited(desk, key, {groups[name]: (20, None) for name, *_ in wave})
            for name, people, answer in wave:
                for n in range(people):
                    said = max(1, min(5, answer + n % 3 - 1))
                    answers = {"easy": str(said), "helps": "2", "recommend": str(said * 2)}
                    take_response(desk, key, answers, Respondent(groups[name]))
            if close:
                close_wave(desk, key)
        return survey

    return made


@pytest.fixture
def view(opened, qtbot):
    def shown():
        opened.window.desk_view.show_page("surveys")
        page = opened.window.desk_view.current
        qtbot.waitUntil(lambda: page.pane is not None)
        page.turn_to("results")
        here = page.here
        qtbot.waitUntil(lambda: here.found is not None)
        return here

    return shown


def press_copy(widget):
    QTest.keyClick(widget, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    return QGuiApplication.clipboard().text()


def turn(here, name):
    picture = getattr(here.pictures, name)
    here.turn_to(picture)
    return picture


def told(view, place=0):
    return view.pictures.answers.list.lines.index(place).data(
        int(Qt.ItemDataRole.AccessibleTextRole)
    )


def test_a_question_shows_its_share_with_base_and_interval(make, view):
    make([("Chat", 12, 4)])
    here = view()
    row = here.pictures.answer_rows[0]
    assert (row.first, row.second) == ("67 % (39–86 %)", "8 of 12")
    assert [part.n for part in row.parts] == [0, 0, 4, 4, 4]
    assert "Level 4 33 %" in told(here)
    assert here.pictures.answer_rows[1].item.question.reverse


def test_enter_opens_what_is_behind_a_question_and_escape_closes_it(make, view, qtbot):
    make([("Chat", 12, 4)], [("Chat", 10, 3)])
    here = view()
    bars = turn(here, "answers").list
    bars.setFocus()
    QTest.keyClick(bars, Qt.Key.Key_Return)
    assert here.detail.isVisible()
    assert here.detail.heading.text() == "It is easy"
    assert "10 answered." in here.detail.facts.text()
    assert "Median 3, mean" in here.detail.facts.text()
    rows = here.detail.table.lines.sheet.rows
    assert [row[:2] for row in rows] == [("Wave 1", "12"), ("Wave 2", "10")]
    QTest.keyClick(here.detail.table, Qt.Key.Key_Escape)
    assert not here.detail.isVisible()


def test_a_click_opens_what_is_behind_a_question(make, view):
    make([("Chat", 12, 4)])
    here = view()
    bars = here.pictures.answers.list
    place = bars.visualRect(bars.lines.index(2)).center()
    QTest.mouseClick(bars.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert here.detail.heading.text() == "Would you recommend it?"
    assert "NPS" in here.detail.facts.text()


def test_a_hidden_group_says_so_and_shows_no_number(make, view):
    make([("Chat", 9, 4), ("Mail", 8, 3), ("Night", 3, 2)])
    here = view()
    turn(here, "heat")
    columns = list(here.pictures.map.columns)
    night = columns.index("Night")
    words = {line[night].said for line in here.pictures.map.cells}
    assert words == {HIDDEN}
    assert not any(line[night].base for line in here.pictures.map.cells)
    turn(here, "answers")
    place = here.bar.part.findText("Night")
    here.bar.part.setCurrentIndex(place)
    here.bar.part.activated.emit(place)
    assert {row.first for row in here.pictures.answer_rows} == {HIDDEN}
    assert all(not row.parts for row in here.pictures.answer_rows)
    copied = press_copy(here.pictures.answers.list).splitlines()[1:]
    assert not re.search(r"\d", "".join(copied).replace(HIDDEN, ""))
    here._open_answer(0)
    assert "Hidden: fewer than 5" in here.detail.facts.text()
    assert not here.detail.bars.isVisible()


def test_fewer_who_agree_with_bad_news_are_shown_as_good_news(make, view):
    make([("Chat", 20, 2), ("Mail", 20, 2)], [("Chat", 20, 2), ("Mail", 20, 2)])
    here = view()
    turn(here, "heat")
    helps = here.pictures.map.keys.index("helps")
    assert here.pictures.map.names[helps] == "↺ It helps"
    assert {cell.said for cell in here.pictures.map.cells[helps]} == {"0 %"}
    assert {cell.level for cell in here.pictures.map.cells[helps]} == {1.0}
    assert "agreeing is bad news" in here.pictures.heat._legend.text()


@pytest.mark.parametrize(("verdict", "code"), [("up", "blocked"), ("down", "in_progress")])
def test_a_change_is_coloured_by_whether_it_is_good_news(verdict, code):
    told = Comparison("waves", "ordinal", "", (9, 9), verdict=verdict)
    change = Contrast("old", "Back to the old way", ("Wave 1", "Wave 2"), told)
    assert verdict_code(change, frozenset({"old"})) == code
    assert verdict_code(change, frozenset()) != code


def test_answers_that_are_all_alike_have_no_interval_of_no_width(make, view):
    make([("Chat", 12, 1)])
    here = view()
    wide = [row for row in here.pictures.answer_rows if row.item.question.key == "helps"]
    assert "(0–" in wide[0].first
    told = compare_samples([4.0] * 9, [4.0] * 9)
    assert (told.effect, told.low, told.high) == (0.0, None, None)
    assert effect_words(told) == "0.00"


def test_groups_of_an_open_anonymous_wave_wait_until_it_is_closed(make, view, desk):
    make([("Chat", 30, 4), ("Mail", 30, 3)], mode="anonymous", close=False)
    here = view()
    turn(here, "heat")
    words = {cell.said for line in here.pictures.map.cells for cell in line[1:]}
    assert words <= {"shown once the wave is closed"}
    assert words


def test_every_picture_can_be_copied_into_a_sheet(make, view):
    make([("Chat", 14, 2), ("Mail", 12, 3)], [("Chat", 14, 4), ("Mail", 12, 4)])
    here = view()
    for _, shown in here.pictures.titled():
        here.turn_to(shown)
        picture = shown.drawn
        lines = press_copy(picture).splitlines()
        assert len(lines) > 1, picture.accessibleName()
        assert len({line.count("\t") for line in lines}) == 1


def test_every_picture_is_a_table_too(make, view, qtbot):
    make([("Chat", 14, 2), ("Mail", 12, 3)], [("Chat", 14, 4), ("Mail", 12, 4)])
    here = view()
    box = here.bar.as_table
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))
    assert box.isChecked()
    table = here.pictures.answers.table
    assert table.isVisible()
    assert table.lines.sheet.rows[0][0] == "It is easy"
    QTest.mouseClick(
        table.viewport(), Qt.MouseButton.LeftButton,
        pos=table.visualRect(table.lines.index(1, 0)).center(),
    )  # fmt: skip
    assert here.detail.heading.text() == "It helps"


def test_a_rise_is_told_and_so_are_too_few_answers(make, view):
    make([("Chat", 14, 2)], [("Chat", 14, 4)])
    here = view()
    turn(here, "trend")
    assert here.pictures.trend_rows[0].verdict == "▲ up"
    table = turn(here, "changes").verdicts
    verdicts = {row[0]: row[2] for row in table.sheet.rows}
    assert verdicts["It is easy"] == "▲ up"
    table.setCurrentIndex(table.lines.index(0, 0))
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert "▲ up" in here.detail.facts.text()
    assert "treated as different" in here.detail.facts.text()


def test_few_answers_are_no_sign_that_nothing_changed(make, view):
    make([("Chat", 4, 2)], [("Chat", 3, 3)], least=3)
    here = view()
    changes = turn(here, "changes").verdicts.sheet.rows
    said = {row[2] for row in changes}
    assert any(words.startswith("? too few to tell") for words in said)
    assert any("more answers on each side" in words for words in said)
    place = next(n for n, row in enumerate(changes) if "?" in row[2])
    here._open_change(place)
    assert "not “no change”" in here.detail.facts.text()


def test_who_answered_tells_what_is_needed_and_who_is_missing(make, view):
    make([("Chat", 12, 4), ("Mail", 3, 4)])
    here = view()
    turn(here, "rates")
    shown = here.pictures.rate_rows
    rates = {row.name: (row.rate.complete, row.rate.asked, row.needed) for row in shown}
    assert rates == {"Everybody": (15, 40, 37), "Chat": (12, 20, 20), "Mail": (3, 20, 20)}
    here._open_rate(1)
    assert "8 did not answer" in here.detail.facts.text()
    assert "does not tell names" in here.detail.facts.text()


def test_one_wave_tells_no_trend_and_says_so(make, view):
    make([("Chat", 12, 4)])
    here = view()
    assert "no trend" in turn(here, "trend").nothing.text()
    assert "Two waves" in turn(here, "changes").nothing.text()


def test_without_answers_the_view_says_what_to_do_next(make, view, qtbot):
    make([])
    here = view()
    assert here.empty.isVisible()
    assert not here.found.answered


def test_a_response_that_comes_in_is_counted_at_once(make, view, desk, qtbot):
    survey = make([("Chat", 12, 4)], close=False)
    here = view()
    wave = here.found.whole.waves[0].wave.id
    take_response(desk, wave, {"easy": "5"})
    qtbot.waitUntil(lambda: here.found.whole.waves[0].responses == 13)
    assert survey == here.found.told.survey.id


def test_the_kiosk_and_the_waves_are_offered_where_nobody_answered(make, view, opened):
    make([])
    here = view()
    page = opened.window.desk_view.current
    buttons = [one for one in here.empty.findChildren(QPushButton) if one.isVisible()]
    assert buttons[0].text() == "Waves"
    QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
    assert page.name_here == "waves"
