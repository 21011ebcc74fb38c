"""The application behind Werkzeug's server, on a loopback port."""

from __future__ import annotations

import socket
import threading

from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server

from .application import Application
from .service import Service


class Handler(WSGIRequestHandler):
    """Header and body leave in one segment; a dropped connection is closed without a word."""

    protocol_version = "HTTP/1.1"
    wbufsize = 1 << 20
    disable_nagle_algorithm = True

    def version_string(self) -> str:
        """What the front of the service calls itself."""
        return "ESF"

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Nothing: the service keeps its own log."""

    def connection_dropped(self, error: BaseException, environ: object = None) -> None:
        """Ends the connection for the client too, whatever is still in the buffers."""
        self.close_connection = True
        try:
            self.connection.shutdown(socket.SHUT_RDWR)
        except OSError:
            return


def serve(service: Service, port: int = 0) -> BaseWSGIServer:
    """A server that is listening; port 0 takes a free one. The caller runs serve_forever."""
    server = make_server("127.0.0.1", port, Application(service), threaded=True, request_handler=Handler)
    server.daemon_threads = True  # type: ignore[attr-defined]
    service.address = f"http://127.0.0.1:{server.server_port}"
    return server


def in_background(server: BaseWSGIServer) -> threading.Thread:
    """Serves in a thread of its own until the server is shut down."""
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    return thread
