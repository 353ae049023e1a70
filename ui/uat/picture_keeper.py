"""Keeps the pictures of run mode: encoded and written by workers, shown at once."""

import hashlib
from dataclasses import dataclass, replace

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QImage

from changedesk.uat import pictures
from changedesk.uat.pictures import Picture
from ui.desk_context import DeskContext
from ui.jobs import Progress
from ui.uat.picture_data import Source, decode, encode, sources_in, thumbnail
from ui.uat.pictures import Thumb
from ui.uat.run_queue import Place


@dataclass(frozen=True)
class Kept:
    """A picture that is durable now, and the result that it was written for."""

    place: Place
    result: int
    thumb: Thumb


@dataclass(frozen=True)
class _Encoded:
    number: int
    picture: Picture
    image: QImage


@dataclass
class _Waiting:
    # A picture on its way: encoded first, kept as soon as its step has a result.
    place: Place
    picture: Picture | None = None
    thumb: Thumb | None = None
    writing: bool = False


class PictureKeeper(QObject):
    """Takes pictures for steps, and writes them as `initiator`.

    `shown` carries the Place whose thumbnails differ now; `kept` carries the Kept of a picture
    that is durable.
    """

    shown = Signal(object)
    kept = Signal(object)

    def __init__(self, context: DeskContext, initiator: object, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._initiator = initiator
        self._waiting: dict[int, _Waiting] = {}
        self._results: dict[Place, int] = {}
        self._number = 0

    def take(self, data: QMimeData, place: Place, name: str, result: int | None) -> int:
        """Take the pictures of a paste or a drop for a step; return how many there are."""
        sources = sources_in(data)
        if result is not None:
            self._results[place] = result
        for source in sources:
            self._number += 1
            self._waiting[self._number] = _Waiting(place)
            self._context.jobs.run(
                _Encoding(self._number, source, name), self._encoded, self._failed
            )
        return len(sources)

    def take_picture(self, picture: Picture, image: QImage, place: Place) -> None:
        """Take a picture that was edited before it is kept, and its thumbnail, for a step."""
        self._number += 1
        self._waiting[self._number] = _Waiting(place)
        self._encoded(_Encoded(self._number, picture, image))

    def waiting_picture(self, number: int) -> Picture | None:
        """Return a picture that waits for the result of its step; None once it is being kept."""
        one = self._waiting.get(number)
        return one.picture if one is not None and not one.writing else None

    def exchange(self, number: int, picture: Picture, image: QImage) -> bool:
        """Put an edited picture in place of one that waits; False when that was kept meanwhile."""
        if self.waiting_picture(number) is None:
            return False
        self._encoded(_Encoded(number, picture, image))
        return True

    def recorded(self, place: Place, result: int) -> None:
        """Say which result a step has now: pictures that wait for one go to it."""
        self._results[place] = result
        self._write_ready()

    def forget_results(self) -> None:
        """Forget which step has which result: others changed that."""
        self._results.clear()

    def waiting_thumbs(self, place: Place) -> tuple[Thumb, ...]:
        """Return the thumbnails of pictures that are not durable yet."""
        return tuple(
            one.thumb for one in self._waiting.values() if one.place == place and one.thumb
        )

    def _encoded(self, found: _Encoded) -> None:
        one = self._waiting[found.number]
        one.picture = found.picture
        one.thumb = Thumb(found.image, found.picture.name, number=found.number)
        self.shown.emit(one.place)
        self._write_ready()

    def _failed(self, error: BaseException) -> None:
        self._context.messages.problem(error)

    def _write_ready(self) -> None:
        for number, one in tuple(self._waiting.items()):
            result = self._results.get(one.place)
            if one.picture is None or one.writing or result is None:
                continue
            one.writing = True
            work = _Keeping(self._context, number, result, one.picture, self._initiator)
            self._context.jobs.write(work, self._written, self._failed)

    def _written(self, found: tuple[int, int, str]) -> None:
        number, result, content = found
        one = self._waiting.pop(number)
        assert one.thumb is not None
        self.kept.emit(Kept(one.place, result, replace(one.thumb, content=content, number=0)))


@dataclass(frozen=True)
class _Encoding:
    number: int
    source: Source
    name: str

    def __call__(self, progress: Progress) -> _Encoded:
        picture = encode(self.source, self.name)
        image = self.source.image or decode(picture.data)
        assert image is not None
        return _Encoded(self.number, picture, thumbnail(image))


@dataclass(frozen=True)
class _Keeping:
    context: DeskContext
    number: int
    result: int
    picture: Picture
    initiator: object

    def __call__(self, progress: Progress) -> tuple[int, int, str]:
        pictures.add_pictures(
            self.context.workspace, self.result, [self.picture], initiator=self.initiator
        )
        return self.number, self.result, hashlib.sha256(self.picture.data).hexdigest()
