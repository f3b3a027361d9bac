"""How long people will wait, reckoned from how this office serves."""
