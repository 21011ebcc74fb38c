"""XML parts as bytes: parse them without DTDs, and change a few bytes while all others stay."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from xml.parsers import expat
from xml.sax.saxutils import quoteattr

_ATTRIBUTE = re.compile(r"""\s+([^\s=/>]+)\s*=\s*("[^"]*"|'[^']*')""")
_DECLARED = re.compile(rb"""^<\?xml[^>]*\sencoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")


class UnsafeXml(ValueError):
    """The XML declares a document type; no spreadsheet program writes that."""


def strict_parser(separator: str | None = None) -> expat.XMLParserType:
    """An expat parser that joins text and raises UnsafeXml at a document type, so at any entity. With a
    ``separator`` names are their namespace, it and the local name."""
    parser = expat.ParserCreate(namespace_separator=separator)
    parser.buffer_text = True
    parser.buffer_size = 1 << 16
    parser.StartDoctypeDeclHandler = _refuse_doctype
    return parser


def _refuse_doctype(name: str, *_: object) -> None:
    raise UnsafeXml(f"it declares the document type '{name}'")


def local(name: str) -> str:
    """``x:row`` or ``{uri}row`` -> ``row``: transitional and strict workbooks differ only in the rest."""
    return name.rpartition("}")[2].rpartition(":")[2]


def prefix_of(name: str) -> str:
    """``x:row`` -> ``x:``"""
    return name[: name.find(":") + 1]


@dataclass(frozen=True, slots=True)
class Edit:
    """Put ``text`` in place of the bytes from ``start`` to ``end``; an insertion where they are equal."""

    start: int
    end: int
    text: str


def apply_edits(data: bytes, edits: Iterable[Edit]) -> bytes:
    """The bytes with the edits made; what is inserted before an element that changes stays before it."""
    encoding, done, pieces = encoding_of(data), 0, []
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        pieces += [data[done : edit.start], edit.text.encode(encoding, "xmlcharrefreplace")]
        done = edit.end
    return b"".join([*pieces, data[done:]])


def encoding_of(data: bytes) -> str:
    """The codec that encodes an inserted piece: without a byte order mark."""
    if data.startswith((codecs.BOM_UTF16_LE, b"<\0")):
        return "utf-16-le"
    if data.startswith((codecs.BOM_UTF16_BE, b"\0<")):
        return "utf-16-be"
    declared = _DECLARED.match(data)
    return declared[1].decode("ascii") if declared else "utf-8"


def _behind(data: bytes, sign: str, start: int) -> int:
    """Behind the next ``sign``; a UTF-16 unit must begin a whole number of units after ``start``."""
    encoded = sign.encode(encoding_of(data))
    found = data.index(encoded, start)
    while (found - start) % len(encoded):
        found = data.index(encoded, found + 1)
    return found + len(encoded)


def tag_at(data: bytes, start: int) -> tuple[str, int]:
    """The start tag that begins at ``start``, and the offset behind it."""
    end, encoding = start, encoding_of(data)
    while True:
        end = _behind(data, ">", end)
        tag = data[start:end].decode(encoding)
        rest = _ATTRIBUTE.sub("", tag)
        # A ">" may stand inside of a quoted attribute; then a quote is left that nothing pairs with.
        if '"' not in rest and "'" not in rest:
            return tag, end


def with_attribute(tag: str, name: str, value: str | None) -> str:
    """A start tag with one attribute set, or taken out where ``value`` is None; the rest stays."""
    written = "" if value is None else f" {name}={quoteattr(value)}"
    for match in _ATTRIBUTE.finditer(tag):
        if match[1] == name:
            return tag[: match.start()] + written + tag[match.end() :]
    end = len(tag.removesuffix(">").removesuffix("/").rstrip())
    return tag[:end] + written + tag[end:]


@dataclass(frozen=True, slots=True)
class Element:
    """An element of a part as it stands in the bytes; ``close`` is where its end tag begins."""

    name: str
    attributes: dict[str, str]
    depth: int
    start: int
    close: int
    end: int

    @property
    def empty(self) -> bool:
        """Written as ``<name/>``, without an end tag."""
        return self.close == self.end


def end_of_element(data: bytes, start: int, index: int) -> tuple[int, int]:
    """Where the end tag begins and ends, of the element at ``start`` whose end expat reports at ``index``."""
    tag, behind = tag_at(data, start)
    return (behind, behind) if tag.endswith("/>") else (index, _behind(data, ">", index))


def elements(data: bytes, wanted: Callable[[str, int], bool]) -> list[Element]:
    """Where ``wanted(local name, depth)`` holds, in order of their ends; the root has depth 0."""
    parser, found, opened = strict_parser(), [], []

    def start(name: str, attributes: dict[str, str]) -> None:
        opened.append((name, attributes, parser.CurrentByteIndex))

    def end(_: str) -> None:
        name, attributes, begins = opened.pop()
        if wanted(local(name), len(opened)):
            ends = end_of_element(data, begins, parser.CurrentByteIndex)
            found.append(Element(name, attributes, len(opened), begins, *ends))

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.Parse(data, True)
    return found


def appended(data: bytes, child: Callable[[str], str]) -> bytes:
    """The part with one more last child of its root; ``child`` makes it from the root's prefix."""
    root = elements(data, lambda _, depth: depth == 0)[0]
    text = child(prefix_of(root.name))
    if root.empty:
        tag, end = tag_at(data, root.start)
        opened = tag.removesuffix("/>").rstrip()
        return apply_edits(data, [Edit(root.start, end, f"{opened}>{text}</{root.name}>")])
    return apply_edits(data, [Edit(root.close, root.close, text)])
