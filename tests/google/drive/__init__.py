"""The piece of Drive v3 that a client of spreadsheets needs."""
