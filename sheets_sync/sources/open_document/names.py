"""The names of elements and attributes as expat gives them: the namespace, a space, the local name."""

from __future__ import annotations

from typing import Final

SEPARATOR: Final = " "
_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"

OFFICE: Final = f"{_OASIS}office:1.0 "
TABLE: Final = f"{_OASIS}table:1.0 "
TEXT: Final = f"{_OASIS}text:1.0 "
STYLE: Final = f"{_OASIS}style:1.0 "
NUMBER: Final = f"{_OASIS}datastyle:1.0 "
DRAWING: Final = f"{_OASIS}drawing:1.0 "
EXTENSION: Final = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0 "
