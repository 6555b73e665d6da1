"""An address to bytes: one GET over HTTP or HTTPS, bounded in time, size and redirects.

urllib3, because trafilatura brings it anyway and it does nothing by itself: no cookies, no .netrc, no redirects that we
have not looked at. What is bounded here: the time to connect, the time between two pieces, the whole time; the bytes on
the wire and, apart from them, the bytes after unpacking; the number of redirects. Proxies are those of the environment
(http_proxy, https_proxy, no_proxy). Names and passwords in an address go to its own host alone.
"""

from __future__ import annotations

import queue
import ssl
import threading
import time
import zlib
from base64 import b64encode
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import SplitResult, unquote, urljoin, urlsplit, urlunsplit

from tui import __version__
from tui.errors import ReaderError
from tui.ingest import network
from tui.ingest.network import Nearness

if TYPE_CHECKING:
    from collections.abc import Iterator

    from urllib3 import BaseHTTPResponse, PoolManager

_ACCEPT = (
    "text/html,application/xhtml+xml,application/pdf,application/epub+zip,application/atom+xml,application/rss+xml,"
    "text/plain;q=0.9,*/*;q=0.5"
)
_NO_ARTICLE = ("image/", "video/", "audio/", "font/")
_REASONS = {
    401: "it asks for a password",
    402: "it wants to be paid",
    403: "it refuses; open the page in a browser, save it and open the file",
    404: "there is no such page",
    410: "the page has been taken away",
    429: "it has been asked too often; try later",
    451: "the page is withheld for legal reasons",
}


@dataclass(frozen=True)
class Limits:
    """How far a fetch may go."""

    connect: float = 10.0
    """Seconds until there is a connection."""
    pause: float = 15.0
    """Seconds between two pieces of an answer."""
    total: float = 60.0
    """Seconds for everything, redirects too."""
    size: int = 32 * 1024 * 1024
    """Bytes of an answer, both as it comes and unpacked."""
    redirects: int = 8
    """Redirects followed."""


@dataclass(frozen=True)
class Fetched:
    """What an address answered, as it came."""

    url: str
    """The address asked for, without a name or password."""
    final_url: str
    """The address that answered, after redirects."""
    data: bytes
    """The body, unpacked."""
    content_type: str
    """The media type that the server gave, in lower case, or ""."""
    charset: str | None
    """The charset that the server gave, or None."""
    moment: str
    """When it was fetched: ISO 8601 in UTC, to the second."""


def fetch(url: str, limits: Limits | None = None, within: Nearness = Nearness.OWN) -> Fetched:
    """Get `url`, where it is not nearer to this machine than `within`: less than its default is for an address that the
    reader has not typed. Raises ReaderError with one sentence that says what went wrong.

    Runs in a thread of its own, because a server that sends a byte now and then could hold up a reader for ever.
    """
    limits = limits or Limits()
    answers: queue.SimpleQueue[Fetched | Exception | None] = queue.SimpleQueue()
    give_up = threading.Event()

    def work() -> None:
        answer: Fetched | Exception | None = None
        try:
            answer = _fetch(url, limits, within, give_up)
        except (ReaderError, OSError, ValueError) as error:
            answer = error
        finally:
            answers.put(answer)

    threading.Thread(target=work, daemon=True, name="fetch").start()
    try:
        answer = answers.get(timeout=limits.total)
    except queue.Empty:
        give_up.set()
        raise ReaderError(f"{_shown(url)} took longer than {limits.total:g} seconds to answer.", "Too slow") from None
    if isinstance(answer, ReaderError):
        raise answer
    if not isinstance(answer, Fetched):
        raise ReaderError(f"{_shown(url)} cannot be fetched: {answer or 'the connection failed'}.", "Not fetched")
    return answer


def _shown(url: str) -> str:
    """`url` for a message: without a name, a password or an end."""
    bare = _without_login(url)
    return repr(bare if len(bare) <= 120 else bare[:117] + "…")


def _without_login(url: str) -> str:
    parts = urlsplit(url)
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2])) if "@" in parts.netloc else url


