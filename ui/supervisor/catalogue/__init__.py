"""The catalogue (زیرخدمات): its list, one entry in parts, its check, and its files."""
