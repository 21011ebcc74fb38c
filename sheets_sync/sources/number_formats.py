"""Number formats: the index that a cell carries -> the format code that tells a date from a number."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from sheets_sync.sources.xml_bytes import local

# Ids that files use without spelling them out (ECMA-376 18.8.30); 0 is General.
BUILTIN = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    5: '"$"#,##0_);("$"#,##0)',
    6: '"$"#,##0_);[Red]("$"#,##0)',
    7: '"$"#,##0.00_);("$"#,##0.00)',
    8: '"$"#,##0.00_);[Red]("$"#,##0.00)',
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "mm-dd-yy",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "m/d/yy h:mm",
    37: "#,##0_);(#,##0)",
    38: "#,##0_);[Red](#,##0)",
    39: "#,##0.00_);(#,##0.00)",
    40: "#,##0.00_);[Red](#,##0.00)",
    41: '_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)',
    42: '_("$"* #,##0_);_("$"* (#,##0);_("$"* "-"_);_(@_)',
    43: '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)',
    44: '_("$"* #,##0.00_);_("$"* (#,##0.00);_("$"* "-"??_);_(@_)',
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mmss.0",
    48: "##0.0E+0",
    49: "@",
    # East Asian dates and times; their spelling depends on the language, their kind does not.
    **dict.fromkeys((27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58), "yyyy/m/d"),
    **dict.fromkeys((32, 33), "h:mm:ss"),
}


def read_number_formats(styles: Element) -> list[str]:
    """The format code of each cell style, ``""`` for General."""
    codes: dict[int, str] = dict(BUILTIN)
    for item in _children(styles, "numFmts"):
        code = item.get("formatCode", "")
        codes[_number(item.get("numFmtId"))] = "" if code.casefold() == "general" else code
    return [codes.get(_number(item.get("numFmtId")), "") for item in _children(styles, "cellXfs")]


def _children(styles: Element, group: str) -> list[Element]:
    return [item for found in styles if local(found.tag) == group for item in found]


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() else 0