def _checked(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        raise ReaderError(f"{url[:120]!r} is no address that can be fetched.", "No address") from None
    del port
    if parts.scheme.lower() not in ("http", "https") or not host:
        raise ReaderError(
            f"{_shown(url)} cannot be fetched: pullquote asks http and https addresses only.", "No address"
        )
    return parts


def _fetch(url: str, limits: Limits, within: Nearness, give_up: threading.Event) -> Fetched:
    import urllib3
    from urllib3.exceptions import HTTPError

    asked = _checked(url)
    login = (unquote(asked.username or ""), unquote(asked.password or "")) if asked.username else None
    address = before = _without_login(url)
    deadline = time.monotonic() + limits.total
    for hop in range(limits.redirects + 1):
        parts = _checked(address)
        headers = {
            "User-Agent": f"Mozilla/5.0 (compatible; pullquote/{__version__})",
            "Accept": _ACCEPT,
            "Accept-Encoding": "gzip, deflate",
        }
        if login and _origin(parts) == _origin(asked):
            headers["Authorization"] = "Basic " + b64encode(":".join(login).encode()).decode()
        try:
            guard = _Guard(within, _shown(before), hop > 0 or within < Nearness.OWN)
            with _pool(parts, urllib3, guard) as pool:
                response = pool.request(
                    "GET",
                    urlunsplit(parts._replace(fragment="")),
                    headers=headers,
                    redirect=False,
                    retries=False,
                    preload_content=False,
                    decode_content=False,
                    timeout=urllib3.Timeout(connect=limits.connect, read=limits.pause),
                )
                try:
                    target = response.headers.get("Location") if response.status in (301, 302, 303, 307, 308) else None
                    if target is None:
                        return _answer(response, url, address, limits, deadline, give_up)
                finally:
                    response.close()
        except HTTPError as error:
            raise ReaderError(_what_went_wrong(address, error), "Not fetched") from None
        within, before = min(within, guard.seen), address
        address = _without_login(urljoin(address, target))
    raise ReaderError(
        f"{_shown(url)} sends from one address to another, more than {limits.redirects} times.", "Not fetched"
    )


def _origin(parts: SplitResult) -> tuple[str, str | None, int | None]:
    return parts.scheme, parts.hostname, parts.port


class _Guard:
    """Lets connections go no nearer to this machine than `within`; remembers how near the last one went."""

    def __init__(self, within: Nearness, shown: str, led: bool) -> None:
        self.within, self.shown, self.led = within, shown, led
        self.seen = Nearness.OPEN

    def check(self, nearness: Nearness) -> None:
        """Raise ReaderError where that is too near."""
        self.seen = nearness
        network.check(nearness, self.within, self.shown, self.led)

    def over(self, pool_class: Any) -> Any:
        """`pool_class` of urllib3, whose connections are checked once they stand and before anything is asked."""
        guard = self

        class Connection(pool_class.ConnectionCls):  # type: ignore[misc]
            def _new_conn(self) -> Any:
                made = super()._new_conn()
                try:
                    guard.check(network.of_ip(made.getpeername()[0]))
                except ReaderError:
                    made.close()
                    raise
                return made

        return type("GuardedPool", (pool_class,), {"ConnectionCls": Connection})


def _pool(parts: SplitResult, urllib3: Any, guard: _Guard) -> PoolManager:
    """A connection to a host, by the proxy of the environment where there is one for it."""
    from urllib.request import getproxies, proxy_bypass

    context = ssl.create_default_context()
    if not context.get_ca_certs() and not ssl.get_default_verify_paths().capath:
        import certifi  # a Python without the system's certificates

        context.load_verify_locations(certifi.where())
    proxies = getproxies()
    proxy = proxies.get(parts.scheme) or proxies.get("all")
    manager: PoolManager
    if proxy and not proxy_bypass(parts.hostname or ""):
        where = urlsplit(proxy if "//" in proxy else f"http://{proxy}")
        if where.scheme not in ("http", "https"):
            raise ReaderError(
                f"The proxy of the environment is of the kind {where.scheme!r}, which is not supported.", "Proxy"
            )
        guard.check(network.of_host(parts.hostname or ""))  # whom the proxy connects to, it alone knows
        login = f"{unquote(where.username)}:{unquote(where.password or '')}" if where.username else None
        manager = urllib3.ProxyManager(
            _without_login(where.geturl()),
            proxy_headers=urllib3.make_headers(proxy_basic_auth=login) if login else None,
            ssl_context=context,
        )
    else:
        guard.check(network.of_host(parts.hostname or ""))  # before a connection to what is plain
        manager = urllib3.PoolManager(ssl_context=context)
        pools = {"http": urllib3.HTTPConnectionPool, "https": urllib3.HTTPSConnectionPool}
        manager.pool_classes_by_scheme = {scheme: guard.over(pool) for scheme, pool in pools.items()}
    return manager


def _answer(
    response: BaseHTTPResponse, url: str, address: str, limits: Limits, deadline: float, give_up: threading.Event
) -> Fetched:
    if response.status != 200:
        reason = _REASONS.get(response.status) or (
            "the server has failed" if response.status >= 500 else "no page came"
        )
        raise ReaderError(f"{_shown(address)} answered {response.status}: {reason}.", "Not fetched")
    media, _, rest = (response.headers.get("Content-Type") or "").lower().partition(";")
    media = media.strip()
    if media.startswith(_NO_ARTICLE):
        raise ReaderError(f"{_shown(address)} is no article but {media!r}.", "No article")
    data = b"".join(_unpacked(_pieces(response, address, limits, deadline, give_up), response, address, limits))
    _, _, charset = rest.partition("charset=")
    charset = charset.partition(";")[0].strip("\"' ")
    moment = datetime.now(UTC).replace(microsecond=0).isoformat().replace("+00:00", "Z")
    return Fetched(_without_login(url), address, data, media, charset or None, moment)


def _pieces(
    response: BaseHTTPResponse, address: str, limits: Limits, deadline: float, give_up: threading.Event
) -> Iterator[bytes]:
    """The body as it comes, as long as it stays within the limits; its stated length has to be reached."""
    stated = response.headers.get("Content-Length", "")
    length = int(stated) if stated.isascii() and stated.isdigit() else None
    if length is not None and length > limits.size:
        raise _too_large(address, limits)
    size = 0
    while piece := response.read1(65536, decode_content=False):
        size += len(piece)
        if size > limits.size:
            raise _too_large(address, limits)
        if time.monotonic() > deadline or give_up.is_set():
            raise ReaderError(f"{_shown(address)} took longer than {limits.total:g} seconds to answer.", "Too slow")
        yield piece
    if length is not None and size < length:
        raise ReaderError(f"{_shown(address)} broke off after {size} of {length} bytes.", "Cut off")


def _unpacked(pieces: Iterator[bytes], response: BaseHTTPResponse, address: str, limits: Limits) -> Iterator[bytes]:
    """The body without its content encoding, never more of it than the limit, however well it was packed."""
    encoding = (response.headers.get("Content-Encoding") or "identity").lower().strip()
    if encoding in ("identity", ""):
        yield from pieces
        return
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise ReaderError(f"{_shown(address)} is packed in a way that was not asked for ({encoding!r}).", "Not fetched")
    unpacker: Any = None
    size = 0
    try:
        for piece in pieces:
            if unpacker is None:  # "deflate" comes with and without a zlib header
                raw = encoding == "deflate" and (piece[0] & 0x0F) != 8
                unpacker = zlib.decompressobj(-15 if raw else 47)
            while piece:
                part = unpacker.decompress(piece, limits.size + 1 - size)
                size += len(part)
                if size > limits.size:
                    raise _too_large(address, limits)
                yield part
                piece = unpacker.unconsumed_tail
    except zlib.error:
        raise ReaderError(f"{_shown(address)} sent a page that cannot be unpacked.", "Damaged") from None
    if unpacker is not None and not unpacker.eof:
        raise ReaderError(f"{_shown(address)} broke off in the middle of the page.", "Cut off")


def _too_large(address: str, limits: Limits) -> ReaderError:
    size = f"{limits.size >> 20} MB" if limits.size >= 1 << 20 else f"{limits.size} bytes"
    return ReaderError(f"{_shown(address)} is larger than {size}: too large for an article.", "Too large")


def _what_went_wrong(address: str, error: Exception) -> str:
    from urllib3 import exceptions as e

    while isinstance(error, e.MaxRetryError) and error.reason is not None:
        error = error.reason
    host = urlsplit(address).hostname or address
    if isinstance(error, e.NameResolutionError):
        return f"There is no host {host!r}, or no network."
    if isinstance(error, e.SSLError):
        return f"The connection to {host!r} is not safe: {_certificate_fault(error)}."
    if isinstance(error, e.ProxyError):
        return f"The proxy of the environment cannot be used to reach {host!r}."
    if isinstance(error, e.NewConnectionError):
        return f"There is no connection to {host!r}: it refuses, or there is no network."
    if isinstance(error, e.TimeoutError):
        return f"{_shown(address)} did not answer in time."
    return f"{_shown(address)} broke off or answered what is no HTTP."


def _certificate_fault(error: Exception) -> str:
    inner = error.args[0] if error.args else error
    return str(getattr(inner, "verify_message", "") or "its certificate cannot be verified")
