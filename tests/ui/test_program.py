"""The life of the program: what it loads, a second start, damage, crashes, a blocked window."""

import gc
import os
import subprocess
import sys
import threading
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from changedesk.desk import new_desk, open_desk
from changedesk.people.records import Person
from changedesk.store.errors import EnvironmentProblem
from ui.crash import CrashLog, CrashReporter, details_of
from ui.garbage import Garbage
from ui.jobs import JobRunner
from ui.single_window import Doorbell, channel_of, raise_other
from ui.stall_watchdog import StallWatchdog

ROOT = Path(__file__).resolve().parents[2]


def run_python(code, **env):
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT, env={**os.environ, **env}, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_a_command_loads_no_qt(tmp_path):
    done = run_python(
        "import sys\n"
        "from ui.__main__ import main\n"
        "try:\n    main(['--version'])\nexcept SystemExit:\n    pass\n"
        "print('PySide6' in sys.modules)"
    )
    assert done.stdout.splitlines()[-1] == "False", done.stderr


def test_the_window_loads_nothing_that_it_does_not_need_yet():
    done = run_python(
        "import sys\nimport ui.app\n"
        "late = ('openpyxl', 'docx', 'PIL', 'typer', 'qtawesome', 'lxml', 'python_calamine',\n"
        "        'PySide6.QtNetwork', 'cryptography', 'psycopg')\n"
        "print([name for name in late if name in sys.modules])"
    )
    assert done.stdout.splitlines()[-1] == "[]", done.stderr


def test_garbage_is_collected_again_once_the_window_is_there(qapp):
    usual = gc.get_threshold()
    gc.disable()
    try:
        Garbage(JobRunner()).begin()
        assert gc.isenabled()
        assert gc.get_freeze_count() > 0
        assert gc.get_threshold()[2] > 1_000_000, "no full look in the middle of work"
    finally:
        gc.unfreeze()
        gc.set_threshold(*usual)
        gc.enable()


def test_the_last_workspace_opens_by_itself(desktop, workspace, qtbot):
    address = workspace.address
    workspace.close()
    desktop.services.settings.add_recent(address)
    desktop.show()
    assert desktop.session.desk.workspace.address == address


def test_a_last_workspace_that_is_gone_leads_to_the_welcome_page(desktop, tmp_path):
    desktop.services.settings.add_recent(str(tmp_path / "gone.changedesk"))
    desktop.show()
    assert desktop.session.desk is None
    assert desktop.window.stack.currentWidget() is desktop.window.welcome


def test_a_second_start_rings_at_the_first(qtbot, workspace):
    door = Doorbell()
    assert door.listen(workspace.address)
    code = f"from ui.single_window import raise_other\nprint(raise_other({workspace.address!r}))"
    with qtbot.waitSignal(door.rung, timeout=30_000):
        second = started(code)
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=30_000)
    assert second.communicate()[0].strip() == "True"
    door.close()


