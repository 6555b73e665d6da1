"""`pullquote serve`: the reader in a browser on this machine."""

from __future__ import annotations

import os
import shlex
import sys
from typing import TYPE_CHECKING, Any

from tui.errors import ReaderError

if TYPE_CHECKING:
    import argparse

HOST = "127.0.0.1"
"""Nothing but this machine: the page can do what the reader can."""
PORT = 8765
_NAMES = (HOST, "localhost")
_START = (
    "import sys; home = sys.argv.pop(1); home in sys.path or sys.path.insert(0, home); "
    "from tui.__main__ import main; main()"
)
"""Not `-m`, which would look for modules in the folder that the reader happens to stand in."""


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "serve",
        help="open an article in the reader in a browser, on this machine",
        description=f"Serve the reader to browsers on this machine, at http://{HOST}:PORT, until Ctrl+C. "
        "Needs textual-serve: pip install 'pullquote[serve]'.",
    )
    parser.add_argument("file", nargs="?", metavar="INPUT", help="what to open; without it, the bundled article")
    parser.add_argument("--port", type=int, default=PORT, help="port to listen on (default: %(default)s)")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Serve until interrupted; returns the exit status."""
    if options.file == "-":
        raise ReaderError(
            "Standard input can be read once only, and every page of the browser reads anew: name a file."
        )
    if options.file and "://" not in options.file and not os.path.exists(options.file):  # noqa: PTH110
        raise ReaderError(f"There is no file {options.file!r}.")
    if not 0 < options.port < 65536:
        raise ReaderError(f"{options.port} is no port: it has to be from 1 to 65535.")
    try:
        from textual_serve.server import Server
    except ImportError:
        raise ReaderError("This needs textual-serve: pip install 'pullquote[serve]'.", "Installation") from None
    try:
        _local(Server)(command(options.file), host=HOST, port=options.port, title="pullquote").serve()
    except OSError as error:
        raise ReaderError(f"Port {options.port} cannot be used: {error.strerror or error}.") from None
    return 0


def command(file: str | None) -> str:
    """The command line of the reader that a page is the screen of, as a shell reads it."""
    home = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))  # noqa: PTH100, PTH120
    return shlex.join([sys.executable, "-P", "-c", _START, home, "read", *([file] if file else [])])


def _local(server: type[Any]) -> type[Any]:
    """`server`, but for pages of other sites: any of them could else open the reader unseen and read along."""

    class Local(server):  # type: ignore[misc]
        async def _make_app(self) -> Any:
            from aiohttp import web

            @web.middleware
            async def local_only(request: Any, handler: Any) -> Any:
                hosts = {f"{name}:{self.port}" for name in _NAMES}
                origin = request.headers.get("Origin")
                if request.host not in hosts or (origin and origin not in {f"http://{host}" for host in hosts}):
                    raise web.HTTPForbidden(text="This page belongs to this machine alone.")
                return await handler(request)

            app = await super()._make_app()
            app.middlewares.append(local_only)
            return app

        def initialize_logging(self) -> None:
            """Keep quiet about requests."""

        async def on_startup(self, app: Any) -> None:
            """Say where the page is."""
            print(f"The reader is at {self.public_url} until Ctrl+C.", flush=True)  # noqa: T201

    return Local
