"""Writes docs/words.md from the tables of words themselves: python docs/make_word_page.py"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from sheets_sync.records.facts import KINDS
from sheets_sync.records.fields import RecordKind
from sheets_sync.records.vocabulary import answers
from sheets_sync.records.vocabulary.statuses import STATUSES
from sheets_sync.tables.header_words import BY_TITLE

PAGE = Path(__file__).parent / "words.md"
HEAD = """# Words that are understood

<!-- Made by docs/make_word_page.py from the tables of words themselves: don't edit it by hand. -->

What is understood besides the usual headers of [records.md](records.md) and the words of the ruleset, in
English, French, German, Spanish, Italian and Portuguese. Capitals, accents, full stops and dashes don't
matter. A league adds words of its own under `words` in league.yaml, and names single columns under `columns`:
[league-file.md](league-file.md).

A word after *else* may mean something else, too: it counts only where the tab needs the field and has it
under no other word. Where two columns of a tab could be one field, neither is taken, and both are named.
"""
_ANSWERS = {
    "verdict": answers.VERDICTS,
    "ruling": answers.RULINGS,
    "role": answers.ROLES,
    "part": answers.PARTS,
    "session": answers.SESSIONS,
}


def page() -> str:
    """The whole page."""
    said = {"yes": answers.YES, "no": answers.NO}
    cells = [_meanings("Statuses", STATUSES), _meanings("Yes and no", said)]
    cells += [_meanings(f"Words of a {name}", table) for name, table in _ANSWERS.items()]
    tables = _meanings("Headers below which a table is written", BY_TITLE, "Our header")
    return "\n".join([HEAD, *cells, *map(_headers, KINDS.values()), tables])


def _meanings(title: str, table: Mapping[str, Iterable[str]], head: str = "Meaning") -> str:
    rows = [f"| {meaning} | {', '.join(dict.fromkeys(words))} |" for meaning, words in table.items()]
    return "\n".join([f"## {title}", "", f"| {head} | Words |", "| --- | --- |", *rows, ""])


def _headers(kind: RecordKind) -> str:
    rows = [
        f"| `{each.name}` | {', '.join(each.synonyms)}{_maybe(each.maybe)} |"
        for each in kind.fields
        if each.synonyms
    ]
    return "\n".join([f"## Headers of {kind.name}", "", "| Field | Words |", "| --- | --- |", *rows, ""])


def _maybe(words: Iterable[str]) -> str:
    found = ", ".join(words)
    return f"; *else* {found}" if found else ""


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
