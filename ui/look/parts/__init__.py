"""Small parts that windows are built of; each takes the theme first, then text ready to show."""
