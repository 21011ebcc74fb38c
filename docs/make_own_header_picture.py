"""Draws docs/images/own-header.png: python docs/make_own_header_picture.py (LibreOffice, Poppler, Pillow).

A coordinator's tab of standings as it was, and after a sync that was told nothing but the tab.
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

import xlsxwriter
from click.testing import CliRunner
from PIL import Image, ImageChops

from sheets_sync.cli import main

IMAGE = Path(__file__).parent / "images" / "own-header.png"
_LEAGUE = """\
league: Coupe d'hiver
ruleset: base
spreadsheets: {coupe: {path: coupe.xlsx, access: private}}
read:
  entries: {tab: coupe!Pilotes}
  results: {tab: coupe!Courses}
write:
  - {table: drivers, to: coupe!Classement}
rules: {calendar: 3, points: {race: {table: [25, 18, 15, 12, 10, 8]}}}
"""
_DRIVERS = (
    ("Zoé Lambert", "Écurie Nord", "FR"),
    ("Ana Duarte", "Rápido", "PT"),
    ("Jonas Weber", "Blaue Flagge", "DE"),
    ("Mia Rossi", "Rápido", "IT"),
    ("Tom Baker", "Écurie Nord", "GB"),
)
_HEADER = ("Pts", "Écart", "Pilote", "", "Place", "Manche 1", "Manche 2", "Manche 3")
_LEGEND = "★ : tenante du titre. Écart : ma formule."


def workbook(path: Path) -> None:
    """Entries, two races, and the coordinator's own tab."""
    book = xlsxwriter.Workbook(str(path))
    bold = book.add_format({"bold": True, "font_size": 14})
    head = book.add_format({"bold": True, "bg_color": "#1F4E5F", "font_color": "white", "align": "center"})
    cell = book.add_format({"border": 4, "align": "center"})
    mine = book.add_format({"border": 4, "align": "center", "bg_color": "#FFF2CC"})
    own = book.add_worksheet("Classement")
    own.hide_gridlines(2)
    own.set_landscape()
    own.fit_to_pages(1, 1)
    own.set_column("A:A", 3)
    own.set_column("B:I", 11)
    own.set_column("D:D", 18)
    own.write("B1", "Coupe d'hiver 2026", bold)
    for column, text in enumerate(_HEADER, 1):
        own.write(2, column, text, head)
        for row in range(3, 8):
            own.write_blank(row, column, None, mine if column in (2, 4) else cell)
    for row in range(4, 9):
        own.write_formula(row - 1, 2, f'=IF(B{row}="","",B$4-B{row})', mine, "")
        own.write(row - 1, 4, "★" if row == 4 else "", mine)
    own.write("B10", _LEGEND)
    drivers, races = book.add_worksheet("Pilotes"), book.add_worksheet("Courses")
    drivers.write_row("A1", ("Pilote", "Équipe"))
    races.write_row("A1", ("Manche", "Position", "Pilote"))
    for row, (name, team, _) in enumerate(_DRIVERS, 1):
        drivers.write_row(row, 0, (name, team))
        races.write_row(row, 0, (1, row, name))
        races.write_row(row + 5, 0, (2, (row + 1) % 5 + 1, name))
    book.close()


def drawn(path: Path) -> Image.Image:
    """The first tab as a picture, without the white around it."""
    profile = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"
    _call("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(path.parent), str(path))
    _call(
        "pdftoppm",
        "-png",
        "-r",
        "120",
        "-singlefile",
        str(path.with_suffix(".pdf")),
        str(path.with_suffix("")),
    )
    with Image.open(path.with_suffix(".png")) as page:
        whole = page.convert("RGB")
    filled = ImageChops.difference(whole, Image.new("RGB", whole.size, "white")).getbbox()
    return whole.crop(filled)


def _call(*words: str) -> None:
    subprocess.run(words, check=True, capture_output=True)  # noqa: S603


def draw() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        workbook(folder / "coupe.xlsx")
        (folder / "league.yaml").write_text(_LEAGUE, encoding="utf-8")
        before = drawn(folder / "coupe.xlsx")
        done = CliRunner().invoke(main, ["sync", str(folder)])
        if done.exit_code:
            raise SystemExit(done.output)
        _joined(before, drawn(folder / "coupe.xlsx")).quantize(48).save(IMAGE, optimize=True)


def _joined(above: Image.Image, below: Image.Image) -> Image.Image:
    wide, gap = max(above.width, below.width), 24
    both = Image.new("RGB", (wide + gap, above.height + below.height + 2 * gap), "white")
    both.paste(above, (gap // 2, gap // 2))
    both.paste(below, (gap // 2, above.height + gap + gap // 2))
    return both


if __name__ == "__main__":
    draw()
