"""The centre: an ordered log for each office, and who was called first, in a PostgreSQL."""
