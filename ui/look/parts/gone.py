"""Giving up a widget while the window goes on."""

from PySide6.QtWidgets import QWidget


def let_go(widget: QWidget) -> None:
    """Hides a widget; Qt deletes it when it next has time."""
    widget.hide()
    widget.deleteLater()
