"""The window of a unit: the steps that were handed over to it."""
