"""The automation behind a racing league that lives in spreadsheets."""

__version__ = "0.1.0"
