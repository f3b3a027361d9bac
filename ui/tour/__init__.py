"""A whole day in the real windows, driven by keys and touches alone; it leaves its pictures."""
