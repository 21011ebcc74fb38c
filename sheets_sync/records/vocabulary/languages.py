"""How the tables of words are written down: one line a language, the words divided by commas."""

from __future__ import annotations

Words = tuple[str, ...]


def words(*, en: str = "", fr: str = "", de: str = "", es: str = "", it: str = "", pt: str = "") -> Words:
    """Every word of the lines in their order, each once."""
    lines = (en, fr, de, es, it, pt)
    found = (word.strip() for line in lines for word in line.split(","))
    return tuple(dict.fromkeys(word for word in found if word))
