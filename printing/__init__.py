"""Papers: one document model, one layout engine, two writers (PDF pages and thermal rolls)."""
