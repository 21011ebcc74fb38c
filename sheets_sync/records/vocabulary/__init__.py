"""What people write in their tabs in English, French, German, Spanish, Italian and Portuguese: plain tables.

Each module holds the words of one subject; none of them knows a record, a cell or a ruleset.
"""
