"""The pictures of the step at hand in run mode: pasted, dropped, shown, cropped and blurred."""

from typing import Protocol

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication

from ui.desk_context import DeskContext
from ui.uat.picture_data import holds_picture, sources_in
from ui.uat.picture_editing import Made, PictureEditing
from ui.uat.picture_keeper import Kept, PictureKeeper
from ui.uat.pictures import Thumb, ThumbRequest
from ui.uat.run_queue import Place
from ui.uat.run_session import RunSession
from ui.uat.run_view import RunView


class Hands(Protocol):
    """Whoever knows where the session is."""

    session: RunSession | None

    @property
    def running(self) -> bool:
        """Tell whether there is a step at hand."""


class RunPictures(QObject):
    """`kept` carries the Kept of a picture that is durable now. What it writes is the hands'."""

    kept = Signal(object)

    def __init__(self, context: DeskContext, view: RunView, hands: Hands) -> None:
        super().__init__(view)
        self._context = context
        self._view = view
        self._hands = hands
        self._keeper = PictureKeeper(context, hands, self)
        self._editing = PictureEditing(context, view, hands)
        self._thumbs: dict[int, tuple[Thumb, ...]] = {}
        view.pasted.connect(self.paste)
        view.pictured.connect(self._take_pictures)
        view.thumbs.opened.connect(self._editing.open)
        view.thumbs.edited.connect(self._edit)
        self._keeper.shown.connect(self._picture_shown)
        self._keeper.kept.connect(self._picture_kept)
        self._editing.replaced.connect(self._picture_replaced)
        self._editing.made.connect(self._take_edited)
        self._editing.closed.connect(self._editor_closed)

    @property
    def session(self) -> RunSession | None:
        """Return the session at hand."""
        return self._hands.session

    @property
    def running(self) -> bool:
        """Tell whether there is a step at hand."""
        return self._hands.running

    def recorded(self, place: Place, result: int) -> None:
        """Say which result a step has now: pictures that wait for one go to it."""
        self._keeper.recorded(place, result)

    def forget_results(self) -> None:
        """Forget which step has which result: others changed that."""
        self._keeper.forget_results()

    def paste(self) -> None:
        """Take a picture from the clipboard."""
        data = QGuiApplication.clipboard().mimeData()
        if holds_picture(data):
            self._take_pictures(data)
        else:
            self._context.messages.toast(self.tr("There is no picture on the clipboard."))

    def _take_pictures(self, data: QMimeData) -> None:
        session = self.session
        if session is None or not self.running:
            return
        result = session.result
        name, key = self._picture_name(session), result.id if result is not None else None
        if not self._keeper.take(data, session.place, name, key):
            self._context.messages.toast(self.tr("There is no picture to add."))

    def _picture_shown(self, place: Place) -> None:
        if self.running and self.session is not None and place == self.session.place:
            self.show()

    def _picture_kept(self, kept: Kept) -> None:
        session = self.session
        if session is None:
            return
        known = self._thumbs.get(kept.result)
        if known is not None or not session.pictures_at(kept.place):
            self._thumbs[kept.result] = (*(known or ()), kept.thumb)
        session.count_picture(kept.place)
        self.kept.emit(kept)

    def show(self) -> None:
        """Show the pictures of the step at hand."""
        session = self.session
        assert session is not None
        result = session.result
        kept: tuple[Thumb, ...] = ()
        if result is not None and result.pictures:
            kept = self._thumbs.get(result.id, ())
        self._view.thumbs.show_thumbs((*kept, *self._keeper.waiting_thumbs(session.place)))
        if result is not None and result.pictures and result.id not in self._thumbs:
            work = ThumbRequest(self._context.workspace, (result.id,))
            self._context.jobs.run(work, self._take_thumbs)

    def _take_thumbs(self, found: tuple[tuple[int, ...], tuple[Thumb, ...]]) -> None:
        (result,), thumbs = found
        if len(self._thumbs) > 200:
            self._thumbs.clear()
        self._thumbs[result] = thumbs
        session = self.session
        if session is None or not self.running or session.result is None:
            return
        if session.result.id == result:
            waiting = self._keeper.waiting_thumbs(session.place)
            self._view.thumbs.show_thumbs((*thumbs, *waiting))

    def take_along(self, old: int, fresh: int) -> None:
        """Hear that a result was recorded anew, with its pictures."""
        if old in self._thumbs:
            self._thumbs[fresh] = self._thumbs[old]

    def paste_and_edit(self) -> None:
        """Open the picture of the clipboard in the editor; nothing is kept before Enter."""
        session, data = self.session, QGuiApplication.clipboard().mimeData()
        if session is None or not self.running:
            return
        sources = sources_in(data) if holds_picture(data) else []
        if not sources:
            self._context.messages.toast(self.tr("There is no picture on the clipboard."))
            return
        self._editing.edit_source(sources[0], self._picture_name(session), session.place)

    def edit_picture(self) -> None:
        """Crop or blur a picture of the step at hand: the one with the focus, or the last."""
        if not self._view.thumbs.edit_one():
            self._context.messages.toast(self.tr("This step has no picture yet."))

    def _edit(self, thumb: Thumb) -> None:
        session = self.session
        waiting = self._keeper.waiting_picture(thumb.number)
        if thumb.content:
            self._editing.edit(thumb)
        elif waiting is not None and session is not None:
            self._editing.edit_picture(waiting, thumb.number)
        else:
            self._context.messages.toast(self.tr("This picture is just being kept."))

    def _take_edited(self, made: Made) -> None:
        place = made.subject.place
        if isinstance(place, Place):
            result = self._result_of(place)
            self._keeper.take_picture(made.picture, made.image, place)
            if result is not None:
                self._keeper.recorded(place, result)
        elif isinstance(place, int) and not self._exchange(place, made):
            self._context.messages.toast(
                self.tr("The picture was kept meanwhile: edit it once more.")
            )

    def _exchange(self, number: int, made: Made) -> bool:
        return self._keeper.exchange(number, made.picture, made.image)

    def _result_of(self, place: Place) -> int | None:
        session = self.session
        if session is None or session.place != place or session.result is None:
            return None
        return session.result.id

    def _editor_closed(self) -> None:
        # The words stay at hand if they were; a thumbnail may be gone by now.
        self._view.activateWindow()
        if self._view.window().focusWidget() is not self._view.bar.words:
            self._view.to_steps()

    def _picture_replaced(self, old: str, thumb: Thumb) -> None:
        for result, thumbs in self._thumbs.items():
            self._thumbs[result] = tuple(thumb if one.content == old else one for one in thumbs)
        if self.running:
            self.show()

    def _picture_name(self, session: RunSession) -> str:
        return self.tr("{0} step {1}").format(session.run.code, session.step.position)
