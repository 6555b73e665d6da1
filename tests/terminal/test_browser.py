"""The reader in a browser: the page of `pullquote serve` in headless Chromium, a key pressed, a picture taken."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
SECONDS = 60

pytest.importorskip("textual_serve", reason="textual-serve is not installed: pip install 'pullquote[serve]'")
aiohttp = pytest.importorskip("aiohttp")


def free_port() -> int:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        return int(server.getsockname()[1])


def await_listener(port: int) -> None:
    until = time.monotonic() + SECONDS
    while True:
        with contextlib.suppress(ConnectionRefusedError), socket.create_connection(("127.0.0.1", port), SECONDS):
            return
        assert time.monotonic() < until, "the server does not listen"


@pytest.fixture
def page(tmp_path: Path) -> Iterator[str]:
    """The address of a served article."""
    article = tmp_path / "article.txt"
    article.write_text("The ferry stays\n\nThe ferry to Ellery stays, its owner said.\n", encoding="utf-8")
    port = free_port()
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PULLQUOTE_MODEL": str(tmp_path / "none")}
    command = [sys.executable, "-m", "tui", "serve", str(article), "--port", str(port)]
    server = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
    try:
        assert server.stdout is not None
        assert f"http://127.0.0.1:{port}" in server.stdout.readline()
        await_listener(port)  # it says where it is a moment before it listens
        yield f"http://127.0.0.1:{port}"
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(10)


def answered(url: str, **headers: str) -> int:
    request = urllib.request.Request(url, headers=headers)
    with contextlib.ExitStack() as stack:
        try:
            return int(stack.enter_context(urllib.request.urlopen(request, timeout=10)).status)
        except urllib.error.HTTPError as error:
            return error.code


def test_pages_of_other_sites_are_turned_away(page: str) -> None:
    assert answered(page) == 200
    assert answered(page, Origin="https://elsewhere.example") == 403
    assert answered(page, Host="elsewhere.example") == 403
    assert answered(f"{page}/ws", Origin="https://elsewhere.example") == 403


class Tab:
    """A page in Chromium, by its debugging protocol."""

    def __init__(self, socket: Any) -> None:
        self.socket = socket
        self.heard = b""
        """What the page has been sent to draw."""
        self._count = 0

    async def ask(self, method: str, **arguments: Any) -> dict[str, Any]:
        self._count += 1
        count = self._count
        await self.socket.send_json({"id": count, "method": method, "params": arguments})
        while True:
            message = await self._hear()
            if message.get("id") == count:
                return dict(message.get("result", {}))

    async def _hear(self) -> dict[str, Any]:
        message = dict(await self.socket.receive_json(timeout=SECONDS))
        if message.get("method") == "Network.webSocketFrameReceived":
            frame = message["params"]["response"]
            if frame["opcode"] == 2:
                self.heard += base64.b64decode(frame["payloadData"])
        return message

    async def until(self, words: bytes) -> None:
        async with asyncio.timeout(SECONDS):
            while words not in self.heard:
                await self._hear()


async def visit(page: str, tmp_path: Path) -> tuple[bytes, bytes]:
    """Pictures before and after the key 1."""
    profile = tmp_path / "profile"
    command = [
        str(CHROMIUM), "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
        "--remote-debugging-port=0", f"--user-data-dir={profile}", "--window-size=1000,600", "about:blank",
    ]  # fmt: skip
    browser = await asyncio.create_subprocess_exec(
        *command, stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.PIPE
    )
    try:
        async with asyncio.timeout(2 * SECONDS), aiohttp.ClientSession() as session:
            assert browser.stderr is not None
            said = b""
            async for line in browser.stderr:
                said += line
                if b"DevTools listening on" in line:
                    break
            port = int(said.rpartition(b"ws://127.0.0.1:")[2].partition(b"/")[0])
            async with session.get(f"http://127.0.0.1:{port}/json") as answer:
                target = next(t for t in await answer.json() if t["type"] == "page")
            async with session.ws_connect(target["webSocketDebuggerUrl"], max_msg_size=0) as socket:
                tab = Tab(socket)
                await tab.ask("Network.enable")
                await tab.ask("Page.navigate", url=page)
                await tab.until(b"The ferry to Ellery")
                first = await picture(tab)
                await tab.ask("Runtime.evaluate", expression="document.querySelector('.xterm-helper-textarea').focus()")
                tab.heard = b""
                await tab.ask("Input.dispatchKeyEvent", type="keyDown", key="?", text="?", code="Slash", modifiers=8)
                await tab.until(b"Here, in the article")
                return first, await picture(tab)
    finally:
        browser.kill()
        await browser.wait()


async def picture(tab: Tab) -> bytes:
    return base64.b64decode((await tab.ask("Page.captureScreenshot", format="png"))["data"])


def pixels(png: bytes) -> bytes:
    """The raw rows of a PNG."""
    data, at = b"", 8
    while at < len(png):
        length, kind = int.from_bytes(png[at : at + 4], "big"), png[at + 4 : at + 8]
        data += png[at + 8 : at + 8 + length] if kind == b"IDAT" else b""
        at += 12 + length
    return zlib.decompress(data)


@pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed: apt-get install chromium")
async def test_a_page_shows_the_article_and_takes_keys(page: str, tmp_path: Path) -> None:
    before, after = await visit(page, tmp_path)
    if folder := os.environ.get("PULLQUOTE_PICTURES"):
        Path(folder, "browser-before.png").write_bytes(before)
        Path(folder, "browser-after.png").write_bytes(after)
    assert len(set(pixels(before))) > 20  # words, not one colour
    assert pixels(before) != pixels(after)
