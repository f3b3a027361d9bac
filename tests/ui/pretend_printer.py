"""The printer on the network that tests of windows print on: the one of the printing floor."""

from tests.printing.pretend import PretendPrinter, pretend_printer

__all__ = ["PretendPrinter", "pretend_printer"]
