"""The store: the encrypted journal, its projections, witness, migrations and backups."""
