"""Wanted cells against present cells: typed changes, safety, apply."""
