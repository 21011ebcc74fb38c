"""What a ruleset says that can't be meant: one module a question, listed in `registry`."""
