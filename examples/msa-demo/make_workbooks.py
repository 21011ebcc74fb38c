"""Write the three workbooks of the MSA demo: the same bytes at each run.

    python examples/msa-demo/make_workbooks.py [FOLDER]

Without FOLDER they are written beside this script. What happens in the season stands in season.py,
stewarding.py and coordination.py; what both South African demos share in examples/south-africa. It needs
XlsxWriter, which the package itself does not.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "south-africa"))

import panel
import public
import race_office


def main(arguments: list[str]) -> int:
    folder = Path(arguments[0]) if arguments else Path(__file__).parent
    folder.mkdir(parents=True, exist_ok=True)
    for name, module in (("race_office", race_office), ("stewards", panel), ("public", public)):
        module.build(folder / f"{name}.xlsx")
        print(folder / f"{name}.xlsx")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
