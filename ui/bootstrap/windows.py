"""The windows, for whoever wants one."""

from typing import Any, cast


def window(kind: str) -> Any:
    """The class of a window; a PC shows one of them, and loads no more."""
    if kind == "wizard":
        from ui.wizard import window as module
    elif kind == "kiosk":
        from ui.kiosk import window as module  # type: ignore[no-redef]
    elif kind == "supervisor":
        from ui.supervisor import window as module  # type: ignore[no-redef]
    elif kind == "unit":
        from ui.unit import window as module  # type: ignore[no-redef]
    elif kind == "hall":
        from ui.hall import window as module  # type: ignore[no-redef]
    elif kind == "board":
        from ui.hall import board as module  # type: ignore[no-redef]
    elif kind == "recording":
        from ui.voice import recording as module  # type: ignore[no-redef]
    else:
        from ui.counter import window as module  # type: ignore[no-redef]
    return getattr(module, f"{kind.capitalize()}Window")


def show_windows(house: object, wish: str) -> None:
    """Opens the window that is wished for, else what this PC is set up for; ends when the last
    window is closed. Who wants no window never loads Qt.
    """
    from ui import house as rooms
    from ui import start

    start.run(cast(rooms.House, house), wish)
