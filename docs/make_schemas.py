"""Writes docs/schemas/ from the models themselves: python docs/make_schemas.py"""

from __future__ import annotations

import json
from pathlib import Path

from sheets_sync.tables.export.model.document import schema

FOLDER = Path(__file__).parent / "schemas"


def schemas() -> dict[str, str]:
    """File name -> its whole text."""
    made = {"tables.schema.json": schema()}
    return {name: json.dumps(tree, indent=2, ensure_ascii=False) + "\n" for name, tree in made.items()}


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for name, text in schemas().items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
