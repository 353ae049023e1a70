"""The view Comments: what people wrote, sorted by a codebook, counted, and answered for."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from changedesk.handover.comment_entry import enter_resistance
from changedesk.impact.records import ResistanceEntry
from changedesk.store.change import ChangeSet
from changedesk.store.errors import UserError
from changedesk.survey.codebook import (
    FEW,
    OPEN,
    Agreement,
    agreement,
    has_read,
    moods,
    prevalence,
    readers,
)
from changedesk.survey.comments import CODE, RELEASE, SENTIMENT, YES, mark_comment
from changedesk.survey.records import CommentCode
from changedesk.survey.suppression import QUOTES_MINIMUM
from ui.desk_context import DeskContext
from ui.jobs import Progress
from ui.page import master_detail
from ui.survey import result_words as words
from ui.survey.code_parts import CodeParts
from ui.survey.comment_list import CommentList, key_of, mood_words, rows_of
from ui.survey.comments_reading import CommentsFound, read_comments
from ui.survey.figure_sheet import Sheet, SheetTable
from ui.survey.in_hand import SurveyInHand
from ui.survey.results_bar import Choice
from ui.theme.tokens import GRID
from ui.uat.words import percent
from ui.widgets.buttons import action_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.text import ElidedLabel, plain_label

CONCERNING = frozenset(
    ("survey", "question", "wave", "response", "answer_batch", "comment_code", "comment_mark")
)


class CommentsView(QWidget):
    """Choices above, the comments at the left, subjects and codebook at the right."""

    def __init__(
        self,
        context: DeskContext,
        in_hand: SurveyInHand,
        add_code: QAction,
        enter: QAction,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._in_hand = context, in_hand
        self._number = 0
        self.found: CommentsFound | None = None
        self.survey = Choice(self.tr("Survey"), 16)
        self.question = Choice(self.tr("Question"), 22)
        self.wave = Choice(self.tr("Wave"), 14)
        self.reader = QComboBox()
        self.reader.setEditable(True)
        self.reader.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.reader.setMinimumContentsLength(10)
        self.reader.setAccessibleName(self.tr("Read as"))
        self.reader.setEditText(context.workspace.actor)
        self.list = CommentList(context.theme, self.tr("Comments"))
        self.said = ElidedLabel()
        self.said.setProperty("look", "soft")
        self.codes = SheetTable(context.theme, self.tr("Subjects"))
        self.agreed = plain_label("", "soft", wrap=True)
        self.codebook = CodeParts(
            context, CommentCode,
            self.tr("A subject has a name, what it means, and an example: so two readers sort "
                    "alike."),
            add_code,
        )  # fmt: skip
        self.empty = EmptyState(context.theme, "surveys", "", "")
        self._lay_out(enter)
        for box in (self.question, self.wave):
            box.picked.connect(self.fetch)
        self.survey.picked.connect(self._choose_survey)
        self.reader.editTextChanged.connect(self._show)
        self.list.coded.connect(self.toggle_code)
        self.list.felt.connect(self.feel)
        self.list.released.connect(self.release)
        self.list.chosen.connect(self._moved)
        self.codes.doubleClicked.connect(self._toggle_line)
        self.codes.activated.connect(self._toggle_line)
        in_hand.changed.connect(self._other_survey)
        self.setFocusProxy(self.list)

    def _lay_out(self, enter: QAction) -> None:
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self._subjects(enter), self.tr("Subjects"))
        self.tabs.addTab(self.codebook, self.tr("Codebook"))
        split = master_detail(
            self._comments(), self.tabs, (60, 40), settings=self._context.settings,
            name="survey_comments",
        )  # fmt: skip
        full = QWidget()
        whole = QVBoxLayout(full)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._bar())
        self.said.setContentsMargins(GRID * 3, 0, GRID * 3, GRID)
        whole.addWidget(self.said)
        self.nothing = plain_label("", "soft", wrap=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setMargin(GRID * 6)
        self._inner = QStackedWidget()
        self._inner.addWidget(split)
        self._inner.addWidget(self.nothing)
        whole.addWidget(self._inner, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(full)
        self._stack.addWidget(self.empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def _bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setContentsMargins(GRID * 3, GRID * 3 // 2, GRID * 3, GRID)
        bar.setSpacing(GRID)
        for title, box, share in (
            (self.tr("&Survey"), self.survey, 2), (self.tr("&Question"), self.question, 3),
            (self.tr("&Wave"), self.wave, 2), (self.tr("&Read as"), self.reader, 1),
        ):  # fmt: skip
            label = plain_label(title, "soft")
            label.setBuddy(box)
            bar.addWidget(label)
            bar.addWidget(box, share)
            bar.addSpacing(GRID)
        return bar

    def _comments(self) -> QFrame:
        keys = plain_label(
            self.tr("1–9, a–z: subject · + = −: mood · Space: may be quoted · Enter: next"), "small"
        )
        keys.setContentsMargins(GRID * 3, GRID, GRID, GRID)
        frame = QFrame()
        frame.setProperty("look", "surface")
        column = QVBoxLayout(frame)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(keys)
        column.addWidget(self.list, 1)
        return frame

    def _subjects(self, enter: QAction) -> QWidget:
        subjects = QWidget()
        column = QVBoxLayout(subjects)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(GRID)
        column.addWidget(self.codes, 1)
        self.agreed.setContentsMargins(GRID, 0, GRID, 0)
        column.addWidget(self.agreed)
        column.addWidget(action_button(enter), 0, Qt.AlignmentFlag.AlignLeft)
        return subjects

    def offer(self, *actions: QAction) -> None:
        """Offer actions where there is nothing to read; the first one is what comes next."""
        for place, action in enumerate(actions):
            self.empty.add_button(action, primary=place == 0)

    # -- reading ------------------------------------------------------------------------------

    def refresh(self, changes: ChangeSet | None) -> None:
        """Bring the comments up to date with a change, or wholly with None."""
        self.codebook.refresh(changes)
        if changes is None or CONCERNING & set(changes.touched):
            self.fetch()

    def leave(self) -> None:
        """Save what is being typed."""
        self.codebook.leave()

    def _choose_survey(self) -> None:
        key = self.survey.value
        if isinstance(key, int):
            self._in_hand.take(key)

    def _other_survey(self, key: object) -> None:
        if self.found is None or key != self.found.survey.id:
            self.wave.offer([], None)
            self.fetch()

    def fetch(self) -> None:
        """Read the comments that are chosen, on a worker."""
        project, workspace = self._context.project_id, self._context.workspace
        self._number += 1
        number, survey = self._number, self._in_hand.key
        if project is None:
            self._say_empty(None)
            return
        question, wave = self.question.value, self.wave.value
        key = question if isinstance(question, str) else None
        time = wave if isinstance(wave, int) else None

        def work(_: Progress) -> CommentsFound | None:
            return read_comments(workspace, number, project, survey, key, time)

        self._context.jobs.run(work, self._take)

    def _take(self, found: CommentsFound | None) -> None:
        if found is None or not found.questions or not found.waves:
            self.found = found
            self._say_empty(found)
            return
        if found.number != self._number:
            return
        self.found = found
        self._in_hand.take(found.survey.id)
        self._stack.setCurrentIndex(0)
        self.survey.offer([(one.title, one.id) for one in found.surveys], found.survey.id)
        self.question.offer([(one.text, one.key) for one in found.questions], found.question)
        self.wave.offer([(f"{one.code} {one.title}", one.id) for one in found.waves], found.wave)
        self._offer_readers()
        self.codebook.show_records([found.survey.id])
        self._show()

    def _offer_readers(self) -> None:
        assert self.found is not None
        here, actor = self.reader.currentText(), self._context.workspace.actor
        names = sorted({actor, *readers(self.found.read.comments)})
        self.reader.blockSignals(True)
        self.reader.clear()
        self.reader.addItems(names)
        self.reader.setEditText(here or actor)
        self.reader.blockSignals(False)

    def _say_empty(self, found: CommentsFound | None) -> None:
        self._stack.setCurrentIndex(1)
        if found is None:
            self.empty.say(
                self.tr("No survey yet"),
                self.tr("Comments are answers in words: take a ready survey or make one first."),
            )
        else:
            self.empty.say(
                self.tr("Nothing is asked in words"),
                self.tr("“{0}” has no question that is answered in words, or no wave. Add a "
                        "question of the kind Free text.").format(found.survey.title),
            )  # fmt: skip

    # -- showing ------------------------------------------------------------------------------

    @property
    def name(self) -> str:
        """Return as whom comments are read."""
        return self.reader.currentText().strip() or self._context.workspace.actor

    def _show(self) -> None:
        found = self.found
        if found is None:
            return
        read = found.read.comments
        self._inner.setCurrentIndex(0 if read else 1)
        self.nothing.setText(self._why_nothing(found))
        self.list.show_comments(rows_of(read, found.codes, self.name))
        done = sum(has_read(one, self.name) for one in read)
        told = [self.tr("{0} comments, {1} read by {2}").format(len(read), done, self.name)]
        felt = moods(read, self.name)
        told += [f"{mood_words(mood)} {n}" for mood, n in felt.items() if n]
        self.said.setText(" · ".join(told) if read else "")
        self._show_codes(found)
        self._context.actions.refresh()

    def _why_nothing(self, found: CommentsFound) -> str:
        if found.read.hidden == OPEN:
            return self.tr("This survey is anonymous: comments are shown once the wave is closed, "
                           "in an order that tells nothing.")  # fmt: skip
        if found.read.hidden == FEW:
            least = max(QUOTES_MINIMUM, found.survey.min_cell)
            return self.tr(
                "Hidden: fewer than {0} people wrote something, and words may tell who wrote them."
            ).format(least)
        return self.tr("Nobody wrote anything here.")

    def _show_codes(self, found: CommentsFound) -> None:
        read, codes = found.read.comments, found.codes
        counted = prevalence(read, codes, self.name)
        others = [one for one in readers(read) if one != self.name]
        # The one who has read most stands for the second reader.
        others.sort(key=lambda name: -sum(has_read(one, name) for one in read))
        agreed = agreement(read, codes, self.name, others[0]) if others else None
        titles = [self.tr("Key"), self.tr("Subject"), self.tr("Comments"), self.tr("Share (95 %)")]
        if agreed is not None:
            titles.append(self.tr("Kappa"))
        lines = []
        for place, one in enumerate(counted):
            share = f"{percent(one.share)} ({words.between(one.share)})"
            known = one.share.value is not None
            line = [key_of(place), one.code.name, words.of(one.share), share if known else "–"]
            if agreed is not None:
                told = agreed.by_code[place]
                line.append(words.number(told.value if told is not None else None, 2))
            lines.append(tuple(line))
        self.codes.show_sheet(Sheet(tuple(titles), tuple(lines)))
        self.agreed.setText(self._agreed(agreed, others) if codes else self.tr(
            "There is no subject yet: add the first ones under Codebook."))  # fmt: skip

    def _agreed(self, agreed: Agreement | None, others: list[str]) -> str:
        if agreed is None:
            return self.tr("A second reader has not read yet: type another name at “Read as” and "
                           "read at least a fifth of the comments again.")  # fmt: skip
        share = f"{words.of(agreed.both)} ({percent(agreed.both)})"
        told = self.tr("Read by {0} too: {1}.").format(others[0], share)
        if agreed.overall is None:
            return told
        sure = words.interval(agreed.overall.low, agreed.overall.high, 2)
        kappa = self.tr("Cohen's kappa {0} ({1}).")
        return f"{told} {kappa.format(words.number(agreed.overall.value, 2), sure)}"

    def _moved(self) -> None:
        self._context.actions.refresh()

    # -- writing ------------------------------------------------------------------------------

    @property
    def writable(self) -> bool:
        """Tell whether a comment is at hand and can be marked."""
        return not self._context.workspace.read_only and self.list.comment() is not None

    def toggle_code(self, place: int) -> None:
        """Give the comment at hand a subject, or take it away."""
        found, comment = self.found, self.list.comment()
        if found is None or comment is None or place >= len(found.codes):
            return
        code = found.codes[place].id
        given = code in comment.codes.get(self.name, ())
        self._mark(CODE, "" if given else YES, code)

    def feel(self, mood: str) -> None:
        """Say how the comment at hand sounds; the same again takes it back."""
        comment = self.list.comment()
        if comment is not None:
            self._mark(SENTIMENT, "" if comment.sentiment.get(self.name) == mood else mood)

    def release(self) -> None:
        """Say that the comment at hand may be quoted, or that it may not."""
        comment = self.list.comment()
        if comment is not None:
            self._mark(RELEASE, "" if comment.released else YES)

    def _mark(self, kind: str, value: str, code: int | None = None) -> None:
        comment = self.list.comment()
        if comment is None or not self.writable:
            return
        try:
            mark_comment(self._context.workspace, comment, kind, value, code=code, reader=self.name)
        except UserError as error:
            self._context.messages.problem(error)

    def _toggle_line(self) -> None:
        place = self.codes.currentIndex().row()
        if place >= 0:
            self.toggle_code(place)

    def enter(self) -> None:
        """Make the comment at hand an entry of the resistance log."""
        comment, workspace = self.list.comment(), self._context.workspace
        if comment is None:
            return

        def work(_: Progress) -> str:
            key = enter_resistance(workspace, comment)
            return workspace.get(ResistanceEntry, key).code

        self._context.jobs.write(work, self._entered)

    def _entered(self, code: str) -> None:
        self._context.messages.toast(
            self.tr("{0} is in the resistance log; the comment may be quoted now. Ctrl+Z takes "
                    "it back.").format(code)
        )  # fmt: skip

    def add_code(self) -> None:
        """Add a subject to the codebook."""
        self.tabs.setCurrentWidget(self.codebook)
        self.codebook.add()

    @property
    def can_add_code(self) -> bool:
        """Tell whether a subject can be added."""
        return self.codebook.ready
