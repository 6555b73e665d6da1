"""The first page: before Textual, where and how the app will draw it, and nothing lost or left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import termios
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from session import ASKING, PULLQUOTE, ROOT, WITHOUT_ANALYSIS, Session

from tui.domain.findings import Analysis, Mention, Person
from tui.domain.text import Span
from tui.library.kept import keep
from tui.ui import look as looks
from tui.ui.first_page import page, plain_head

if TYPE_CHECKING:
    from pyte.screens import Char

FRAME = b"\x1b[?2026l"
"""What ends a frame of the app, once the terminal has said that it knows such frames: the first may be without."""
ALTERNATE, MAIN = b"\x1b[?1049h", b"\x1b[?1049l"

ARTICLE = """Lighthouse keeper retires after forty winters

By Runa Eide

The light at Skarv, seen from the mail boat. Photo: Per Nygard

SKARV, Norway (AP) — The last keeper of the light at Skarv retired on Friday, and nobody will take her place.

“The lamp does not need me,” she said, “and the gulls never did.”

A light of its own

""" + "\n\n".join(
    f"In year {n} of the log there is an entry – short, as all are – about fog, \x1b]0;x\x07 and mail."
    for n in range(40)
)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def differing(first: dict[tuple[int, int], Char], then: dict[tuple[int, int], Char]) -> list[tuple[int, int]]:
    """Cells that look different; the colour of the letters is no matter where there is none."""
    return [
        at
        for at, cell in first.items()
        if cell != then[at] and not (cell.data == then[at].data == " " and cell.bg == then[at].bg)
    ]


def taken_over(session: Session) -> bool:
    """Whether the app has drawn the article."""
    return b"retires after" in session.raw.partition(ASKING)[2]


def before_and_after(session: Session) -> tuple[dict[tuple[int, int], Char], dict[tuple[int, int], Char]]:
    """The cells of the first page and those of the app."""
    session.until(lambda: taken_over(session))
    session.settle(0.5)
    return session.cells_after(session.raw.index(ASKING)), session.cells()


@pytest.mark.parametrize("size", [(120, 40), (160, 26), (80, 24), (60, 15)])
def test_the_app_takes_over_without_a_cell_of_the_article_or_the_rail_changing(
    article: Path, tmp_path: Path, size: tuple[int, int]
) -> None:
    columns, lines = size
    with Session([*PULLQUOTE, str(article)], columns, lines, WITHOUT_ANALYSIS) as session:
        before, after = before_and_after(session)
        assert any(cell.data != " " for cell in before.values())
        # the two lines below say more once the app is there
        assert not [at for at in differing(before, after) if at[0] < lines - 2]
        assert session.raw.count(ALTERNATE) == 1
        assert session.raw.index(b"retires after") < session.raw.index(ASKING)


def test_theme_measure_and_side_of_the_settings_are_there_from_the_first_page_on(article: Path, tmp_path: Path) -> None:
    file = tmp_path / "xdg_config_home" / "pullquote" / "settings.toml"
    file.parent.mkdir(parents=True)
    file.write_text('theme = "paper"\nrail_side = "right"\nrail_width = 36\nmeasure = 50\n', encoding="utf-8")
    look = tmp_path / "xdg_cache_home" / "pullquote" / "first-page"
    with Session([*PULLQUOTE, str(article)], changes=WITHOUT_ANALYSIS) as session:
        session.until(look.exists)
    with Session([*PULLQUOTE, str(article)], changes=WITHOUT_ANALYSIS) as session:
        before, after = before_and_after(session)
        assert before[0, 87].data == "P"  # of the pane's title, at the right
        assert not [at for at in differing(before, after) if at[0] < 38]


def test_one_full_frame_is_painted_at_the_start(article: Path, tmp_path: Path) -> None:
    with Session([*PULLQUOTE, str(article)], changes=WITHOUT_ANALYSIS) as session:
        session.until(lambda: taken_over(session))
        session.settle(0.5)
        assert session.raw.partition(ASKING)[2].count(b"last keeper of the light") == 1


def test_what_is_typed_before_the_app_is_there_is_neither_lost_nor_echoed(article: Path, tmp_path: Path) -> None:
    with Session([*PULLQUOTE, str(article)], changes=WITHOUT_ANALYSIS, typed=b"\x1b[6~") as session:
        session.until("retires after")
        session.send(b"jjj")
        session.until(lambda: taken_over(session) and not session.shows("By Runa Eide"))
        assert not session.shows("jjj")
        session.send(b"q")
        assert session.wait() == 0


def test_quitting_leaves_the_terminal_as_it_was(article: Path, tmp_path: Path) -> None:
    line = f"{' '.join(PULLQUOTE)} {article}; echo ended; read x"
    with Session(["sh", "-c", line], changes=WITHOUT_ANALYSIS) as s:
        before = s.attributes()
        s.until(lambda: taken_over(s))
        s.send(b"q")
        s.until("ended")
        assert s.attributes() == before
        assert s.raw.count(MAIN) == s.raw.count(ALTERNATE) == 1
        assert s.raw.rindex(b"\x1b[?25h") > s.raw.rindex(b"\x1b[?25l")


BROKEN = """
import sys
class Broken:
    def find_spec(self, name, path=None, target=None):
        if name == "textual":
            {act}
