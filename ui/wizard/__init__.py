"""The first start: a few questions, one page at a time, by keyboard alone."""
