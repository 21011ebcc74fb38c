"""The form of the JSON document: what `tables --json` prints, and its JSON Schema.

Points and amounts are exact text (``"53/3"``), times are whole milliseconds, moments are ISO 8601 with
their offset in the league's zone, cells are ``spreadsheet!tab!A1``. A text that is empty was not given.
"""
