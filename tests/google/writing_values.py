"""The methods that write values: update and its batches."""

from __future__ import annotations

from typing import Any

from . import areas
from .areas import Area
from .book import Book
from .errors import ApiError, Refusal, invalid
from .filters_of_data import matching
from .reading_values import Options
from .writing_cells import write


def update(book: Book, text: str, body: dict[str, Any], options: Options, email: str) -> dict[str, Any]:
    """The answer of values.update."""
    if body.get("range") and not _same(book, body["range"], text):
        raise invalid(
            f"Requested writing within range [{text}], but the values' range is [{body['range']}]. "
            "They must be equal."
        )
    try:
        return write(book, written_area(book, text), body, with_input(options), email, text)
    except Refusal as refusal:
        raise invalid(str(refusal)) from None


def _same(book: Book, one: str, two: str) -> bool:
    """Whether two names mean the same range."""
    try:
        return areas.parse(book, one) == areas.parse(book, two)
    except Refusal:
        return False


def with_input(options: Options) -> Options:
    """The options, which have to say how values are meant."""
    option = options.get("valueInputOption")
    if option in (None, "INPUT_VALUE_OPTION_UNSPECIFIED"):
        raise invalid("'valueInputOption' is required but not specified")
    return options


def written_area(book: Book, text: str) -> Area:
    """A range that begins on the grid."""
    area = areas.parse(book, text)
    area.refuse_outside()
    return area


def batch_update(book: Book, body: dict[str, Any], email: str) -> dict[str, Any]:
    """The answer of values.batchUpdate."""
    with_input(body)
    responses = []
    for place, data in enumerate(body.get("data", [])):
        try:
            text = data.get("range", "")
            responses.append(write(book, written_area(book, text), data, body, email, text))
        except Refusal as refusal:
            raise invalid(f"Invalid data[{place}]: {refusal}") from None
        except ApiError as error:
            raise invalid(f"Invalid data[{place}]: {error.message}") from None
    return _totals(book, responses, "responses")


def batch_update_by_filter(book: Book, body: dict[str, Any], email: str) -> dict[str, Any]:
    """The answer of values.batchUpdateByDataFilter."""
    with_input(body)
    responses = []
    for data in body.get("data", []):
        for area in matching(book, data.get("dataFilter", {})):
            try:
                found = write(book, area, data, body, email)
            except Refusal as refusal:
                raise invalid(str(refusal)) from None
            responses.append({**found, "dataFilter": data["dataFilter"]})
            responses[-1].pop("spreadsheetId")
    return _totals(book, responses, "responses")


def _totals(book: Book, responses: list[dict[str, Any]], name: str) -> dict[str, Any]:
    sheets = {
        response["updatedRange"].rpartition("!")[0] for response in responses if response.get("updatedCells")
    }
    cells = _Touched()
    for response in responses:
        cells.merge(book, response)
    out = {
        "spreadsheetId": book.id,
        "totalUpdatedRows": sum(cells.rows.values()),
        "totalUpdatedColumns": sum(cells.columns.values()),
        "totalUpdatedCells": sum(response.get("updatedCells", 0) for response in responses),
        "totalUpdatedSheets": len(sheets),
    }
    return {key: value for key, value in out.items() if value} | ({name: responses} if responses else {})


class _Touched:
    """Rows and columns written to, each counted once a sheet."""

    def __init__(self) -> None:
        self.rows: dict[str, int] = {}
        self.columns: dict[str, int] = {}
        self._seen: dict[str, tuple[set[int], set[int]]] = {}

    def merge(self, book: Book, response: dict[str, Any]) -> None:
        if not response.get("updatedCells"):
            return
        area = areas.parse(book, response["updatedRange"])
        rows, columns = self._seen.setdefault(area.sheet.title, (set(), set()))
        rows.update(range(area.top, area.end_row))
        columns.update(range(area.left, area.end_column))
        self.rows[area.sheet.title], self.columns[area.sheet.title] = len(rows), len(columns)
