"""What goes on paper looks the same in every theme: dark on white."""

from PySide6.QtGui import QColor

INK = QColor("black")
PAPER = QColor("white")
