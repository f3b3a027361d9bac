"""Lists of work: what is due, late, waiting, running out."""
