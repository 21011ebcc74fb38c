"""The application behind Werkzeug's server, on a loopback port."""

from __future__ import annotations

import socket
import threading
from typing import Any

from werkzeug.serving import ThreadedWSGIServer, WSGIRequestHandler

from .application import Application
from .service import Service


class Handler(WSGIRequestHandler):
    """One connection: it stays open between requests, and each answer leaves in one segment."""

    protocol_version = "HTTP/1.1"
    wbufsize = -1  # header and body are gathered, and leave together
    disable_nagle_algorithm = True
    timeout = 60
    server: Server

    def setup(self) -> None:
        super().setup()
        self.server.open.add(self.connection)

    def finish(self) -> None:
        self.server.open.discard(self.connection)
        try:
            super().finish()
        except OSError:
            return  # the client is gone

    def run_wsgi(self) -> None:
        if self.headers.get("Expect", "").lower().strip() == "100-continue":
            self.wfile.write(b"HTTP/1.1 100 Continue\r\n\r\n")
            self.wfile.flush()
        said: list[Any] = []

        def start_response(status: str, headers: list[tuple[str, str]], *_: Any) -> Any:
            said[:] = [status, headers]

        try:
            body = b"".join(self.server.app(self.make_environ(), start_response))
            self._send(said[0], said[1], body)
        except ConnectionError as dropped:
            self.connection_dropped(dropped)

    def _send(self, status: str, headers: list[tuple[str, str]], body: bytes) -> None:
        code, _, phrase = status.partition(" ")
        self.send_response(int(code), phrase)
        length = 0
        for name, value in headers:
            self.send_header(name, value)
            length = int(value) if name == "Content-Length" else length
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)
        self.wfile.flush()
        if len(body) < length:
            raise ConnectionAbortedError("a fault was ordered: half of the answer is lost")

    def connection_dropped(self, error: BaseException, environ: object = None) -> None:
        """Ends the connection for the client too, whatever is still in the buffers."""
        self.close_connection = True
        hang_up(self.connection)

    def version_string(self) -> str:
        """What the front of the service calls itself."""
        return "ESF"

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Nothing: the service keeps its own log."""


def hang_up(connection: socket.socket) -> None:
    """Ends a connection, if it hasn't ended already."""
    try:
        connection.shutdown(socket.SHUT_RDWR)
    except OSError:
        return


class Server(ThreadedWSGIServer):
    """Knows its open connections, so that it can end them."""

    daemon_threads = True

    def __init__(self, app: Application, port: int) -> None:
        self.open: set[socket.socket] = set()
        super().__init__("127.0.0.1", port, app, Handler)

    def hang_up(self) -> None:
        """Ends every connection, also those that wait for their next request."""
        for connection in list(self.open):
            hang_up(connection)

    def stop(self) -> None:
        """No more answers."""
        self.shutdown()
        self.server_close()
        self.hang_up()


def serve(service: Service, port: int = 0) -> Server:
    """A server that is listening; port 0 takes a free one. The caller runs serve_forever."""
    server = Server(Application(service), port)
    service.address = f"http://127.0.0.1:{server.server_port}"
    return server


def in_background(server: Server) -> threading.Thread:
    """Serves in a thread of its own until the server is stopped."""
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    return thread
