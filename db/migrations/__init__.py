"""Migrations of the local store, oldest first."""