sys.meta_path.insert(0, Broken())
from tui.__main__ import main
sys.argv[1:] = [{article!r}]
main()
"""


@pytest.mark.parametrize(
    ("act", "status", "said"),
    [
        ("raise ImportError('no such luck')", 1, "pullquote: The reader cannot start: no such luck."),
        ("raise KeyboardInterrupt", 130, ""),
        ("raise RuntimeError('unforeseen')", 1, "unforeseen"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGTERM)", 128 + signal.SIGTERM, ""),
        ("import os, signal; os.kill(os.getpid(), signal.SIGHUP)", 128 + signal.SIGHUP, ""),
    ],
)
def test_whatever_fails_before_the_app_the_terminal_is_restored(
    article: Path, tmp_path: Path, act: str, status: int, said: str
) -> None:
    code = BROKEN.format(act=act, article=str(article))
    with Session([sys.executable, "-c", code], changes=WITHOUT_ANALYSIS) as session:
        assert session.wait() == status
        assert session.raw.count(ALTERNATE) == 1
        tail = session.raw[session.raw.rindex(MAIN) :].decode()
        assert said in tail
        assert session.raw.rindex(b"\x1b[?25h") > session.raw.rindex(b"\x1b[?25l")


def test_ctrl_c_before_the_app_ends_the_program_and_restores_the_terminal(article: Path, tmp_path: Path) -> None:
    code = BROKEN.format(act="import time; time.sleep(20)", article=str(article))
    with Session([sys.executable, "-c", code], changes=WITHOUT_ANALYSIS) as session:
        session.until("retires after")
        assert not session.attributes()[3] & (termios.ECHO | termios.ICANON)  # type: ignore[operator]
        assert session.attributes()[3] & termios.NOFLSH  # type: ignore[operator]
        session.send(b"typed\x03")
        assert session.wait() == 130
        assert MAIN in session.raw
        assert b"typed" not in session.raw  # echoed by the terminal, it would be for the shell


def test_the_program_ends_when_its_terminal_goes_away(article: Path, tmp_path: Path) -> None:
    with Session([*PULLQUOTE, str(article)], changes=WITHOUT_ANALYSIS) as session:
        session.until(lambda: taken_over(session))
        session.hang_up()
        assert session.wait() == 128 + signal.SIGHUP


def test_a_signal_to_end_restores_the_terminal_while_the_app_runs(article: Path, tmp_path: Path) -> None:
    with Session([*PULLQUOTE, str(article)], changes=WITHOUT_ANALYSIS) as session:
        session.until(lambda: taken_over(session))
        session.signal(signal.SIGTERM)
        assert session.wait() == 128 + signal.SIGTERM
        assert session.raw.rindex(MAIN) > session.raw.rindex(ALTERNATE)
        assert b"\x1b[?1003l" in session.raw


@pytest.mark.parametrize("content", [None, b"", b"\x00\x01\x02", b"   \n"])
def test_what_cannot_be_read_is_refused_in_the_words_of_the_command_line(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "bad.txt"
    if content is not None:
        path.write_bytes(content)
    variables = {**os.environ, "PYTHONPATH": str(ROOT)}
    told = subprocess.run([*PULLQUOTE, "read", str(path)], capture_output=True, text=True, env=variables)
    with Session([*PULLQUOTE, str(path)]) as session:
        assert session.wait() == 1 == told.returncode
        assert session.raw.decode().replace("\r\n", "\n") == told.stderr


def test_no_page_is_drawn_for_what_is_not_plainly_a_text(tmp_path: Path) -> None:
    fifo = tmp_path / "pipe.txt"
    os.mkfifo(fifo)
    assert plain_head(str(fifo)) is None
    assert plain_head(str(tmp_path)) is None
    for name, content in {
        "a.html": b"<p>x",
        "b.txt": b"<!doctype html>",
        "c.txt": b"caf\xe9 au lait",
        "d.txt": "é".encode("utf-16"),
        "e.pdf": b"%PDF-1.7",
    }.items():
        (tmp_path / name).write_bytes(content)
        assert plain_head(str(tmp_path / name)) is None


def test_a_head_that_ends_within_a_character_is_read_to_the_one_before(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("x" + "é" * 100_000, encoding="utf-8")
    head = plain_head(str(path))
    assert head is not None
    assert head[0].endswith("é")
    assert not head[1]


def test_no_control_of_the_article_is_written(article: Path) -> None:
    hostile = "\x1b]52;c;QUJD\x07[/b]\x9b2J\u202e and the rest of a plain first paragraph.\n"
    shown = page(hostile, 80, 24, looks.default())
    assert "[/b]" in shown
    assert "\x1b]" not in shown
    assert not set(shown) & set("\x07\x9b\u202e\n")


def test_a_dumb_terminal_is_given_no_first_page(article: Path, tmp_path: Path) -> None:
    with Session([*PULLQUOTE, str(article)], changes={"TERM": "dumb", **WITHOUT_ANALYSIS}) as session:
        session.wait(30)
        assert b"\x1b" not in session.raw


def test_the_first_page_loads_nothing_heavy(article: Path) -> None:
    code = (
        "import sys; from tui.__main__ import _plain_source; import tui.ui.first_page as f, tui.ui.look as l; "
        f"f.page(f.plain_head({str(article)!r})[0], 120, 40, l.load()); print(*sys.modules)"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    heavy = "dataclasses typing inspect argparse pathlib json asyncio rich textual subprocess"
    assert not set(heavy.split()) & set(result.stdout.split())


LOOKS = """
import asyncio
from tui.ingest.plain import make_document
from tui.ui import look
from tui.ui.app import ReaderApp
from tui.ui.look_saver import look_of

