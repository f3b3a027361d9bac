"""The supervisor's window: the day, the figures, the catalogue, the office."""
