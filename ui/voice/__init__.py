"""The voice of the hall: recorded words or a synthetic voice, one call after another."""
