"""docs/records.md is what docs/make_record_pages.py makes of the record kinds."""

from __future__ import annotations

import runpy
from pathlib import Path

from sheets_sync.records.facts import KINDS

DOCS = Path(__file__).resolve().parent.parent / "docs"


def test_the_page_is_up_to_date() -> None:
    """If it isn't: python docs/make_record_pages.py"""
    made = runpy.run_path(str(DOCS / "make_record_pages.py"))["page"]()
    assert (DOCS / "records.md").read_text("utf-8") == made


def test_the_page_of_words_is_up_to_date() -> None:
    """If it isn't: python docs/make_word_page.py"""
    made = runpy.run_path(str(DOCS / "make_word_page.py"))["page"]()
    assert (DOCS / "words.md").read_text("utf-8") == made


def test_every_kind_and_field_is_on_the_page() -> None:
    written = (DOCS / "records.md").read_text("utf-8")
    for kind in KINDS.values():
        section = written.split(f"## {kind.name}\n")[1].split("\n## ")[0]
        assert [field.name for field in kind.fields if f"| `{field.name}` |" not in section] == []
