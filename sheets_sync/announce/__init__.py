"""Announcements: what the league tells its drivers, rendered from templates."""
