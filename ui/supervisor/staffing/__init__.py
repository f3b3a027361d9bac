"""How many counters are needed in which hour, and what would happen with others."""
