"""`python -m tests.google --port 8765`: the server by itself."""

from __future__ import annotations

import argparse
from pathlib import Path

from .control import old_files
from .http_server import serve
from .service import Service


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.google", description=__doc__)
    parser.add_argument("--port", type=int, default=8765, help="0 takes a free one")
    parser.add_argument(
        "--public-key",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help="PEM; with it signature, audience, expiry and scope of assertions are verified",
    )
    given = parser.parse_args()
    service = Service()
    for file in given.public_key:
        service.tokens.add_key(file.read_bytes())
    old_files(service)
    server = serve(service, given.port)
    print(f"Sheets and Drive at {service.address}, tokens at {service.address}/token", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        server.server_close()


if __name__ == "__main__":
    main()
