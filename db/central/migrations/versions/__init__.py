"""Migrations of the centre, oldest first."""
