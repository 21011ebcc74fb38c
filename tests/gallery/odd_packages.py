"""The same workbook spelled in other ways: how its XML is written, and how its parts are packed."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

from .parts import BOOK, MAIN, SHEET, TYPES, Parts

Change = Callable[[Parts], None]
Pack = Callable[[Parts, Path], None]
_STRICT = {
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main": "http://purl.oclc.org/ooxml/spreadsheetml/main",
    "http://schemas.openxmlformats.org/officeDocument/2006/": "http://purl.oclc.org/ooxml/officeDocument/",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "http://purl.oclc.org/ooxml/drawingml/main",
}


def strict(it: Parts) -> None:
    for name, data in it.items():
        if name != TYPES and b"purl.org" not in data:
            for old, new in _STRICT.items():
                data = data.replace(old.encode(), new.encode())
            it[name] = data


def _prefixed(text: str) -> str:
    text = re.sub(r"<(/?)(\w+)(?=[\s/>])", r"<\1x:\2", text)
    return text.replace(f'xmlns="{MAIN}"', f'xmlns:x="{MAIN}"')


def prefixed_namespace(it: Parts) -> None:
    for name in (SHEET, BOOK, "xl/styles.xml", "xl/sharedStrings.xml"):
        it[name] = _prefixed(it.text(name)).encode()


def utf_16(it: Parts) -> None:
    text = it.text(SHEET).replace("UTF-8", "UTF-16")
    it[SHEET] = text.encode("utf-16")


def byte_order_mark(it: Parts) -> None:
    for name in (SHEET, BOOK, "xl/styles.xml"):
        it[name] = b"\xef\xbb\xbf" + it[name]


def latin_1(it: Parts) -> None:
    it[SHEET] = it.text(SHEET).replace("UTF-8", "ISO-8859-1").encode("latin-1")


def no_dimension(it: Parts) -> None:
    it[SHEET] = re.sub(r"<dimension[^>]*/>", "", it.text(SHEET)).encode()


def rows_without_numbers(it: Parts) -> None:
    """Rows and cells that follow each other need not say where they stand."""
    text = re.sub(r'<row r="(4|5|6|7|8)"', "<row", it.text(SHEET))
    it[SHEET] = re.sub(r'<c r="[BCD][45678]"', "<c", text).encode()


def inline_strings_only(it: Parts) -> None:
    strings = re.findall(r"<si>(.*?)</si>", it.text("xl/sharedStrings.xml"), re.DOTALL)

    def inline(cell: re.Match[str]) -> str:
        return f'{cell[1]} t="inlineStr"><is>{strings[int(cell[2])]}</is></c>'

    it[SHEET] = re.sub(r'(<c [^>]*?) t="s"><v>(\d+)</v></c>', inline, it.text(SHEET)).encode()
    del it["xl/sharedStrings.xml"]
    it[TYPES] = re.sub(r"<Override[^>]*sharedStrings[^>]*/>", "", it.text(TYPES)).encode()
    links = "xl/_rels/workbook.xml.rels"
    it[links] = re.sub(r"<Relationship [^>]*sharedStrings[^>]*/>", "", it.text(links)).encode()


def no_styles(it: Parts) -> None:
    it[SHEET] = re.sub(r' s="\d+"', "", it.text(SHEET)).encode()
    del it["xl/styles.xml"]
    it[TYPES] = re.sub(r"<Override[^>]*styles[^>]*/>", "", it.text(TYPES)).encode()
    links = "xl/_rels/workbook.xml.rels"
    it[links] = re.sub(r"<Relationship [^>]*/styles[^>]*/>", "", it.text(links)).encode()


def indented(it: Parts) -> None:
    """Line ends and spaces between the tags, comments, single quotes, tags with spaces before their end."""
    text = re.sub(r"(</?(?:row|sheetData|c)\b)", r"\n\t\1", it.text(SHEET))
    text = text.replace("<sheetData>", "<!-- cells < & --><sheetData >").replace('<c r="B4"', "<c r='B4'")
    it[SHEET] = text.encode()


def no_calculation_settings(it: Parts) -> None:
    it[BOOK] = re.sub(r"<calcPr[^>]*/>", "", it.text(BOOK)).encode()


def blank_formatted_rows(it: Parts) -> None:
    row = re.search(r'<c r="D4"[^>]* s="(\d+)"', it.text(SHEET))
    assert row
    rows = "".join(f'<row r="{n}"><c r="D{n}" s="{row[1]}"/></row>' for n in range(9, 21))
    it.replace(SHEET, '<row r="25"', f'{rows}<row r="25"')


def renamed_parts(it: Parts) -> None:
    """Parts may be called what they like, by whole names."""
    it["xl/worksheets/the%20list.xml"] = it.pop(SHEET)
    it.replace("xl/_rels/workbook.xml.rels", "worksheets/sheet1.xml", "/xl/worksheets/the%20list.xml")
    it.replace(TYPES, "/xl/worksheets/sheet1.xml", "/xl/worksheets/the%20list.xml")


def other_default_types(it: Parts) -> None:
    """Some programs make a workbook the default of all .xml parts, and name the rest one by one."""
    text = it.text(TYPES)
    main = re.search(r'<Override PartName="/xl/workbook.xml" ContentType="([^"]*)"/>', text)
    assert main
    text = text.replace(main[0], "").replace('ContentType="application/xml"', f'ContentType="{main[1]}"')
    it[TYPES] = text.encode()


CHANGES: dict[str, Change] = {
    each.__name__.replace("_", " "): each
    for each in (
        strict,
        prefixed_namespace,
        utf_16,
        byte_order_mark,
        latin_1,
        no_dimension,
        rows_without_numbers,
        inline_strings_only,
        no_styles,
        indented,
        no_calculation_settings,
        blank_formatted_rows,
        renamed_parts,
        other_default_types,
    )
}


def stored(it: Parts, path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as file:
        for name, data in it.items():
            file.writestr(name, data)


def data_descriptors(it: Parts, path: Path) -> None:
    """Sizes behind the data, as of a program that can't go back in its output."""

    class Stream(io.RawIOBase):
        def __init__(self) -> None:
            self.data = bytearray()

        def writable(self) -> bool:
            return True

        def write(self, piece: object) -> int:
            self.data += bytes(piece)  # type: ignore[call-overload]
            return len(bytes(piece))  # type: ignore[call-overload]

    stream = Stream()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:  # type: ignore[call-overload]
        for name, data in it.items():
            file.writestr(name, data)
    path.write_bytes(stream.data)


