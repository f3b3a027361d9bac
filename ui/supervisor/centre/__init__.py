"""The centre, as the supervisor looks after it."""
