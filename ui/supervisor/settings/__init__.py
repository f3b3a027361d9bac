"""Settings of office and PC, and backups: chapter Ctrl+0."""
