"""How many counters are needed in which hour (step 7 of the guide, R47)."""
