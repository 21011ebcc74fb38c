"""A formula's tokens as a tree, by the precedence of the operators."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..cell_text import BY_TEXT
from .tokens import Reference, Token, reference, tokens
from .values import Fault

BINARY = {"=": 1, "<>": 1, "<": 1, ">": 1, "<=": 1, ">=": 1, "&": 2, "+": 3, "-": 3, "*": 4, "/": 4, "^": 6}


@dataclass(frozen=True, slots=True)
class Constant:
    value: Any


@dataclass(frozen=True, slots=True)
class Cells:
    reference: Reference


@dataclass(frozen=True, slots=True)
class Name:
    name: str


@dataclass(frozen=True, slots=True)
class Call:
    name: str
    arguments: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """An array written out: {1,2;3,4}."""

    rows: tuple[tuple[Any, ...], ...]


class Unreadable(Exception):
    """Not a formula: the cell shows #ERROR!."""


def parsed(formula: str, decimal: str = ".") -> Any:
    """The tree of a formula; where the comma is in numbers, `;` is between arguments."""
    found = tokens(formula)
    reader = _Reader(
        [token for token in (_joined(found) if decimal == "," else found) if token.kind != "space"]
    )
    tree = reader.expression(0)
    if reader.rest:
        raise Unreadable(formula)
    return tree


def _joined(found: list[Token]) -> list[Token]:
    """Numbers whose decimals come after a comma, in one piece."""
    out: list[Token] = []
    for token in found:
        comma = len(out) > 1 and out[-1].text == "," and out[-2].kind == "number" and "." not in out[-2].text
        if token.kind == "number" and comma and token.text.isdigit():
            out.pop()
            out.append(Token("number", f"{out.pop().text}.{token.text}"))
        else:
            out.append(token)
    return out


class _Reader:
    def __init__(self, found: list[Token]) -> None:
        self.rest = found

    def peek(self) -> str:
        return self.rest[0].text if self.rest else ""

    def take(self, text: str = "") -> Token:
        if not self.rest or (text and self.rest[0].text != text):
            raise Unreadable(text)
        return self.rest.pop(0)

    def expression(self, least: int) -> Any:
        left = self.prefix()
        while True:
            operator = self.peek()
            if operator == "%" and self.rest[0].kind == "operator":
                self.take()
                left = Call("%", (left,))
                continue
            power = BINARY.get(operator, 0) if self.rest and self.rest[0].kind == "operator" else 0
            if power == 0 or power < least:
                return left
            self.take()
            left = Call(operator, (left, self.expression(power + 1)))

    def prefix(self) -> Any:
        if self.peek() in ("-", "+"):
            operator = self.take().text
            return Call("u" + operator, (self.expression(7),))
        return self.atom()

    def atom(self) -> Any:
        token = self.take()
        if token.kind == "number":
            value = float(token.text)
            return Constant(int(value) if value == int(value) and "e" not in token.text.lower() else value)
        if token.kind == "text":
            return Constant(token.text[1:-1].replace('""', '"'))
        if token.kind == "error":
            return Constant(Fault(_kind(token.text)))
        if token.kind == "range":
            return Cells(reference(token.text))
        if token.kind == "name":
            return self.named(token.text)
        if token.text == "(":
            inner = self.expression(0)
            self.take(")")
            return inner
        if token.text == "{":
            return self.array()
        raise Unreadable(token.text)

    def named(self, name: str) -> Any:
        if self.peek() == "(":
            self.take("(")
            return Call(name.upper(), tuple(self.arguments()))
        if name.upper() in ("TRUE", "FALSE"):
            return Constant(name.upper() == "TRUE")
        return Name(name)

    def arguments(self) -> list[Any]:
        found: list[Any] = []
        if self.peek() == ")":
            self.take()
            return found
        while True:
            found.append(Constant(None) if self.peek() in (",", ";", ")") else self.expression(0))
            if self.take().text == ")" or not self.rest:
                return found

    def array(self) -> Rows:
        rows: list[list[Any]] = [[]]
        while self.peek() != "}":
            rows[-1].append(self.expression(0))
            if self.peek() == ";":
                rows.append([])
            if self.peek() in (",", ";", "\\"):
                self.take()
            elif self.peek() != "}":
                raise Unreadable("{")
        self.take()
        return Rows(tuple(tuple(row) for row in rows))


def _kind(text: str) -> str:
    return BY_TEXT[text]
