"""What hangs in the hall: the display of calls, and a board above each counter."""
