"""Lays out an empty league: two workbooks and a league file that need no mapping."""
