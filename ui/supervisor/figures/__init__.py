"""The desk in figures: what was promised and kept, who waited how long, which unit is late."""