def started(code):
    return subprocess.Popen(
        [sys.executable, "-c", code],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_nobody_answers_for_a_workspace_that_is_not_open(qapp, tmp_path):
    assert not raise_other(str(tmp_path / "nobody.changedesk"))


def test_the_channel_tells_nothing_about_the_file():
    assert "secret" not in channel_of("/home/dana/secret.changedesk")
    assert channel_of("/a/b.changedesk") == channel_of(
        "/a/../a/b.changedesk".replace("/a/../a", "/a")
    )


def test_a_workspace_that_another_window_has_is_told(desktop, workspace, qtbot):
    address = workspace.address
    workspace.close()
    holder = run_holder(address)
    try:
        desktop.session.open(address)
        assert desktop.session.desk is None
        assert "does not answer" in desktop.window.message_bar.text
    finally:
        holder.communicate()


def run_holder(address):
    holder = started(
        "import sys\nfrom changedesk.desk import open_desk\n"
        f"ws = open_desk({address!r}, window=True)\nprint('open', flush=True)\n"
        "sys.stdin.read()\nws.close()"
    )
    assert holder.stdout is not None
    assert holder.stdout.readline().strip() == "open"
    return holder


def test_a_workspace_that_cannot_be_written_opens_with_a_banner(
    desktop, workspace, qtbot, monkeypatch
):
    address = workspace.address
    workspace.close()
    monkeypatch.setattr("os.access", lambda path, mode: False)
    desktop.session.open(address)
    desktop.window.show()
    assert "read-only" in desktop.window.banner.text
    assert desktop.services.actions.action("edit.undo").isEnabled() is False


def test_a_damaged_workspace_is_told_in_a_sentence_and_left_alone(desktop, tmp_path):
    path = tmp_path / "damaged.changedesk"
    workspace = new_desk(path)
    workspace.close()
    data = bytearray(path.read_bytes())
    data[4096 : 4096 * 3] = b"\xff" * 8192
    path.write_bytes(data)
    desktop.session.open(str(path))
    assert desktop.session.desk is None
    assert "damaged" in desktop.window.message_bar.text
    assert path.read_bytes() == bytes(data)


def test_what_nobody_caught_is_told_in_the_gui_thread(qtbot, qapp):
    reporter = CrashReporter()
    told: list[BaseException] = []
    reporter.happened.connect(told.append)
    reporter.tell(ZeroDivisionError("bug"))
    assert [type(error) for error in told] == [ZeroDivisionError]
    sentences: list[BaseException] = []
    reporter.sentence.connect(sentences.append)
    reporter.tell(EnvironmentProblem("The disk is full."))
    assert [str(error) for error in sentences] == ["The disk is full."]


def test_an_error_on_a_thread_is_caught(qtbot, qapp):
    reporter = CrashReporter()
    previous = threading.excepthook
    reporter.install()
    try:
        with qtbot.waitSignal(reporter.happened) as told:
            thread = threading.Thread(target=lambda: 1 / 0)
            thread.start()
            thread.join()
        assert isinstance(told.args[0], ZeroDivisionError)
    finally:
        reporter.uninstall()
    assert threading.excepthook is previous


def test_failing_while_telling_of_a_failure_ends(qapp):
    reporter = CrashReporter()
    seen = []

    def fail(error):
        seen.append(error)
        reporter.tell(ValueError("again"))

    reporter.happened.connect(fail)
    reporter.tell(ZeroDivisionError())
    assert len(seen) == 1


def test_details_hold_no_name_of_a_file(tmp_path):
    text = details_of(ValueError("x"))
    assert "ChangeDesk" in text
    assert str(tmp_path) not in text


def test_what_a_crash_left_behind_is_found_at_the_next_start(tmp_path):
    (tmp_path / "crash.txt").write_text("Fatal Python error: Segmentation fault", "utf-8")
    log = CrashLog(tmp_path)
    assert "Segmentation fault" in log.earlier
    log.close()
    again = CrashLog(tmp_path)
    assert again.earlier == ""
    again.close()


def test_the_watchdog_names_what_blocked_the_window(qtbot, qapp):
    import io
    import time

    output = io.StringIO()
    watchdog = StallWatchdog(output, blocked=0.05)
    watchdog.start()

    def block():
        end = time.monotonic() + 0.3
        while time.monotonic() < end:
            pass

    # On a busy machine the window may be late before it is blocked: that is a stall of its own.
    for attempt in range(1, 6):
        QTimer.singleShot(0, block)
        qtbot.waitUntil(lambda: watchdog.stalls >= attempt and watchdog.worst_ms > 200)  # noqa: B023
        if "in block" in output.getvalue():
            break
    watchdog.stop()
    assert "in block" in output.getvalue()


def test_an_edit_made_while_the_window_closes_is_there_afterwards(desktop, workspace, qtbot):
    address = workspace.address
    workspace.close()
    desktop.session.open(address)
    desktop.window.show()
    with desktop.session.desk.workspace.change("Late") as change:
        change.add(Person(name="Late"))
    QApplication.processEvents()
    desktop.window.close()
    again = open_desk(address)
    assert again.find(Person, name="Late") is not None
    again.close()


def test_a_window_that_hears_of_a_second_start_is_not_dressed_anew(desktop):
    # Qt dresses and paints a window again whose class has got a slot meanwhile.
    assert desktop.window.metaObject().indexOfSlot("bring_up()") >= 0
