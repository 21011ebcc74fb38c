"""The folded season becomes tables."""
