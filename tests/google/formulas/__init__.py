"""Formulas: reading, calculating and moving them."""
