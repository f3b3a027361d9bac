"""The one place that joins the rooms: it alone knows `db` and `printing`.

What is heavy and seldom needed (text engine, workbooks, the system's safe, migrations, the table
of holidays) is loaded in functions, by whoever needs it, so that a ticket at the shell is quick.
"""

from ui.bootstrap.centre import administer, sync_thread
from ui.bootstrap.clock import SystemClock
from ui.bootstrap.desk import Desk, open_desk
from ui.bootstrap.files import FORMATS, Exchange, exchange, log_workbook
from ui.bootstrap.folders import default_folder, state_folder
from ui.bootstrap.founding import Made, set_up
from ui.bootstrap.joining import join, renew
from ui.bootstrap.lines import CERTIFICATE, line_to
from ui.bootstrap.paper import (
    Press,
    PressBeside,
    press,
    press_beside,
    printer,
    printers,
    side_by_side,
)
from ui.bootstrap.restoring import outbox_of, prove, restore
from ui.bootstrap.seldom import (
    holidays_between,
    holidays_from,
    passwords,
    qr_png,
    report_workbook,
    unshaped,
    voice,
)
from ui.bootstrap.tour import cable_to, play_centre, play_hall, play_tour, tell_centre
from ui.bootstrap.windows import show_windows, window

__all__ = [
    "CERTIFICATE",
    "FORMATS",
    "Desk",
    "Exchange",
    "Made",
    "Press",
    "PressBeside",
    "SystemClock",
    "administer",
    "cable_to",
    "default_folder",
    "exchange",
    "holidays_between",
    "holidays_from",
    "join",
    "line_to",
    "log_workbook",
    "open_desk",
    "outbox_of",
    "passwords",
    "play_centre",
    "play_hall",
    "play_tour",
    "press",
    "press_beside",
    "printer",
    "printers",
    "prove",
    "qr_png",
    "renew",
    "report_workbook",
    "restore",
    "set_up",
    "show_windows",
    "side_by_side",
    "state_folder",
    "sync_thread",
    "tell_centre",
    "unshaped",
    "voice",
    "window",
]
