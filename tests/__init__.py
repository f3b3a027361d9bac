"""The tests: a package by name, because a library that they use brings one called so, too."""
