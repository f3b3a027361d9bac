"""Deeds that end with a paper in the client's hand: each does its deed and leaves the paper."""
