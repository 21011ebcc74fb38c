"""The list in a document of LibreOffice's own (.fods), with what it makes itself: it saves them as .xlsx."""

from __future__ import annotations

from pathlib import Path

from .base import HEADER, ROWS

_SPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("table", "table"),
        ("text", "text"),
        ("style", "style"),
        ("draw", "drawing"),
        ("svg", "svg-compatible"),
        ("form", "form"),
        ("number", "datastyle"),
        ("fo", "xsl-fo-compatible"),
    )
)
_MORE = (
    'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" '
    'xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.3" '
    'office:mimetype="application/vnd.oasis.opendocument.spreadsheet"'
)
_STYLES = """<office:automatic-styles><number:number-style style:name="N2"><number:number number:decimal-places="2"
number:min-integer-digits="1"/></number:number-style><style:style style:name="points" style:family="table-cell"
style:data-style-name="N2"><style:table-cell-properties fo:border="1pt solid #000000"/></style:style>
</office:automatic-styles>"""
_FORM = """<office:forms><form:form form:name="Form"><form:checkbox form:name="Ready" form:id="c1"
form:label="Ready" form:linked-cell="Standings.H1" form:current-state="checked"/><form:button form:name="Sort"
form:id="c2" form:label="Sort"/></form:form></office:forms>"""
_SHAPES = """<table:shapes><draw:control draw:control="c1" svg:x="12cm" svg:y="1cm" svg:width="3cm"
svg:height="1cm"/><draw:control draw:control="c2" svg:x="12cm" svg:y="3cm" svg:width="3cm" svg:height="1cm"/>
<draw:rect svg:x="12cm" svg:y="5cm" svg:width="3cm" svg:height="2cm"><text:p>A note of theirs</text:p></draw:rect>
</table:shapes>"""
_FORMATS = """<calcext:conditional-formats><calcext:conditional-format
calcext:target-range-address="Standings.D4:Standings.D20"><calcext:data-bar calcext:max-length="100"><calcext:formatting-entry
calcext:value="0" calcext:type="auto-minimum"/><calcext:formatting-entry calcext:value="0" calcext:type="auto-maximum"/>
</calcext:data-bar></calcext:conditional-format></calcext:conditional-formats><calcext:sparkline-groups>
<calcext:sparkline-group calcext:type="line"><calcext:sparklines><calcext:sparkline calcext:cell-address="Standings.F4"
calcext:data-range="Standings.D4:Standings.D8"/></calcext:sparklines></calcext:sparkline-group>
</calcext:sparkline-groups>"""
_VALIDATION = """<table:content-validations><table:content-validation table:name="teams" table:condition='of:cell-content-is-in-list("Red";"Blue")'
table:base-cell-address="Standings.C4"/></table:content-validations>"""
_BEHIND = """<table:named-expressions><table:named-range table:name="Points" table:base-cell-address="$Standings.$A$1"
table:cell-range-address="$Standings.$D$4:.$D$20"/></table:named-expressions><table:database-ranges>
<table:database-range table:name="Cars" table:target-range-address="Other.C3:Other.D5" table:display-filter-buttons="true"/>
</table:database-ranges><table:data-pilot-tables><table:data-pilot-table table:name="Sums" table:target-range-address="Other.G3:Other.H7"
><table:source-cell-range table:cell-range-address="Standings.A3:Standings.D8"/><table:data-pilot-field
table:source-field-name="Team" table:orientation="row"/><table:data-pilot-field table:source-field-name="Points"
table:orientation="data" table:function="sum"/></table:data-pilot-table></table:data-pilot-tables>"""


def _text(value: str, more: str = "", inside: str = "") -> str:
    return f'<table:table-cell office:value-type="string"{more}>{inside}<text:p>{value}</text:p></table:table-cell>'


def _number(value: float, more: str = "") -> str:
    return f'<table:table-cell office:value-type="float" office:value="{value}"{more}><text:p>{value}</text:p></table:table-cell>'


def _row(*cells: str) -> str:
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


def _driver(place: int, driver: str, team: str, points: int) -> str:
    note = "<office:annotation><text:p>A steward's note</text:p></office:annotation>" if place == 1 else ""
    gap = _number(7, ' table:formula="of:=[.D4]-[.D5]"') if place == 1 else ""
    valid = ' table:content-validation-name="teams"'
    points_cell = _number(points, ' table:style-name="points"')
    return _row(_number(place), _text(driver, inside=note), _text(team, valid), points_cell, gap)


def document(path: Path) -> Path:
    """All of it in one document."""
    blank = "<table:table-cell/>"
    title = _row(_text("The cup"), blank * 5, _number(80, ' table:formula="of:=SUM([.D4:.D20])"'), _text(""))
    rows = [title, _row(blank), _row(*map(_text, [*HEADER, "Gap"])), *(_driver(*row) for row in ROWS)]
    rows += [_row(blank)] * 16 + [_row(blank, _text("A line of theirs"))]
    other = [_row(_number(160, ' table:formula="of:=SUM([$Standings.D4:.D20])*2"')), _row(blank)]
    other += [_row(blank * 2, _text(a), _text(b)) for a, b in (("Car", "Class"), ("x", "GT"), ("y", "TCR"))]
    tabs = f'<table:table table:name="Standings">{_FORM}{_SHAPES}{"".join(rows)}{_FORMATS}</table:table>'
    tabs += f'<table:table table:name="Other">{"".join(other)}</table:table>'
    body = f"<office:body><office:spreadsheet>{_VALIDATION}{tabs}{_BEHIND}</office:spreadsheet></office:body>"
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    path.write_text(f"{head}<office:document {_SPACES} {_MORE}>{_STYLES}{body}</office:document>", "utf-8")
    return path
