"""What is half typed in the windows: this PC's own, no part of the record."""

ONE = "SELECT body FROM draft WHERE place = ?"
KEEP = "INSERT OR REPLACE INTO draft VALUES (?, ?)"
DROP = "DELETE FROM draft WHERE place = ?"
