"""Messy tabs made of clean records: what the reader must give back."""
