"""Functions that choose, and questions about values."""

from __future__ import annotations

from typing import Any

from ..mapping import mapped
from ..values import Fault, flat, same, text, truth
from .registry import lazy, scalar_function, whole


@lazy("IF")
def if_(evaluation: Any, test: Any, yes: Any, no: Any = None) -> Any:
    found = evaluation.of(test)
    if evaluation.array and isinstance(found, list):
        branches = [evaluation.of(yes), evaluation.of(no) if no is not None else False]
        return mapped(lambda t, y, n: y if truth(t, "IF", 1) else n, [found, *branches])
    if truth(evaluation.one(test, found), "IF", 1):
        return evaluation.of(yes)
    return False if no is None else evaluation.of(no)


@lazy("IFS")
def ifs(evaluation: Any, *pairs: Any) -> Any:
    for test, value in zip(pairs[::2], pairs[1::2], strict=False):
        if truth(evaluation.single(test), "IFS", 1):
            return evaluation.of(value)
    raise Fault("N_A", "No match.")


@lazy("SWITCH")
def switch(evaluation: Any, subject: Any, *cases: Any) -> Any:
    value = evaluation.single(subject)
    for case, found in zip(cases[::2], cases[1::2], strict=False):
        if same(value, evaluation.single(case)):
            return evaluation.of(found)
    if len(cases) % 2:
        return evaluation.of(cases[-1])
    raise Fault("N_A", "No match.")


def _or_else(evaluation: Any, value: Any, other: Any, kinds: tuple[str, ...]) -> Any:
    def instead(fault: Fault) -> Any:
        if kinds and fault.kind not in kinds:
            return fault
        return "" if other is None else evaluation.of(other)

    try:
        found = evaluation.of(value)
    except Fault as fault:
        found = fault
    if isinstance(found, list) and evaluation.area_of(value) is None:
        return [[instead(one) if isinstance(one, Fault) else one for one in line] for line in found]
    found = evaluation.one(value, found)
    return instead(found) if isinstance(found, Fault) else found


@lazy("IFERROR")
def iferror(evaluation: Any, value: Any, other: Any = None) -> Any:
    return _or_else(evaluation, value, other, ())


@lazy("IFNA")
def ifna(evaluation: Any, value: Any, other: Any = None) -> Any:
    return _or_else(evaluation, value, other, ("N_A",))


def _truths(name: str, values: tuple[Any, ...]) -> list[bool]:
    found = []
    for place, value in enumerate(values, 1):
        if isinstance(value, list):
            found += [bool(one) for one in flat(value) if isinstance(one, bool | int | float)]
            _raise_first(flat(value))
        elif value is not None:
            found.append(truth(value, name, place))
    return found


def _raise_first(values: list[Any]) -> None:
    for value in values:
        if isinstance(value, Fault):
            raise value


@whole("AND")
def and_(*values: Any) -> bool:
    return all(_truths("AND", values))


@whole("OR")
def or_(*values: Any) -> bool:
    return any(_truths("OR", values))


@whole("XOR")
def xor(*values: Any) -> bool:
    return sum(_truths("XOR", values)) % 2 == 1


@scalar_function("NOT")
def not_(value: Any) -> bool:
    return not truth(value, "NOT", 1)


@whole("TRUE")
def true() -> bool:
    return True


@whole("FALSE")
def false() -> bool:
    return False


@whole("NA")
def na() -> Any:
    raise Fault("N_A")


def _question(name: str, test: Any) -> None:
    @lazy(name)
    def asked(evaluation: Any, value: Any) -> Any:
        try:
            return bool(test(evaluation.single(value)))
        except Fault as fault:
            return bool(test(fault))


_question("ISBLANK", lambda value: value is None)
_question("ISERROR", lambda value: isinstance(value, Fault))
_question("ISERR", lambda value: isinstance(value, Fault) and value.kind != "N_A")
_question("ISNA", lambda value: isinstance(value, Fault) and value.kind == "N_A")
_question("ISLOGICAL", lambda value: isinstance(value, bool))
_question("ISTEXT", lambda value: isinstance(value, str))
_question("ISNONTEXT", lambda value: not isinstance(value, str))
_question("ISNUMBER", lambda value: isinstance(value, int | float) and not isinstance(value, bool))
_question(
    "ISDATE", lambda value: getattr(value, "number_format", {}).get("type", "") in ("DATE", "DATE_TIME")
)
_question("ISEVEN", lambda value: int(value or 0) % 2 == 0)
_question("ISODD", lambda value: int(value or 0) % 2 == 1)


@lazy("ISFORMULA")
def isformula(evaluation: Any, value: Any) -> bool:
    area = evaluation.area_of(value)
    cell = area.sheet.cells.get((area.top, area.left), {}) if area else {}
    return "formulaValue" in cell.get("userEnteredValue", {})


@lazy("ISREF")
def isref(evaluation: Any, value: Any) -> bool:
    return evaluation.area_of(value) is not None


@scalar_function("ISEMAIL")
def isemail(value: Any) -> bool:
    head, at, tail = text(value).partition("@")
    return bool(head and at and "." in tail)


@scalar_function("ISURL")
def isurl(value: Any) -> bool:
    return text(value).startswith(("http://", "https://", "www."))


@lazy("ERROR.TYPE")
def error_type(evaluation: Any, value: Any) -> int:
    kinds = ("NULL_VALUE", "DIVIDE_BY_ZERO", "VALUE", "REF", "NAME", "NUM", "N_A", "ERROR")
    try:
        found = evaluation.single(value)
    except Fault as fault:
        found = fault
    if not isinstance(found, Fault):
        raise Fault("N_A")
    return kinds.index(found.kind) + 1
