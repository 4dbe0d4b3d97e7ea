"""A built site behind HTTP on this machine, as GitHub Pages serves it: gzip, and 404.html for what is not there."""

from __future__ import annotations

import functools
import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

COMPRESSED = ("text/", "application/javascript", "application/json", "application/xml", "image/svg+xml")
"""What Pages sends with gzip; everything else is sent as it is."""


@functools.cache
def content(file: Path, *, small: bool) -> bytes:
    """The bytes of a file of a site, which stays as it is while it is served."""
    raw = file.read_bytes() if file.is_file() else b""
    return gzip.compress(raw, 6, mtime=0) if small else raw


class OfPages(SimpleHTTPRequestHandler):
    """Answers as Pages does."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if path.is_dir() and not urlsplit(self.path).path.endswith("/"):
            super().do_GET()  # leads on to the address with its stroke
            return
        file = path / "index.html" if path.is_dir() else path
        status = 200 if file.is_file() else 404
        file = file if file.is_file() else Path(self.directory) / "404.html"
        kind = self.guess_type(file)
        small = kind.startswith(COMPRESSED) and "gzip" in self.headers.get("Accept-Encoding", "")
        body = content(file, small=small)
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith(COMPRESSED) else kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        if small:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing: pytest shows what matters."""


class Server(ThreadingHTTPServer):
    """A server that a browser may leave in the middle of an answer."""

    def handle_error(self, *_: object) -> None:
        """Say nothing: the browser tests see what did not arrive."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address of a built site while the block runs: `http://127.0.0.1:PORT/`."""
    with Server(("127.0.0.1", 0), functools.partial(OfPages, directory=str(site))) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()
