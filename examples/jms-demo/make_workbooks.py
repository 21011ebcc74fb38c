"""Write the demo league's three workbooks: the same bytes at each run.

    python examples/jms-demo/make_workbooks.py [FOLDER]

Without FOLDER they are written beside this script. The evening is told in event.py, the entries in cast.py, what the
stewards had before them in incidents.py. It needs XlsxWriter, which the package itself does not.
"""

from __future__ import annotations

import sys
from pathlib import Path

import asn
import public
import stewards


def main(arguments: list[str]) -> int:
    if len(arguments) > 1 or arguments[:1] in (["-h"], ["--help"]):
        print(__doc__)
        return 0 if len(arguments) == 1 else 2
    folder = Path(arguments[0]) if arguments else Path(__file__).parent
    folder.mkdir(parents=True, exist_ok=True)
    for name, module in (("asn", asn), ("stewards", stewards), ("public", public)):
        module.build(folder / f"{name}.xlsx")
        print(folder / f"{name}.xlsx")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
