"""What the desk says to the user: a quiet toast, a bar at the top, or details of a bug."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from changedesk.store.errors import ChangeDeskError


@dataclass(frozen=True)
class Message:
    """One sentence for the message bar; `tone` is bad, warning, info or good.

    It goes when the page is left that it is about; `stays` is for what concerns every page.
    It goes as well when a record of the type `about` changes: a cycle that was reopened, say.
    """

    text: str
    tone: str = "info"
    stays: bool = False
    about: str = ""


class Messages(QObject):
    """Pages say things here; the window shows them.

    `toast(text)` for what went well and needs no answer, `problem(error)` for any exception:
    the sentence of a UserError or EnvironmentProblem goes to the bar, a bug to its own dialog.
    """

    told = Signal(object)
    toasted = Signal(str)
    bug = Signal(object)

    def tell(self, text: str, tone: str = "info", *, stays: bool = False) -> None:
        """Show a sentence in the message bar until it is closed, or the page is left."""
        self.told.emit(Message(text, tone, stays))

    def toast(self, text: str) -> None:
        """Show a sentence for a few seconds at the bottom."""
        self.toasted.emit(text)

    def problem(self, error: BaseException, *, stays: bool = False) -> None:
        """Say what went wrong, in the way that fits the family of the error."""
        if isinstance(error, ChangeDeskError):
            self.told.emit(Message(str(error), "bad", stays, error.about))
        else:
            self.bug.emit(error)
