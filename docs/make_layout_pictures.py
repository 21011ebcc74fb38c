"""Draws docs/images/layouts/: python docs/make_layout_pictures.py (LibreOffice, Poppler, Pillow)."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from layout_examples import EXAMPLES, workbook
from PIL import Image, ImageChops

FOLDER = Path(__file__).parent / "images" / "layouts"
_GAP = 16


def pages(path: Path) -> list[Image.Image]:
    """Every tab as a picture, without the white around it."""
    profile = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"
    _call("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(path.parent), str(path))
    _call("pdftoppm", "-png", "-r", "96", str(path.with_suffix(".pdf")), str(path.with_suffix("")))
    return [_cropped(each) for each in sorted(path.parent.glob(f"{path.stem}-*.png"))]


def _cropped(path: Path) -> Image.Image:
    with Image.open(path) as page:
        upper = page.convert("RGB").crop((0, 0, page.width, int(page.height * 0.9)))
    filled = ImageChops.difference(upper, Image.new("RGB", upper.size, "white")).getbbox()
    return upper.crop(filled)


def _call(*words: str) -> None:
    subprocess.run(words, check=True, capture_output=True)  # noqa: S603


def _beside(images: list[Image.Image]) -> Image.Image:
    width = sum(each.width + 2 * _GAP for each in images)
    both = Image.new("RGB", (width, max(each.height for each in images) + 2 * _GAP), "white")
    left = _GAP
    for each in images:
        both.paste(each, (left, _GAP))
        left += each.width + 2 * _GAP
    return both


def draw() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, example in EXAMPLES.items():
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"{name}.xlsx"
            workbook(path, example)
            _beside(pages(path)).quantize(32).save(FOLDER / f"{name}.png", optimize=True)


if __name__ == "__main__":
    draw()
