"""The command line, and what joins the rooms of the house."""
