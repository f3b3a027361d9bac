"""Who did what, what does not fit, and what an inspector is shown."""
