"""The day as it is now: who waits where, and what the counters do."""