class Idle:
    def listen(self, hear): pass
    def close(self): pass

async def main():
    app = ReaderApp(make_document("A title\\n\\nSome text."), None, Idle())
    async with app.run_test(size=(120, 40)):
        drawn, assumed = look_of(app, app.reader), look.default()
        assert set(drawn.styles) == set(look.STYLES), set(look.STYLES) - set(drawn.styles)
        assert drawn.styles == assumed.styles, {k: v for k, v in drawn.styles.items() if assumed.styles[k] != v}
        assert (drawn.measure, drawn.rail) == (assumed.measure, assumed.rail)

asyncio.run(main())
"""


@pytest.mark.parametrize("terminal", ["xterm-256color truecolor", "xterm-256color", "xterm"])
def test_the_look_of_the_first_start_is_that_of_the_app(terminal: str) -> None:
    name, _, colours = terminal.partition(" ")
    variables = {**os.environ, "TERM": name, "COLORTERM": colours, "PYTHONPATH": str(ROOT)}
    run = subprocess.run([sys.executable, "-c", LOOKS], capture_output=True, text=True, env=variables)
    assert run.returncode == 0, run.stderr


def test_a_saved_look_is_worn_until_circumstances_change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = tmp_path / "settings.toml"
    settings.write_text("measure = 60\n")
    look = looks.Look({"text": "\x1b[31m"}, 60, 30, {80: "\x1b[1mq\x1b[0m quit é"})
    looks.save(look, str(settings))
    loaded = looks.load()
    assert (loaded.measure, loaded.rail, loaded.hints) == (60, 30, look.hints)
    assert loaded.styles["text"] == "\x1b[31m"
    settings.write_text("measure = 61 # other\n")
    assert looks.load().measure == 72
    looks.save(look, str(settings))
    monkeypatch.setenv("TERM", "other")
    assert looks.load().measure == 72


def test_a_damaged_look_is_ignored_and_can_steer_no_terminal(tmp_path: Path) -> None:
    settings = tmp_path / "settings.toml"
    looks.save(looks.Look({"text": "\x1b[31m"}), str(settings))
    with Path(looks.saved_path()).open("a") as file:
        file.write("text 0m\\x1b]52;c;QUJD\nborder 31\n")
    assert looks.load().styles["text"] == "\x1b[31m"
    Path(looks.saved_path()).write_bytes(b"\xff\x00 nothing like it")
    assert looks.load().styles == looks.default().styles


def test_a_resize_is_painted_once(article: Path, tmp_path: Path) -> None:
    with Session([*PULLQUOTE, str(article)], changes=WITHOUT_ANALYSIS) as session:
        session.until(lambda: taken_over(session))
        session.settle(0.5)
        for columns in (104, 90, 130):
            before = len(session.raw)
            session.resize(columns, 40)
            session.until(lambda before=before: FRAME in session.raw[before:])  # type: ignore[misc]
            session.settle(0.5)
            frames = session.raw[before:].split(b"\x1b[?2026h")[1:]
            assert len([frame for frame in frames if b"last keeper of the light" in frame]) == 1


def test_a_kept_analysis_fills_the_panes_with_the_first_frame_and_starts_no_process(article: Path) -> None:
    start = ARTICLE.index("Runa Eide")
    keeper = Person("Runa Eide", ("keeper",), (Mention(Span(start, start + 9), 1),))
    assert keep(article.read_text(encoding="utf-8"), Analysis(people=(keeper,)))
    with Session([*PULLQUOTE, str(article)]) as session:
        session.until(lambda: taken_over(session) and session.shows("│ Runa Eide"))
        assert session.shows("People · 1")
        assert b"looking" not in session.raw.partition(ASKING)[2]
        assert not session.children()