def sizes_of_64_bits(it: Parts, path: Path) -> None:
    """As of a program that couldn't know how large its parts would get."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in it.items():
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            with file.open(info, "w", force_zip64=True) as part:
                part.write(data)


def directories_and_comment(it: Parts, path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for folder in ("_rels/", "docProps/", "xl/", "xl/worksheets/"):
            file.writestr(zipfile.ZipInfo(folder), b"")
        for name, data in it.items():
            file.writestr(name, data)
        file.comment = b"saved by a program of ours"


def backslashes(it: Parts, path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in it.items():
            file.writestr(_entry(name.replace("/", "\\")), data, zipfile.ZIP_DEFLATED)


def _entry(name: str) -> zipfile.ZipInfo:
    """ZipInfo itself would turn backslashes around on Windows."""
    info = zipfile.ZipInfo("x")
    info.filename = info.orig_filename = name
    return info


def upper_case_names(it: Parts, path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in it.items():
            file.writestr(
                name if name == TYPES else name.replace("xl/worksheets/sheet1", "XL/Worksheets/Sheet1"), data
            )


def extra_fields(it: Parts, path: Path) -> None:
    """Padding and times of other programs in the entries."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in it.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.extra = b"\x55\x54\x05\x00\x03\0\0\0\0"
            info.comment = b"an entry"
            file.writestr(info, data, zipfile.ZIP_DEFLATED)


PACKS: dict[str, Pack] = {
    each.__name__.replace("_", " "): each
    for each in (
        stored,
        data_descriptors,
        sizes_of_64_bits,
        directories_and_comment,
        backslashes,
        upper_case_names,
        extra_fields,
    )
}
# It takes names as they stand in the file, with their slashes and their case.
NOT_IN_LIBREOFFICE = ("backslashes", "upper case names")
