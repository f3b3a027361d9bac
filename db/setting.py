"""The settings of this PC alone: its role, its counter, its printers, how it shows things."""

ONE = "SELECT value FROM setting WHERE name = ?"
SET = "INSERT OR REPLACE INTO setting VALUES (?, ?)"
