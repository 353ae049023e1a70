"""The kiosk: one person after another, from the greeting to the thanks, and back to the start."""

from collections.abc import Callable

from PySide6.QtCore import QTimer

from changedesk.store.errors import ChangeDeskError
from changedesk.survey.going_on import HalfDone, code_of, half_done
from changedesk.survey.linking import linked
from changedesk.survey.responding import take_response
from ui.desk_context import DeskContext
from ui.jobs import Progress
from ui.messages import Message
from ui.survey.kiosk_faces import CodeFace, GroupFace, PersonFace, SayFace
from ui.survey.kiosk_frame import AnyFace, KioskFrame
from ui.survey.kiosk_idle import Countdown, IdleWatch
from ui.survey.kiosk_questions import QuestionsFace
from ui.survey.kiosk_setup import Collecting
from ui.survey.kiosk_visit import Visit

STILL_SECONDS, THANKS_SECONDS, KEPT_SECONDS = 20, 10, 45
_SLOW_MS = 300


class KioskWindow(KioskFrame):
    """Collects for one wave. Nothing stays on the screen of what a person answered."""

    def __init__(self, context: DeskContext, chosen: Collecting) -> None:
        super().__init__(context.theme, chosen.offer.survey.title)
        self._context, self.chosen = context, chosen
        self.visit: Visit | None = None
        self._half: HalfDone | None = None
        self._behind: AnyFace | None = None
        self._reached: str | None = None
        self._make_faces()
        self.idle = IdleWatch(chosen.idle, self)
        self.idle.idle.connect(self._ask_still)
        self.countdown = Countdown(self)
        self.countdown.ticked.connect(self._show_left)
        self.countdown.ended.connect(self._run_out)
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(_SLOW_MS)
        self._slow.timeout.connect(self._tell_slow)
        self.start()

    def _make_faces(self) -> None:
        look = self.look
        self.welcome = SayFace(look, self.tr("Begin"), self.tr("Go on with answers left half-way"))
        self.welcome.accepted.connect(self._begin)
        self.welcome.other.connect(self._ask_code)
        self.resume = CodeFace(look, self.tr("Go on"), self.tr("Back"))
        self.resume.accepted.connect(self._seek_code)
        self.resume.other.connect(self.start)
        self.resume.left.connect(self.start)
        self.person = PersonFace(look, self.chosen.offer.people)
        self.person.chosen.connect(self._take_person)
        self.group = GroupFace(look, self.chosen.groups)
        self.group.chosen.connect(self._take_group)
        self.own = CodeFace(look, self.tr("Go on"), self.tr("Go on without a code"))
        self.own.accepted.connect(self._seek_own)
        self.own.other.connect(self._without_code)
        self.half = SayFace(look, self.tr("Go on where I stopped"), self.tr("Begin anew"))
        self.half.accepted.connect(self._take_half)
        self.half.other.connect(self._leave_half)
        self.questions = QuestionsFace(look)
        self.questions.finished.connect(self._finish)
        self.questions.left.connect(self._step_back)
        self.questions.later.connect(self._keep_for_later)
        self.still = SayFace(look, self.tr("I am still here"), anywhere=True)
        self.still.accepted.connect(self._come_back)
        self.kept = SayFace(look, self.tr("To the start"))
        self.kept.accepted.connect(self.start)
        self.thanks = SayFace(look, self.tr("To the start"), anywhere=True)
        self.thanks.accepted.connect(self.start)
        for face in (self.person, self.group, self.own, self.half):
            face.left.connect(self._step_back)
        for each in (
            self.welcome, self.resume, self.person, self.group, self.own, self.half,
            self.questions, self.still, self.kept, self.thanks,
        ):  # fmt: skip
            self.stack.addWidget(each)

    # -- the start ----------------------------------------------------------------------------

    def start(self) -> None:
        """Wait for the next person; nothing of the one before is left."""
        self.countdown.stop()
        self.idle.watch(False)
        self.visit = self._half = self._behind = None
        self.questions.forget()
        survey = self.chosen.offer.survey
        promise = {
            "anonymous": self.tr(
                "Your answers are anonymous: nothing that tells who you are, nor when you "
                "answered, is kept."
            ),
            "confidential": self.tr(
                "Your answers are confidential: only the project team sees them one by one, and "
                "figures are shown for groups of {0} or more."
            ).format(survey.min_cell),
            "identified": self.tr("Your answers are kept with your name."),
        }[survey.mode]
        self.welcome.say(survey.title, survey.welcome, small=promise)
        self.turn_to(self.welcome)

    def _steps(self) -> list[AnyFace]:
        """Return what is asked before the questions."""
        offer = self.chosen.offer
        wanted: list[tuple[AnyFace, bool]] = [
            (self.person, bool(offer.people)),
            (self.group, bool(self.chosen.groups)),
            (self.own, bool(self.chosen.key)),
        ]
        return [face for face, there in wanted if there]

    def _begin(self) -> None:
        self.visit = self._fresh()
        self._half = None
        self.idle.watch(True)
        self._next_step(None)

    def _fresh(self) -> Visit:
        offer = self.chosen.offer
        visit = Visit(offer.told, whole=offer.survey.layout == "page")
        visit.group = self.chosen.group
        return visit

    def _next_step(self, done: AnyFace | None) -> None:
        steps = self._steps()
        place = steps.index(done) + 1 if done in steps else 0
        if place < len(steps):
            self._show_step(steps[place])
        else:
            self._show_questions()

    def _step_back(self) -> None:
        steps = self._steps()
        face = self.face
        place = steps.index(face) if face in steps else len(steps)
        if place > 0:
            self._show_step(steps[place - 1])
        elif self.visit is not None and not self.visit.empty:
            self.questions.show_page()
        else:
            self.start()

    def _show_step(self, face: AnyFace) -> None:
        if face is self.own:
            self.own.ask(
                self.tr("Your own code"),
                self.tr(
                    "The first two letters of your mother's first name and the day you were born, "
                    "such as MA07. It pairs your answers with those of the next time, and names "
                    "nobody."
                ),
            )
        self.turn_to(face)

    def _show_questions(self) -> None:
        assert self.visit is not None
        self.visit.begin()
        self.turn_to(self.questions)
        self.questions.show_visit(self.visit)

    def _take_person(self, key: int | None) -> None:
        if self.visit is not None:
            self.visit.person = key
            self._next_step(self.person)

    def _take_group(self, key: int | None) -> None:
        if self.visit is not None:
            self.visit.group = key
            self._next_step(self.group)

    # -- coming back --------------------------------------------------------------------------

    def _ask_code(self) -> None:
        self.idle.watch(True)
        self.resume.ask(
            self.tr("Go on with answers left half-way"),
            self.tr("Type the code that was shown to you when you stopped, such as K7M-2QX."),
        )
        self.turn_to(self.resume)

    def _seek_code(self) -> None:
        code, workspace, wave = self.resume.code, self._context.workspace, self.chosen.wave.id
        if self.locked:
            return
        if not code:
            self.resume.refuse(self.tr("Type the code, or go back."))
            return

        def work(_: Progress) -> HalfDone | None:
            return half_done(workspace, wave, code=code)

        self._lock(True)
        self._context.jobs.run(work, self._found_by_code, self._refused)

    def _found_by_code(self, found: HalfDone | None) -> None:
        self._lock(False)
        if self.face is not self.resume:
            return
        if found is None:
            self.resume.refuse(
                self.tr("No answers wait under this code. Look at it again, or begin anew.")
            )
            self.resume.begin()
            return
        self.visit = self._fresh()
        self.visit.go_on_from(found)
        self._show_questions()

    def _seek_own(self) -> None:
        code, workspace, wave = self.own.code, self._context.workspace, self.chosen.wave.id
        if self.locked or self.visit is None:
            return
        if not code:
            self.own.refuse(self.tr("Type your code, or go on without one."))
            return
        link = linked(self.chosen.key, code)
        self.visit.link = link

        def work(_: Progress) -> HalfDone | None:
            return half_done(workspace, wave, link=link) if link else None

        self._lock(True)
        self._context.jobs.run(work, self._found_by_own, self._refused)

    def _found_by_own(self, found: HalfDone | None) -> None:
        self._lock(False)
        if self.face is not self.own:
            return
        if found is None or (self.visit is not None and self.visit.continues == found.name):
            self._next_step(self.own)
            return
        self._half = found
        self.half.say(
            self.tr("Welcome back"),
            self.tr("You stopped half-way, and your answers were kept."),
        )
        self.turn_to(self.half)

    def _take_half(self) -> None:
        if self.visit is not None and self._half is not None:
            self.visit.go_on_from(self._half)
        self._show_questions()

    def _leave_half(self) -> None:
        # What was left half-way no longer counts: these answers take its place.
        if self.visit is not None and self._half is not None:
            self.visit.continues = self._half.name
        self._show_questions()

    def _without_code(self) -> None:
        if self.visit is not None:
            self.visit.link = ""
            self._next_step(self.own)

    # -- the end ------------------------------------------------------------------------------

    def _finish(self) -> None:
        if self.visit is not None and not self.locked:
            self._write(None, self._thank)

    def _thank(self, _name: str) -> None:
        self._lock(False)
        self.idle.watch(False)
        self.visit = None
        self.questions.forget()
        words = self.chosen.offer.survey.thanks.strip() or self.tr("Thank you")
        heading, _, rest = words.partition(".") if words.startswith(self.tr("Thank you")) else (
            self.tr("Thank you"), "", words
        )  # fmt: skip
        self._thanked = (f"✔ {heading}", rest.strip())
        self.turn_to(self.thanks)
        self.countdown.begin(THANKS_SECONDS)

    def _keep_for_later(self) -> None:
        if self.visit is None or self.locked:
            return
        if self.visit.empty:
            self.start()
        else:
            self._write(self.visit.reached, self._tell_kept)

    def _tell_kept(self, name: str) -> None:
        self._lock(False)
        self.idle.watch(False)
        self.visit = None
        self.questions.forget()
        self._kept_code = code_of(name)
        self.turn_to(self.kept)
        self.countdown.begin(KEPT_SECONDS)

    def keep_before_leaving(self) -> None:
        """Keep what was answered so far: the PIN was given in the middle of it."""
        visit, self.visit = self.visit, None
        self.idle.watch(False)
        self.countdown.stop()
        if visit is not None and not visit.empty and not self.locked:
            self._context.jobs.write(self._work(visit, visit.reached))

    def _work(self, visit: Visit, reached: str | None) -> Callable[[Progress], str]:
        workspace, wave = self._context.workspace, self.chosen.wave.id
        answers, who, how = dict(visit.answers), visit.who, visit.how
        if reached is not None:
            # What is half typed is no answer yet.
            for key, fault in visit.told.faults(answers).items():
                if fault.code != "required":
                    answers.pop(key, None)

        def work(_: Progress) -> str:
            return take_response(workspace, wave, answers, who, how, reached=reached)

        return work

    def _write(self, reached: str | None, done: Callable[[str], None]) -> None:
        assert self.visit is not None
        self._lock(True)
        self._context.jobs.write(self._work(self.visit, reached), done, self._refused)

    def _lock(self, locked: bool) -> None:
        self.locked = locked
        self.stack.setEnabled(not locked)
        if locked:
            self._slow.start()
        else:
            self._slow.stop()
            self.bar.hide()

    def _tell_slow(self) -> None:
        self.bar.show_message(Message(self.tr("One moment…")))

    def _refused(self, error: BaseException) -> None:
        self._lock(False)
        self.countdown.stop()
        if self.face is self.still and self._behind is not None:
            self.stack.setCurrentWidget(self._behind)
        words = str(error) if isinstance(error, ChangeDeskError) else self.tr(
            "The answers could not be kept, for a reason that nobody foresaw."
        )  # fmt: skip
        told = self.tr("{0} Your answers are still here; please fetch somebody.").format(words)
        self.bar.show_message(Message(told, "bad"), stay=True)
        if not isinstance(error, ChangeDeskError):
            self._context.messages.problem(error)
        if self.face is self.questions and self.questions.cards:
            self.questions.card.begin()

    # -- nobody there -------------------------------------------------------------------------

    def _ask_still(self) -> None:
        if self.locked or self.face in (self.welcome, self.still, self.kept, self.thanks):
            return
        self._behind = self.face
        self.turn_to(self.still)
        self.countdown.begin(STILL_SECONDS)

    def _come_back(self) -> None:
        self.countdown.stop()
        if self._behind is None:
            return
        self.stack.setCurrentWidget(self._behind)
        self.idle.watch(True)
        if self._behind is self.questions:
            self.questions.card.begin()
        else:
            self._behind.setFocus()

    def _show_left(self, left: int) -> None:
        back = self.tr("Back to the start in {0} s").format(left)
        if self.face is self.still:
            self.still.say(
                self.tr("Are you still there?"),
                self.tr("Touch the screen or press a key to go on."),
                small=self.tr("Otherwise what you answered is kept. ") + back,
            )
        elif self.face is self.kept:
            self.kept.say(
                self.tr("Your answers are kept"),
                self.tr("To go on with them, choose “Go on with answers left half-way” at the "
                        "start and type this code. Please note it now:"),
                self._kept_code, back,
            )  # fmt: skip
        elif self.face is self.thanks:
            self.thanks.say(*self._thanked, small=back)

    def _run_out(self) -> None:
        if self.face is not self.still or self.visit is None or self.visit.empty:
            self.start()
        else:
            self._write(self.visit.reached, self._tell_kept)
