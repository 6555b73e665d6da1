"""A fetch ends, whatever the other end does, with a page or one sentence, and takes no secret along.

Against a server of our own on 127.0.0.1; nothing here sleeps: what is slow waits for an event that never comes.
"""

from __future__ import annotations

import gzip
import io
import socket
import threading
import zlib
from base64 import b64encode
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tui.domain.text import Document
from tui.errors import ReaderError
from tui.ingest import open_source
from tui.ingest.fetch import Fetched, Limits, fetch
from tui.ingest.network import Nearness, of_host
from tui.library import fetched as store

if TYPE_CHECKING:
    from collections.abc import Iterator

GOOD = Path(__file__).parents[1] / "corpus" / "good"
NEWS = (GOOD / "news.html").read_bytes()
BOMB = gzip.compress(b"0" * (16 << 20))
QUICK = Limits(size=1 << 20, redirects=4)
"""Small, but with the time that a machine under load may want: only what waits for a limit of time sets one."""


class Handler(BaseHTTPRequestHandler):
    """What the server answers, by path."""

    over: threading.Event
    seen: list[tuple[str, dict[str, str]]]

    def log_message(self, *_: Any) -> None: ...

    def answer(self, body: bytes, status: int = 200, length: int | None = None, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self) -> None:
        self.seen.append((self.path, dict(self.headers)))
        try:
            getattr(self, "get_" + self.path.strip("/").partition("?")[0].replace("-", "_"), self.get_none)()
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def get_none(self) -> None:
        self.answer(b"gone", 404)

    def get_news(self) -> None:
        self.answer(NEWS, Content_Type="text/html; charset=utf-8")

    def get_packed(self) -> None:
        self.answer(gzip.compress(NEWS), Content_Type="text/html", Content_Encoding="gzip")

    def get_deflated(self) -> None:
        packer = zlib.compressobj(wbits=-15)
        self.answer(packer.compress(NEWS) + packer.flush(), Content_Type="text/html", Content_Encoding="deflate")

    def get_moved(self) -> None:
        self.answer(b"", 302, Location="/news")

    def get_loop(self) -> None:
        self.answer(b"", 302, Location="/loop")

    def get_to_file(self) -> None:
        self.answer(b"", 302, Location="file:///etc/passwd")

    def get_silent(self) -> None:
        self.over.wait(20)

    def get_drip(self) -> None:
        """Header lines now and then, for ever: each in time, all of them never."""
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        while not self.over.wait(0.05):
            self.wfile.write(b"X-More: 1\r\n")
            self.wfile.flush()

    def get_drip_body(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.end_headers()
        while not self.over.wait(0.05):
            self.wfile.write(b"word ")
            self.wfile.flush()

    def get_huge(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        for _ in range(64):
            self.wfile.write(b"<p>word</p>" * 10_000)

    def get_says_huge(self) -> None:
        self.answer(b"<p>", length=1 << 32, Content_Type="text/html")

    def get_bomb(self) -> None:
        self.answer(BOMB, Content_Type="text/html", Content_Encoding="gzip")

    def get_truncated(self) -> None:
        self.answer(NEWS[:500], length=len(NEWS), Content_Type="text/html")
        self.close_connection = True

    def get_truncated_gzip(self) -> None:
        self.answer(gzip.compress(NEWS)[:300], Content_Type="text/html", Content_Encoding="gzip")

    def get_bad_gzip(self) -> None:
        self.answer(b"no gzip at all", Content_Type="text/html", Content_Encoding="gzip")

    def get_wrong_charset(self) -> None:
        self.answer(NEWS, Content_Type="text/html; charset=iso-8859-1")

    def get_old_charset(self) -> None:
        page = NEWS.decode().replace('<meta charset="utf-8">', "").encode("cp1252", "xmlcharrefreplace")
        self.answer(page, Content_Type="text/html; charset=windows-1252")

    def get_unknown_charset(self) -> None:
        self.answer(NEWS, Content_Type="text/html; charset=no-such-thing")

    def get_picture(self) -> None:
        self.answer(b"\x89PNG", Content_Type="image/png")

    def get_failed(self) -> None:
        self.answer(b"", 503)

    def get_no_http(self) -> None:
        self.wfile.write(b"SSH-2.0-OpenSSH\r\n")
        self.close_connection = True

    def get_text(self) -> None:
        self.answer("Die Fähre fährt.\n\nEnde.".encode("latin-1"), Content_Type="text/plain; charset=latin-1")


class Server:
    """The server, its address, and what it was asked."""

    def __init__(self) -> None:
        handler = type("OwnHandler", (Handler,), {"over": threading.Event(), "seen": []})
        self.handler = handler
        self.http = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.http.daemon_threads = True
        self.address = f"http://127.0.0.1:{self.http.server_port}"
        threading.Thread(target=self.http.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()

    def close(self) -> None:
        self.handler.over.set()
        self.http.shutdown()
        self.http.server_close()


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A server on this machine, reached without the proxy that whoever runs the tests may have."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    running = Server()
    yield running
    running.close()


@pytest.mark.parametrize(
    "path", ["news", "packed", "deflated", "moved", "wrong-charset", "old-charset", "unknown-charset"]
)
def test_page_arrives_whole_however_it_is_sent(server: Server, path: str) -> None:
    page = open_source(f"{server.address}/{path}", limits=QUICK)
    assert isinstance(page, Document)
    assert "residents’ association" in page.text
    assert "“We have never seen anything like it,”" in page.text
    assert page.facts.accessed is not None


def test_answer_says_where_it_came_from(server: Server) -> None:
    answer = fetch(f"{server.address}/moved", QUICK)
    assert (answer.url, answer.final_url) == (f"{server.address}/moved", f"{server.address}/news")
    assert (answer.content_type, answer.charset) == ("text/html", "utf-8")
    assert answer.data == NEWS
    assert answer.moment.endswith("Z")


def test_plain_text_is_decoded_as_its_server_says(server: Server) -> None:
    page = open_source(f"{server.address}/text", limits=QUICK)
    assert isinstance(page, Document)
    assert page.text.startswith("Die Fähre fährt.")
    assert page.facts.url == f"{server.address}/text"


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("none", "answered 404: there is no such page"),
        ("failed", "answered 503: the server has failed"),
        ("loop", "more than 4 times"),
        ("to-file", "http and https addresses only"),
        ("huge", "larger than 1 MB"),
        ("says-huge", "larger than 1 MB"),
        ("bomb", "larger than 1 MB"),
        ("truncated", "broke off"),
        ("truncated-gzip", "broke off"),
        ("bad-gzip", "cannot be unpacked"),
        ("picture", "is no article but 'image/png'"),
        ("no-http", "broke off or answered what is no HTTP"),
    ],
)
def test_fault_of_the_other_end_is_one_sentence(server: Server, path: str, says: str) -> None:
    with pytest.raises(ReaderError, match=says) as caught:
        open_source(f"{server.address}/{path}", limits=QUICK)
    assert "\n" not in caught.value.message


def test_server_that_says_nothing_is_left(server: Server) -> None:
    with pytest.raises(ReaderError, match="did not answer in time"):
        fetch(f"{server.address}/silent", replace(QUICK, pause=0.2))


@pytest.mark.parametrize("path", ["drip", "drip-body"])
def test_server_that_never_ends_is_left_when_the_time_is_up(server: Server, path: str) -> None:
    with pytest.raises(ReaderError, match=r"longer than 0\.6 seconds"):
        fetch(f"{server.address}/{path}", replace(QUICK, total=0.6))


def test_name_and_password_go_to_their_own_host_alone(server: Server) -> None:
    other = Server()
    try:
        server.handler.get_moved = lambda self: self.answer(b"", 302, Location=f"{other.address}/news")
        address = server.address.replace("//", "//ann:se%40cret@")
        answer = fetch(f"{address}/moved", QUICK)
        first, second = server.handler.seen[0][1], other.handler.seen[0][1]
        assert first["Authorization"] == "Basic " + b64encode(b"ann:se@cret").decode()
        assert "Authorization" not in second
        assert "se%40cret" not in answer.url + answer.final_url
    finally:
        other.close()


def test_password_is_in_no_message(server: Server) -> None:
    with pytest.raises(ReaderError) as caught:
        fetch(server.address.replace("//", "//ann:secret@") + "/none", QUICK)
    assert "secret" not in caught.value.message


def test_proxy_of_the_environment_is_asked(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", server.address)
    with pytest.raises(ReaderError, match="404"):
        fetch("http://courier.example/news", QUICK)
    assert server.handler.seen[0][0] == "http://courier.example/news"
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    assert fetch(f"{server.address}/news", QUICK).data == NEWS


def test_open_network_does_not_lead_to_this_machine(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", server.address)
    server.handler.get_none = lambda self: self.answer(b"", 302, Location="http://127.0.0.1/admin")
    with pytest.raises(ReaderError, match="an address of this machine"):
        fetch("http://courier.example/news", QUICK)


@pytest.mark.parametrize("address", ["http://", "http://[::1", "https://a.example:99999999/x", "http:///x"])
def test_what_is_no_address_is_said(address: str) -> None:
    with pytest.raises(ReaderError):
        fetch(address, QUICK)


def test_no_connection_is_said(server: Server) -> None:
    address = server.address
    server.close()
    with pytest.raises(ReaderError, match=r"no connection to '127\.0\.0\.1'"):
        fetch(address, QUICK)


def _feed(server: Server) -> bytes:
    text = (GOOD / "feed.xml").read_text(encoding="utf-8")
    return text.replace("https://courier.example/ferry", f"{server.address}/news").encode()


def test_feed_entry_without_its_text_is_fetched_and_kept(server: Server) -> None:
    feed = _feed(server)
    server.handler.get_feed = lambda self: self.answer(feed, Content_Type="application/rss+xml")
    kept: list[Fetched] = []
    entries = open_source(f"{server.address}/feed", keep=kept.append, limits=QUICK).entries  # type: ignore[union-attr]
    assert [answer.data for answer in kept] == [feed]
    page = entries[1].open()
    assert isinstance(page, Document)
    assert page.facts.title == "River breaks its banks"
    assert [answer.data for answer in kept] == [feed, NEWS]


def test_feed_from_elsewhere_does_not_lead_to_this_machine(server: Server, tmp_path: Path) -> None:
    file = tmp_path / "feed.xml"
    file.write_bytes(_feed(server))
    entry = open_source(str(file), limits=QUICK).entries[1]  # type: ignore[union-attr]
    with pytest.raises(ReaderError, match="leads to an address of this machine"):
        entry.open()
    assert server.handler.seen == []


@pytest.mark.parametrize(
    "target", ["http://169.254.169.254/latest/meta-data/", "http://[fe80::1]/", "http://[::ffff:169.254.169.254]/"]
)
def test_secrets_of_a_cloud_machine_are_never_asked_for(server: Server, target: str) -> None:
    server.handler.get_moved = lambda self: self.answer(b"", 302, Location=target)
    with pytest.raises(ReaderError, match="leads to an address that only this machine can reach"):
        fetch(f"{server.address}/moved", QUICK)
    with pytest.raises(ReaderError, match="is an address that only this machine can reach"):
        fetch(target, QUICK)


def test_name_that_resolves_to_this_machine_only_when_connected_to_is_caught(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = ("127.0.0.1", int(server.address.rpartition(":")[2]))
    entry = (socket.AF_INET, socket.SOCK_STREAM, 6, "", own)
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: [entry])
    with pytest.raises(ReaderError, match="leads to an address of this machine"):
        fetch("http://courier.example/news", QUICK, Nearness.OPEN)
    assert server.handler.seen == []
    assert fetch("http://courier.example/news", QUICK).data == NEWS


@pytest.mark.parametrize(
    ("host", "near"),
    [
        ("127.1", Nearness.OWN),
        ("2130706433", Nearness.OWN),
        ("[::1]", Nearness.OWN),
        ("::ffff:10.0.0.1", Nearness.PRIVATE),
        ("64:ff9b::a00:1", Nearness.PRIVATE),
        ("192.168.0.1", Nearness.PRIVATE),
        ("0.0.0.0", Nearness.OWN),
        ("news.localhost.", Nearness.OWN),
        ("fd00:ec2::254", Nearness.LINK),
        ("2001:4860:4860::8888", Nearness.OPEN),
        ("8.8.8.8", Nearness.OPEN),
        ("courier.example", Nearness.OPEN),
    ],
)
def test_nearness_of_a_host_is_told_however_it_is_written(host: str, near: Nearness) -> None:
    assert of_host(host) is near


def test_what_was_fetched_is_kept_once_for_each_version(server: Server) -> None:
    answer = fetch(f"{server.address}/news", QUICK)
    changed = replace(answer, data=b"<p>Changed</p>", moment="2199-01-01T00:00:00Z")
    assert store.versions(answer.url) == []
    assert store.keep(answer) and store.keep(answer) and store.keep(changed)
    assert [version.data for version in store.versions(answer.url)] == [b"<p>Changed</p>", NEWS]
    assert store.versions(answer.url)[1] == answer


def test_oldest_go_when_the_store_is_full(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "MAX_BYTES", 30)
    for number in range(5):
        page = Fetched(
            f"http://a.example/{number}", "", bytes([number]) * 20, "", None, f"2024-01-0{number + 1}T00:00:00Z"
        )
        assert store.keep(page)
    assert store.versions("http://a.example/4") != []
    assert store.versions("http://a.example/0") == []


def test_damaged_store_is_no_matter_and_is_left_alone() -> None:
    store.store_path().parent.mkdir(parents=True)
    store.store_path().write_bytes(b"not a database, but perhaps somebody's" * 50)
    assert not store.keep(Fetched("http://a.example/", "", b"x", "", None, "2024-01-01T00:00:00Z"))
    assert store.versions("http://a.example/") == []
    assert store.store_path().read_bytes().startswith(b"not a database")


def test_kept_copy_is_read_without_asking(server: Server, capsys: pytest.CaptureFixture[str]) -> None:
    from tui.cli.inputs import open_input

    address = f"{server.address}/news"
    with pytest.raises(ReaderError, match="Nothing is kept"):
        open_input(address, kept=True)
    first = open_input(address)
    server.close()
    again = open_input(address, kept=True)
    assert isinstance(first, Document) and isinstance(again, Document)
    assert again.text == first.text


def test_page_that_has_gone_is_said_to_be_kept(server: Server) -> None:
    from tui.cli.inputs import open_input

    address = f"{server.address}/news"
    open_input(address)
    server.handler.get_news = server.handler.get_none
    with pytest.raises(
        ReaderError, match=r"answered 404: there is no such page\. What was fetched on \d{4}-.* is kept"
    ):
        open_input(address)


def test_terminal_is_told_what_takes_a_while(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    from tui.cli import inputs

    class Screen(io.StringIO):
        def isatty(self) -> bool:
            return True

    asked, told = threading.Event(), Screen()

    def slow(self: Handler) -> None:
        asked.wait(5)
        self.answer(NEWS, Content_Type="text/html")

    class Told(threading.Timer):
        def run(self) -> None:
            super().run()
            asked.set()

    server.handler.get_news = slow
    monkeypatch.setattr(inputs, "_MOMENT", 0)
    monkeypatch.setattr(inputs.threading, "Timer", Told)
    monkeypatch.setattr("sys.stderr", told)
    inputs.open_input(f"{server.address}/news")
    assert told.getvalue().startswith(f"Opening {server.address}/news …")
    assert told.getvalue().endswith("\x1b[K")
