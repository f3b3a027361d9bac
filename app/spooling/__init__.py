"""Printers and the queue of papers before them: which printer, in what state, whose turn."""
