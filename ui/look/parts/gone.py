"""Giving up a widget while the window goes on."""

from functools import partial

from PySide6.QtWidgets import QWidget


def let_go(widget: QWidget) -> None:
    """Hides a widget; Qt deletes it when it next has time. Its Python half is held until then:
    where garbage was collected in between, the deletion found nothing, and ended the program.
    """
    widget.hide()
    widget.destroyed.connect(partial(_held, widget))
    widget.deleteLater()


def _held(_widget: QWidget, _gone: object = None) -> None:
    """The connection itself is what holds it."""
