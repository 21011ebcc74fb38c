"""What XlsxWriter can put into a workbook, one feature a function."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO
from typing import Any

from sources.books import PNG

from .base import Book, Feature

VBA = b"\xd0\xcf\x11\xe0 stands for a macro project"


def plain(it: Book) -> None:
    """Nothing but the list."""


def shapes(it: Book) -> None:
    it.sheet.insert_textbox("H3", "A note of theirs", {"fill": {"color": "yellow"}})
    it.sheet.insert_textbox("H10", "Linked", {"textlink": "=$D$4"})


def _chart(it: Book, kind: str) -> Any:
    chart = it.book.add_chart({"type": kind})
    chart.add_series({"categories": "=Standings!$B$4:$B$20", "values": "=Standings!$D$4:$D$20"})
    return chart


def charts(it: Book) -> None:
    for row, kind in enumerate(("column", "line", "pie", "scatter", "radar", "stock", "doughnut")):
        it.sheet.insert_chart(2 + 15 * row, 7, _chart(it, kind))


def combined_chart(it: Book) -> None:
    chart, line = _chart(it, "column"), it.book.add_chart({"type": "line"})
    line.add_series({"values": "=Standings!$D$4:$D$20", "y2_axis": True, "trendline": {"type": "linear"}})
    chart.combine(line)
    it.sheet.insert_chart("H3", chart)


def chartsheet(it: Book) -> None:
    it.book.add_chartsheet("Picture").set_chart(_chart(it, "bar"))


def sparklines(it: Book) -> None:
    it.sheet.add_sparkline("F4", {"range": "Standings!D4:D8", "markers": True, "type": "column"})


def pictures(it: Book) -> None:
    it.sheet.insert_image("H3", "dot.png", {"image_data": BytesIO(PNG), "url": "https://example.org"})


def in_cell_picture(it: Book) -> None:
    it.sheet.embed_image("F4", "dot.png", {"image_data": BytesIO(PNG), "description": "A dot"})


def background(it: Book) -> None:
    it.sheet.set_background(BytesIO(PNG))


def header_picture(it: Book) -> None:
    it.sheet.set_header("&L&G&RThe cup", {"image_left": "dot.png", "image_data_left": BytesIO(PNG)})


def notes(it: Book) -> None:
    it.sheet.write_comment("B4", "A steward's note", {"author": "Sam", "visible": True})
    it.sheet.write_comment("B9", "On a blank cell of ours")


def conditional_formats(it: Book) -> None:
    red = it.book.add_format({"font_color": "red"})
    it.sheet.conditional_format("D4:D20", {"type": "cell", "criteria": ">", "value": 20, "format": red})
    it.sheet.conditional_format("D4:D20", {"type": "3_color_scale"})
    it.sheet.conditional_format("A4:A20", {"type": "formula", "criteria": "=$D4>$D5", "format": red})


def newer_conditional_formats(it: Book) -> None:
    """Data bars with a place of their own in the extensions."""
    it.sheet.conditional_format("D4:D20", {"type": "data_bar", "data_bar_2010": True, "bar_solid": True})
    it.sheet.conditional_format("A4:A20", {"type": "icon_set", "icon_style": "3_flags"})


def validations(it: Book) -> None:
    it.sheet.data_validation("B4:B20", {"validate": "list", "source": ["Ann", "Bob"]})
    it.sheet.data_validation("D4:D20", {"validate": "decimal", "criteria": ">=", "value": 0})


def excel_table(it: Book) -> None:
    """In the tab of ours, but beside our range."""
    columns = [{"header": "Car"}, {"header": "Weight", "total_function": "sum"}]
    data = [["GT", 1200], ["TCR", 1180]]
    it.sheet.add_table("I3:J6", {"name": "Cars", "columns": columns, "data": data, "total_row": True})


def auto_filter(it: Book) -> None:
    it.sheet.autofilter("A3:D8")
    it.sheet.filter_column("C", "x == Red")
    it.sheet.set_row(4, None, None, {"hidden": True})


def names(it: Book) -> None:
    it.book.define_name("Points", "=Standings!$D$4:$D$20")
    it.book.define_name("Other!Local", "=Other!$A$1")
    it.book.define_name("Half", "=0.5")


def printing(it: Book) -> None:
    it.sheet.print_area("A1:E20")
    it.sheet.repeat_rows(2)
    it.sheet.set_landscape()
    it.sheet.fit_to_pages(1, 0)
    it.sheet.set_h_pagebreaks([12])
    it.sheet.set_footer("&CPage &P of &N")


def panes(it: Book) -> None:
    it.sheet.freeze_panes(3, 2)
    it.sheet.set_zoom(120)
    it.sheet.hide_gridlines(2)
    it.sheet.set_tab_color("green")


def outlines(it: Book) -> None:
    for row in range(3, 8):
        it.sheet.set_row(row, 20, None, {"level": 1})
    it.sheet.set_column("F:G", 14, None, {"level": 1, "hidden": True})


def hidden_tabs(it: Book) -> None:
    it.other.hide()
    very = it.book.add_worksheet("Deep")
    very.write("A1", "secret")
    very.very_hidden()


def protected(it: Book) -> None:
    it.sheet.protect("password", {"format_cells": True, "sort": True})
    it.sheet.unprotect_range("A4:D20", "Ours")
    it.book.read_only_recommended()


def links(it: Book) -> None:
    it.sheet.write_url("B4", "https://example.org/ann", string="Ann")
    it.sheet.write_url("I3", "internal:Other!A1", string="Other")
    it.sheet.write_url("I4", "mailto:steward@example.org")


def rich_text(it: Book) -> None:
    bold, red = it.book.add_format({"bold": True}), it.book.add_format({"font_color": "red"})
    it.sheet.write_rich_string("B5", bold, "Bob", " the ", red, "fast")
    it.sheet.write_rich_string("I3", "ours ", bold, "not")


def merged(it: Book) -> None:
    it.sheet.merge_range("A1:E1", "The cup", it.book.add_format({"align": "center"}))
    it.sheet.merge_range("I3:K5", "A heading")


def dates(it: Book) -> None:
    it.sheet.write_datetime("I3", date(2026, 3, 1), it.book.add_format({"num_format": "d.m.yyyy"}))


def dynamic_arrays(it: Book) -> None:
    it.sheet.write_dynamic_array_formula("I3:I8", "=SORT(D4:D8)", None, 10)
    it.sheet.write_array_formula("K3:K4", "{=D4:D5*2}", None, 50)
    it.sheet.write_formula("I12", "=LET(x,1,x+LAMBDA(y,y)(2))", None, 3)


def properties(it: Book) -> None:
    it.book.set_properties({"title": "The cup", "author": "Sam", "comments": "Ünï"})
    it.book.set_custom_property("Season", 7)
    it.book.set_custom_property("Checked", datetime(2026, 3, 1))


def buttons(it: Book) -> None:
    it.sheet.insert_button("H3", {"macro": "Sort", "caption": "Sort"})


def check_boxes(it: Book) -> None:
    it.sheet.insert_checkbox("F4", True)
    it.sheet.insert_checkbox("F5", False)


def macros(it: Book) -> None:
    it.book.add_vba_project(BytesIO(VBA), is_stream=True)
    it.book.set_vba_name("ThisWorkbook")
    it.sheet.set_vba_name("Sheet1")
    buttons(it)


def signed_macros(it: Book) -> None:
    it.book.add_signed_vba_project(BytesIO(VBA), BytesIO(b"a signature"), True, True)


def ignored_errors(it: Book) -> None:
    it.sheet.write_string("I3", "007")
    it.sheet.ignore_errors({"number_stored_as_text": "I3"})


def shared_strings_of_many(it: Book) -> None:
    for row in range(30, 400):
        it.sheet.write_row(row, 8, [f"text {row}", "again", "  spaced  ", "line\nbreak"])


def column_styles(it: Book) -> None:
    it.sheet.set_column("A:XFD", 9, it.book.add_format({"bg_color": "#EEEEEE"}))
    it.sheet.set_row(8, 25, it.book.add_format({"italic": True}))
    it.sheet.set_column("D:D", 12, it.book.add_format({"num_format": "0.0"}))


def scenarios_of_formulas(it: Book) -> None:
    """Formulas of every kind of result that look at our cells."""
    it.sheet.write_formula("I3", '=IF(D4>1,"many","few")', None, "many")
    it.sheet.write_formula("I4", "=D4>1", None, True)
    it.sheet.write_formula("I5", "=1/0", None, "#DIV/0!")
    it.sheet.write_formula("I6", '=VLOOKUP("Ann",B4:D20,3,FALSE)', None, 25)
    it.sheet.write_formula("I7", '=INDIRECT("D"&4)', None, 25)


def many_tabs(it: Book) -> None:
    for number in range(1, 13):
        it.book.add_worksheet(f"R{number}").write("A1", number)


BOOKS: dict[str, Feature] = {
    each.__name__.replace("_", " "): each
    for each in (
        plain,
        shapes,
        charts,
        combined_chart,
        chartsheet,
        sparklines,
        pictures,
        in_cell_picture,
        background,
        header_picture,
        notes,
        conditional_formats,
        newer_conditional_formats,
        validations,
        excel_table,
        auto_filter,
        names,
        printing,
        panes,
        outlines,
        hidden_tabs,
        protected,
        links,
        rich_text,
        merged,
        dates,
        dynamic_arrays,
        properties,
        buttons,
        check_boxes,
        ignored_errors,
        shared_strings_of_many,
        column_styles,
        scenarios_of_formulas,
        many_tabs,
    )
}
WITH_OPTIONS: dict[str, tuple[Feature, dict[str, Any]]] = {
    "dates since 1904": (dates, {"date_1904": True}),
    "in constant memory": (plain, {"constant_memory": True}),
    "zip64": (plain, {"use_zip64": True}),
}
WITH_MACROS: dict[str, Feature] = {"macros": macros, "signed macros": signed_macros}
