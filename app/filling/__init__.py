"""Filling in the papers: from what stands in the store to the values that `printing` lays out."""
