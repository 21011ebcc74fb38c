"""How long `sheets-sync --version` and `sheets-sync demo` take, beside their limits and a bare interpreter.

    python benchmarks/startup.py [RUNS]

Whole processes, the median of RUNS (default 7) after one warm-up. A ratio below 1 is within the limit.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

LIMITS = {"sheets-sync --version": 0.150, "sheets-sync demo": 3.0, "sheets-sync demo, again": 3.0}


def seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def median(run: Callable[[], float], runs: int) -> float:
    run()
    return statistics.median(run() for _ in range(runs))


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    tool = [sys.executable, "-m", "sheets_sync"]
    with tempfile.TemporaryDirectory() as folder:
        fresh = (Path(folder) / str(number) for number in range(10_000))
        settled = Path(folder) / "settled"
        figures = {
            "python -c pass": median(lambda: seconds([sys.executable, "-c", "pass"]), runs),
            "sheets-sync --version": median(lambda: seconds([*tool, "--version"]), runs),
            "sheets-sync demo": median(lambda: seconds([*tool, "demo", str(next(fresh))]), runs),
            "sheets-sync demo, again": median(lambda: seconds([*tool, "demo", str(settled)]), runs),
        }
    for name, figure in figures.items():
        limit = LIMITS.get(name)
        beside = f"  limit {limit * 1000:5.0f} ms  ratio {figure / limit:4.2f}" if limit else ""
        print(f"{name:<26}{figure * 1000:7.0f} ms{beside}")


if __name__ == "__main__":
    main()
