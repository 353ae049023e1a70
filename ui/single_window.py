"""A second start by the same user raises the window that has the workspace open already."""

import hashlib

from PySide6.QtCore import QDeadlineTimer, QObject, QThread, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from changedesk.store.installation import file_at, user_name

ANSWER_MS = 1500
PAUSE_MS = 50
RAISE = b"raise\n"


def channel_of(address: str) -> str:
    """Return the name of the local channel of a workspace; it tells nothing about its path."""
    key = f"{user_name()}\n{file_at(address)}"
    return f"changedesk-{hashlib.sha256(key.encode()).hexdigest()[:24]}"


def raise_other(address: str) -> bool:
    """Ask the window that has the workspace open to come up; tell whether one answered."""
    socket = _connected(channel_of(address))
    if socket is None:
        return False
    socket.write(RAISE)
    socket.waitForBytesWritten(ANSWER_MS)
    answered = socket.bytesAvailable() > 0 or socket.waitForReadyRead(ANSWER_MS)
    socket.disconnectFromServer()
    return answered


def _connected(channel: str) -> QLocalSocket | None:
    # A window that has just been opened listens a moment later.
    patience = QDeadlineTimer(ANSWER_MS)
    while True:
        socket = QLocalSocket()
        socket.connectToServer(channel)
        if socket.waitForConnected(int(ANSWER_MS)):
            return socket
        if patience.hasExpired():
            return None
        QThread.msleep(PAUSE_MS)


class Doorbell(QObject):
    """Listens for second starts; `rung` is emitted for each."""

    rung = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)

    def listen(self, address: str) -> bool:
        """Listen for a workspace; what a crashed program left behind is taken away."""
        self.close()
        name = channel_of(address)
        if self._server.listen(name):
            return True
        QLocalServer.removeServer(name)
        return self._server.listen(name)

    def close(self) -> None:
        """Listen no more."""
        self._server.close()

    def _answer(self) -> None:
        socket = self._server.nextPendingConnection()
        if socket is not None:
            socket.write(b"ok\n")
            socket.flush()
            socket.disconnected.connect(socket.deleteLater)
            self.rung.emit()
