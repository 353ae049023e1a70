"""The way to the import dialog: it and the readers behind it are loaded when they are asked for."""

from importlib import import_module

from PySide6.QtWidgets import QWidget

from ui.desk_context import DeskContext


def open_import(context: DeskContext, page: QWidget) -> None:
    """Open the dialog over a page and ask for the file."""
    import_module("ui.uat.import_dialog").open_import(context, page)
