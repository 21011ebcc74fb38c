"""The tabs that a ruleset needs, by their standard names and headers: described, read, and laid out."""
