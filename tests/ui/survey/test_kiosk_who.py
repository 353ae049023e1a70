"""Who answers at the kiosk: nobody, a group, a person, or a code of one's own."""

from changedesk.people.records import Group, Person
from changedesk.survey.records import Response
from changedesk.survey.responding import waiting_answers
from tests.ui.survey.kiosk_keys import ENTER, asked, box


def test_anonymous_answers_leave_no_trace_of_who_or_when(hand, four):
    hand.design(four, mode="anonymous")
    window = hand.kiosk(group="nobody")
    before = hand.workspace.journal_length()
    for _ in range(3):
        hand.press(ENTER, "2", "7", ENTER, ENTER)
    assert waiting_answers(hand.workspace, hand.wave) == 3
    assert hand.workspace.journal_length() == before
    assert hand.workspace.find(Response) is None
    assert "anonymous" in window.welcome.small.text()
    with hand.workspace.connected() as sql:
        texts = [row[0] for row in sql.rows("SELECT answers FROM sealed_answer")]
    assert len(set(texts)) == 1
    assert "Dana" not in texts[0]


def test_a_group_is_chosen_at_the_start_or_not_said(hand, ask):
    hand.design([ask("used", "single", ["yes", "no"])])
    window = hand.kiosk()
    hand.press(ENTER)
    assert window.face is window.group
    hand.press("1", "1", ENTER, ENTER, "2", "2")
    found = {one.answers["used"]: one.group for one in hand.given()}
    assert found == {"yes": hand.workspace.find(Group).id, "no": None}


def test_a_person_says_who_she_is_and_no_name_is_shown_before(hand, ask):
    hand.design([ask("used", "single", ["yes", "no"])], mode="identified")
    window = hand.kiosk(group="nobody")
    hand.press(ENTER)
    names = window.person.list
    assert all(names.item(n).isHidden() for n in range(names.count()))
    hand.press("chl", ENTER, "1")
    assert hand.given()[0].person == hand.workspace.find(Person, name="Chloé").id


def test_one_s_own_code_pairs_the_waves_and_brings_half_answers_back(hand, four):
    hand.design(four, linked=True)
    window = hand.kiosk(group="nobody", passphrase="correct horse")
    hand.press(ENTER)
    assert window.face is window.own
    hand.press(ENTER)
    assert "go on without" in window.own.wrong.text()
    hand.press("ma 07", ENTER, "1")
    hand.click(window.questions.later_button)
    hand.press(ENTER, ENTER, "MA07", ENTER)
    assert window.face is window.half
    hand.press(ENTER)
    assert asked(window) == ["missing"]
    hand.press(ENTER, "9", ENTER)
    assert window.face is window.thanks
    (response,) = hand.given()
    assert response.link
    assert "ma07" not in response.link
    assert not response.partial


def test_whoever_begins_anew_takes_the_place_of_the_half_answers(hand, four):
    hand.design(four, linked=True)
    window = hand.kiosk(group="nobody", passphrase="correct horse")
    hand.press(ENTER, "MA07", ENTER, "1")
    hand.click(window.questions.later_button)
    hand.press(ENTER, ENTER, "MA07", ENTER)
    hand.click(window.half.second)
    assert asked(window) == ["used"]
    assert not box(window, "yes").isChecked()
    hand.press("2", "9", ENTER)
    (response,) = hand.given()
    assert response.answers["used"] == "no"
