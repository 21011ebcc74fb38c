"""The shared strings of a workbook: each text once, with its formatted runs joined."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from xml.parsers.expat import ExpatError

from sheets_sync.sources.canonical_xml import Unusual, check_head, decoded, unescaped
from sheets_sync.sources.cell_text import decode_text
from sheets_sync.sources.package import bad_xml
from sheets_sync.sources.xml_bytes import UnsafeXml, local, strict_parser

Chunks = Callable[[], Iterable[bytes]]

_PRESERVED = '<t xml:space="preserve">'
_LONGEST = 1 << 24


def read_shared_strings(part: str, chunks: Chunks) -> list[str]:
    """Phonetic runs (``rPh``) are readings of the text, not part of it. Raises BadPackage.

    ``chunks`` gives the part's bytes, each time from the beginning.
    """
    try:
        try:
            return _split(chunks)
        except (Unusual, ExpatError):
            return _parsed(chunks())
    except (ExpatError, UnsafeXml, LookupError) as error:
        raise bad_xml(part, error) from None


def _split(chunks: Chunks) -> list[str]:
    """Plain strings are cut out as text; one of several formatted runs is parsed. Raises Unusual."""
    texts, strings = decoded(chunks()), list[str]()
    head, first, rest = next(texts, "").partition("<si>")
    check_head(head)
    if not first or head.count("<") != 1 + head.count("<?"):
        raise Unusual("no strings at the beginning")
    strict_parser().Parse(f"{head}</sst>".encode(), True)
    for text in texts:
        *whole, rest = (rest + text).split("<si>")
        if len(rest) > _LONGEST:
            raise Unusual("a string without an end")
        strings += map(_string, whole)
    *whole, rest = rest.split("<si>")
    last, tag, behind = rest.partition("</sst>")
    if not tag or behind.strip(" \t\r\n"):
        raise Unusual("something behind the strings")
    return [*strings, *map(_string, whole), _string(last)]


def _string(text: str) -> str:
    """The string of ``<t>...</t></si>``."""
    begins = 3 if text.startswith("<t>") else len(_PRESERVED) if text.startswith(_PRESERVED) else 0
    content = text[begins:-9]
    if begins and text.endswith("</t></si>") and "<" not in content and ">" not in content:
        return decode_text(unescaped(content.replace("\r\n", "\n").replace("\r", "\n")))
    try:
        (string,) = _parsed([f"<si>{text}".encode()])
    except (ExpatError, UnsafeXml, ValueError):
        raise Unusual("a string") from None
    return string


def _parsed(chunks: Iterable[bytes]) -> list[str]:
    reader = _Reader()
    parser = strict_parser()
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.characters
    for chunk in chunks:
        parser.Parse(chunk)
    parser.Parse(b"", True)
    return reader.strings


class _Reader:
    __slots__ = ("phonetic", "pieces", "strings", "within")

    def __init__(self) -> None:
        self.strings: list[str] = []
        self.pieces: list[str] = []
        self.within = self.phonetic = False

    def start(self, name: str, _: dict[str, str]) -> None:
        tag = local(name)
        self.within = tag == "t" and not self.phonetic
        if tag == "rPh":
            self.phonetic = True

    def characters(self, text: str) -> None:
        if self.within:
            self.pieces.append(text)

    def end(self, name: str) -> None:
        tag, self.within = local(name), False
        if tag == "rPh":
            self.phonetic = False
        elif tag == "si":
            self.strings.append(decode_text("".join(self.pieces)))
            self.pieces.clear()
