"""Laws of appended styles, for any formats asked of any styles, however the part is written."""

from __future__ import annotations

from defusedxml.ElementTree import fromstring
from hypothesis import given, settings
from hypothesis import strategies as st

from sheets_sync.sources.number_formats import read_number_formats
from sheets_sync.sources.styles_part import StylesPart

from .books import MAIN

_CODES = st.one_of(
    st.sampled_from(["", "General", "0.00", "0.0", "0%", "mm-dd-yy", "@"]),
    st.text(st.characters(min_codepoint=32, max_codepoint=0x2FFF), min_size=1, max_size=20),
)


def _part(prefix: str, encoding: str) -> bytes:
    p = prefix
    xfs = "".join(
        f'<{p}xf numFmtId="{n}" fontId="{n % 3}"><{p}alignment wrapText="1"/></{p}xf>'
        for n in (0, 2, 170, 14, 9)
    )
    spaces = f'xmlns:{p[:-1]}="{MAIN}"' if p else f'xmlns="{MAIN}"'
    formats = f'<{p}numFmts count="1"><{p}numFmt numFmtId="170" formatCode="0.0"/></{p}numFmts>'
    head = f'<?xml version="1.0" encoding="{encoding.upper()}"?>'
    styles = f'<{p}cellXfs count="5">{xfs}</{p}cellXfs>'
    return f"{head}<{p}styleSheet {spaces}>{formats}{styles}</{p}styleSheet>".encode(encoding)


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 4), _CODES), max_size=8),
    st.sampled_from(["", "x:"]),
    st.sampled_from(["utf-8", "utf-16"]),
)
def test_each_gets_its_format_and_the_others_keep_theirs(
    asked: list[tuple[int, str]], prefix: str, encoding: str
) -> None:
    data = _part(prefix, encoding)
    styles = StylesPart(data)
    given_ = [styles.with_number_format(base, code) for base, code in asked]
    after = styles.changed()
    before, now = read_number_formats(fromstring(data)), read_number_formats(fromstring(after))
    assert now[: len(before)] == before
    wanted = ["" if code.casefold() == "general" else code for _, code in asked]
    assert [now[index] for index in given_] == wanted
    again = StylesPart(after)
    assert [again.with_number_format(base, code) for base, code in asked] == given_
    assert again.changed() == after


def test_a_style_that_there_isnt_counts_as_the_first() -> None:
    styles = StylesPart(_part("", "utf-8"))
    assert (styles.with_number_format(9, ""), styles.with_number_format(9, "0%")) == (0, 4)
