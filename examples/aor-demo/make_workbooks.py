"""Write the demo league's three workbooks: the same bytes at each run.

    python examples/aor-demo/make_workbooks.py [FOLDER]

Without FOLDER they are written beside this script. The season is told in season.py and races.py, what the
stewards saw in panel.py, everything else in affairs.py. It needs XlsxWriter, which the package itself does not.
"""

from __future__ import annotations

import sys
from pathlib import Path

import coordinators
import public
import stewards


def main(arguments: list[str]) -> int:
    if len(arguments) > 1 or arguments[:1] in (["-h"], ["--help"]):
        print(__doc__)
        return 0 if len(arguments) == 1 else 2
    folder = Path(arguments[0]) if arguments else Path(__file__).parent
    folder.mkdir(parents=True, exist_ok=True)
    for name, module in (("coordinators", coordinators), ("stewards", stewards), ("public", public)):
        module.build(folder / f"{name}.xlsx")
        print(folder / f"{name}.xlsx")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
