"""Sheets as people keep them: notes below, stories above scenarios, titles that come again."""

from tests.exchange.reading import Maker, read


def test_texts_of_steps_stand_beside_their_numbers_though_a_note_stands_below(
    workbook: Maker,
) -> None:
    found = read(
        workbook(
            [
                ["Nr.", "Testfall", "Schritt", "Testschritt", "Erwartetes Ergebnis", "Ergebnis"],
                ["TF-1", "Chat", 1, "Öffnen", "Offen", "i.O."],
                [None, None, 2, "Antworten", "Antwort da", "n.i.O."],
                ["TF-2", "Ticket", 1, "Absenden", "Nummer", "bestanden"],
                [],
                ["Freigabe durch:", "________", "Datum:", "________"],
            ]
        )
    )
    assert [[step.do for step in script.steps] for script in found.scripts] == [
        ["Öffnen", "Antworten"],
        ["Absenden"],
    ]


def test_scenarios_of_one_user_story_are_scripts_of_their_own(workbook: Maker) -> None:
    found = read(
        workbook(
            [
                ["User story", "Scenario", "Given", "When", "Then", "Status"],
                ["US-1", "Log in", "a user", "logs in", "sees home", "Passed"],
                ["US-1", "Log out", "a user", "logs out", "sees bye", "Failed"],
            ]
        )
    )
    assert [(s.area, s.title, s.outcome) for s in found.scripts] == [
        ("US-1", "Log in", "pass"),
        ("US-1", "Log out", "fail"),
    ]


def test_the_same_title_in_another_area_is_another_script(workbook: Maker) -> None:
    head = ["Module", "Title", "Steps", "Expected result"]
    rows = [["Voice", "Transfer", "Press T", "Gone"], ["Chat", "Transfer", "Click", "Moved"]]
    assert [s.area for s in read(workbook([head, *rows])).scripts] == ["Voice", "Chat"]


def test_areas_of_later_steps_are_kept(workbook: Maker) -> None:
    head = ["ID", "Title", "Screen", "Step", "Steps", "Expected result"]
    rows = [["T-1", "Buy", "Cart", 1, "Fill", "Full"], ["T-1", "Buy", "Till", 2, "Pay", "Paid"]]
    (script,) = read(workbook([head, *rows])).scripts
    assert (script.area, ("Screen", "Till") in script.further) == ("Cart", True)


def test_a_block_for_each_tester_is_one_script_with_a_run_for_each(workbook: Maker) -> None:
    head = ["Test No", "Description", "Expected", "Pass/Fail", "Comments"]
    found = read(
        workbook(
            [
                ["Tester: Ann"],
                head,
                [1, "Open case", "Opens", "Pass", None],
                [2, "Close case", "Closes", "Fail", "error"],
                [],
                ["Tester: Bob"],
                head,
                [1, "Open case", "Opens", "Fail", "slow"],
                [2, "Close case", "Closes", "Pass", None],
            ]
        )
    )
    assert [
        (s.title, s.area, [(r.tester, r.outcome) for r in s.rounds]) for s in found.scripts
    ] == [
        ("Open case", "", [("Ann", "pass"), ("Bob", "fail")]),
        ("Close case", "", [("Ann", "fail"), ("Bob", "pass")]),
    ]


def test_a_block_without_a_name_is_not_the_tester_s_above(workbook: Maker) -> None:
    head = ["Test No", "Description", "Expected", "Pass/Fail"]
    one = ["Tester: Ann"], head, [1, "Open case", "Opens", "Pass"]
    two = ["Tester: ____"], head, [2, "Close case", "Closes", "Fail"]
    found = read(workbook([*one, [], *two]))
    assert [(s.title, s.tester) for s in found.scripts] == [
        ("Open case", "Ann"),
        ("Close case", ""),
    ]


def test_a_title_with_a_result_and_nothing_else_is_a_script_and_no_section(
    workbook: Maker,
) -> None:
    found = read(
        workbook(
            [
                ["Title", "Steps", "Expected", "Status"],
                ["ACCOUNTS"],
                ["Log in", "Open", "Home", "Pass"],
                ["Log out", None, None, "Fail"],
                ["CASES", None, None, "Not run"],
                ["Open case", "Click", "Opens", "Pass"],
            ]
        )
    )
    assert [(s.area, s.title, s.outcome) for s in found.scripts] == [
        ("ACCOUNTS", "Log in", "pass"),
        ("ACCOUNTS", "Log out", "fail"),
        ("CASES", "Open case", "pass"),
    ]
