"""What is seen of a value in its number format, as a person would read it off the screen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sheets_sync.cells import CellError, Grid, Value
from sheets_sync.sources.number_formats import BUILTIN


def shown(value: Value, code: str, epoch_1904: bool = False) -> str:
    return Grid("League", "Data", [[value]], [[code]], epoch_1904=epoch_1904).shown(1, 1)


@pytest.mark.parametrize(
    ("code", "value", "text"),
    [
        ("", 25, "25"),
        ("", 12.1, "12.1"),
        ("", 0.1 + 0.2, "0.3"),
        ("", 1 / 3, "0.333333333"),
        ("", 1234567.891234, "1234567.891"),
        ("", 123456789012, "1.23457E+11"),
        ("", 0.00001, "1E-05"),
        ("", -0.5, "-0.5"),
        ("0", 2.5, "3"),
        ("0", -2.5, "-3"),
        ("0.00", 1.005, "1.01"),
        ("0.00", 25, "25.00"),
        ("0.0#", 1.5, "1.5"),
        ("#.##", 0.5, ".5"),
        ("#", 0, ""),
        ("000", 7, "007"),
        ("#,##0", 1234567, "1,234,567"),
        ("#,##0.00", -1234.5, "-1,234.50"),
        ("0,", 12345, "12"),
        ("0%", 0.256, "26%"),
        ("0.0%", 0.256, "25.6%"),
        ("0.00E+00", 12345, "1.23E+04"),
        ('"P"0', 3, "P3"),
        ("\\P0", 3, "P3"),
        ('0" pts"', 18, "18 pts"),
        ('"#"0', 7, "#7"),
        ('0" kg";-0" kg";"none"', 0, "none"),
        ("0;(0)", -5, "(5)"),
        ("0;;", -5, ""),
        ('[Red][>=10]"many";"few"', 12, "many"),
        ('[Red][>=10]"many";"few"', 2, "few"),
        ("[$€-407] 0.00", 2, "€ 2.00"),
        ("_($* #,##0.00_)", 2, " $2.00 "),
        ("# ?/?", 1.5, "1.5"),
        ("no such code", 4, "4"),
        ("@", 4, "4"),
    ],
)
def test_numbers(code: str, value: Value, text: str) -> None:
    assert shown(value, code) == text


@pytest.mark.parametrize(
    ("code", "value", "text"),
    [
        ("yyyy-mm-dd", 45000, "2023-03-15"),
        ("dd.mm.yyyy hh:mm", 45000.75, "15.03.2023 18:00"),
        ("d mmm yyyy, h:mm AM/PM", 45000.75, "15 Mar 2023, 6:00 PM"),
        ("dddd d mmmm yy", 45000, "Wednesday 15 March 23"),
        ("m/d/yy", 60, "2/29/00"),
        ("m/d/yy", 59, "2/28/00"),
        ("m/d/yy", 61, "3/1/00"),
        ("m:ss.000", 83.456 / 86400, "1:23.456"),
        ("mm:ss", 59.6 / 86400, "01:00"),
        ("h:mm", 59.6 / 86400, "0:00"),
        ("[h]:mm:ss", 1.5, "36:00:00"),
        ("[h]:mm:ss", -0.5, "-12:00:00"),
        ("[mm]:ss", 1.5, "2160:00"),
        ("[ss].00", 83.456 / 86400, "83.46"),
        ('m"\'"ss"\'\'"000', 1, "1"),
        ("yyyy-mm-dd", -1, "-1"),
        ("yyyy-mm-dd", 3_000_000, "3000000"),
        ("[$-F800]dddd, mmmm dd, yyyy", 45000, "45000"),
        ("[$-40C]d mmmm yyyy", 45000, "45000"),
        ("[$-40C]dd/mm/yyyy", 45000, "15/03/2023"),
    ],
)
def test_moments(code: str, value: Value, text: str) -> None:
    assert shown(value, code) == text


def test_days_from_1904() -> None:
    assert shown(45000 - 1462, "yyyy-mm-dd", epoch_1904=True) == "2023-03-15"


def test_what_is_no_number() -> None:
    assert shown("Ann", "0.00") == "Ann"
    assert shown("Ann", '@" (R)"') == "Ann (R)"
    assert shown("Ann", '0;-0;0;"driver "@') == "driver Ann"
    assert (shown(True, "0"), shown(None, "0"), shown(CellError("#N/A"), "0")) == ("TRUE", "", "#N/A")
    assert Grid("League", "Data", [], []).shown(3, 4) == ""


codes = st.sampled_from([*BUILTIN.values()]) | st.text('0#?.,%E+-/ ymdhs[]$@;"\\_*:AMPG', max_size=9)


@given(codes, st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=3))
def test_no_format_is_too_odd(code: str, value: Value) -> None:
    assert isinstance(shown(value, code), str)
