"""How fast the reader is, in one run on one machine, beside what it can be compared with: the table of the README.

Every figure is the median of several starts in a pseudo-terminal of 120×40 cells and true colour, from before the fork
to the arrival of the bytes that put the text on the screen. The programs take turns, so that what else the machine does
meanwhile falls on all of them.

    python tests/benchmarks/reading.py [--rounds N] [--frogmouth PROGRAM] [--only PART]

Parts: starts, cold, keys, long, bytes. Exit status 1 if a target is missed.
"""

from __future__ import annotations

import argparse
import math
import os
import shutil
import statistics
import sys
import tempfile
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "terminal"))
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from peers import FLOOR, MINIMAL_APP, long_text
from session import Session

from tui.resources import bundled_article

PAGE_DOWN = b"\x1b[6~"
FIRST_WORDS = "headway on migration"
SECOND_PAGE = "Nobody will stop migration"
"""Words of the bundled article that are on the second page and not on the first."""
LONG_WORDS = "Ferries of the north"


@dataclass(frozen=True)
class Row:
    """A line of the table."""

    what: str
    measured: float
    unit: str
    against: str = ""
    base: float | None = None
    target: float | None = None
    """Most that `measured`, or its ratio to `base`, may be."""

    @property
    def value(self) -> float:
        return self.measured / self.base if self.base else self.measured

    @property
    def met(self) -> bool:
        return self.target is None or self.value <= self.target

    def line(self) -> str:
        """The row in Markdown."""
        compared = f"{self.against} {_figure(self.base, self.unit)}" if self.base else ""
        ratio = f"{self.value:.2f}×" if self.base else ""
        target = (
            ""
            if self.target is None
            else f"≤ {self.target:g}×"
            if self.base
            else f"≤ {_figure(self.target, self.unit)}"
        )
        verdict = "" if self.target is None else "yes" if self.met else "**no**"
        return f"| {self.what} | {_figure(self.measured, self.unit)} | {compared} | {ratio} | {target} | {verdict} |"


def _figure(value: float | None, unit: str) -> str:
    if value is None:
        return ""
    return f"{value:,.0f} {unit}" if value >= 20 or unit == "bytes" else f"{value:.1f} {unit}"


def p95(values: list[float]) -> float:
    """The value that 95 of 100 do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, math.ceil(0.95 * len(ordered)) - 1)]


class Bench:
    """The measurements, with a folder of their own for caches and texts."""

    def __init__(self, folder: Path, rounds: int, frogmouth: str | None) -> None:
        self.folder = folder
        self.rounds = rounds
        self.frogmouth = frogmouth
        self.rows: list[Row] = []
        self.article = bundled_article()
        self.markdown = folder / "article.md"
        """The same for frogmouth, which opens nothing else."""
        shutil.copy(self.article, self.markdown)
        self.minimal = folder / "minimal.py"
        self.minimal.write_text(MINIMAL_APP)
        self.floor = folder / "floor.py"
        self.floor.write_text(FLOOR)
        script = Path(sys.executable).with_name("pullquote")
        # what the installed command runs, but for finding it
        start = "import sys; from tui.__main__ import main; main()"
        self.pullquote = [str(script)] if script.exists() else [sys.executable, "-c", start]
        # an installed program has its bytecode; ours is kept out of the checkout
        self.variables: dict[str, str | None] = {
            "PYTHONDONTWRITEBYTECODE": None,
            "PYTHONPYCACHEPREFIX": str(folder / "bytecode"),
            "XDG_CONFIG_HOME": str(folder / "config"),
            "XDG_STATE_HOME": str(folder / "state"),
            "XDG_DATA_HOME": str(folder / "data"),
            "PULLQUOTE_MODEL": None,
        }
        self.times: dict[str, list[float]] = defaultdict(list)

    def session(self, command: list[str], cache: str = "warm", typed: bytes = b"") -> Session:
        """Start a program; `cache` names the folder of its caches."""
        variables = {**self.variables, "XDG_CACHE_HOME": str(self.folder / cache)}
        return Session(command, changes=variables, typed=typed)

    def time(self, name: str, command: list[str], text: str, cache: str = "warm", typed: bytes = b"") -> None:
        """Note how long it takes until `text` is on the screen of `command`."""
        with self.session(command, cache, typed) as session:
            self.times[name].append(1000 * session.until(text, 90))

    def median(self, name: str) -> float:
        """Median of what was noted under `name`, in ms."""
        return statistics.median(self.times[name])

    def warm_up(self) -> None:
        """Have bytecode, a saved look and a kept analysis."""
        with self.session([*self.pullquote, self.article]) as session:
            session.until("Quotes ·", 120)
            session.settle(2)
            session.send(b"q")
            session.wait()
        self.times.clear()

    # --- the parts

    def starts(self) -> None:
        """From the command to the first text, and to the first key that is answered."""
        python = sys.executable
        reader = [*self.pullquote, self.article]
        for _ in range(self.rounds):
            self.time("python", [python, "-c", "import os; os.write(1, b'ready')"], "ready")
            if shutil.which("less"):
                self.time("less", ["less", self.article], FIRST_WORDS)
            self.time("pullquote", reader, FIRST_WORDS)
            self.time("minimal", [python, str(self.minimal)], "ready")
            self.time("minimal key", [python, str(self.minimal)], "answered", typed=b"j")
            self.time("pullquote key", reader, SECOND_PAGE, typed=PAGE_DOWN)
            self.time("kept", reader, "Numbers ·")
            if self.frogmouth:
                self.time("frogmouth", [self.frogmouth, str(self.markdown)], FIRST_WORDS)
        first = self.median("pullquote")
        self.rows.append(Row("first text", first, "ms", "bare Python", self.median("python"), 2.5))
        if self.times["less"]:
            self.rows.append(Row("", first, "ms", "`less`", self.median("less"), 5))
        self.rows.append(Row("", first, "ms", "a minimal Textual app", self.median("minimal")))
        if self.frogmouth:
            self.rows.append(Row("", first, "ms", "frogmouth", self.median("frogmouth")))
        base = self.median("minimal key")
        self.rows.append(
            Row("first accepted key", self.median("pullquote key"), "ms", "a minimal Textual app", base, 1.3)
        )
        self.rows.append(Row("panes filled, analysis kept", self.median("kept"), "ms", "the same", base, 1.5))

    def cold(self) -> None:
        """From the command to filled panes, where the article has never been analysed."""
        for number in range(max(3, self.rounds // 3)):
            self.time("floor", [sys.executable, str(self.floor), self.article], "parsed")
            shutil.rmtree(self.folder / f"cold{number}", ignore_errors=True)
            self.time("cold", [*self.pullquote, self.article], "Numbers ·", cache=f"cold{number}")
        floor = self.median("floor")
        self.rows.append(Row("panes filled, cold", self.median("cold"), "ms", "spaCy on the article, bare", floor, 1.2))

    def keys(self) -> None:
        """Keys while the analysis runs and when it is over: lines and findings in a text that takes it some time."""
        path = self.folder / "middle.txt"
        path.write_text(long_text(60_000), encoding="utf-8")
        with self.session([*self.pullquote, str(path)], "keys") as session:
            session.until("reading", 30)
            session.until("Numbers ·", 60)
            busy = self.latencies(session, [b"j", b"k", PAGE_DOWN, b"j", b"j"], 100)
            assert session.shows("reading"), "the analysis was over too soon to measure keys beside it"
            session.until(lambda: not session.shows("reading"), 240)
            session.settle(1)
            idle = self.latencies(session, [b"j", b"k", PAGE_DOWN, b"j", b"j"], 100)
        self.rows.append(Row("a key while the analysis runs, p95", p95(busy), "ms", "idle", p95(idle), 1.5))

    def latencies(self, session: Session, keys: list[bytes], count: int) -> list[float]:
        """Milliseconds from each key to the first byte of the answer."""
        return [1000 * session.latency(keys[n % len(keys)], quiet=0.03)[0] for n in range(count)]

    def long(self) -> None:
        """A million words."""
        path = self.folder / "long.txt"
        path.write_text(long_text(1_000_000), encoding="utf-8")
        reader = [*self.pullquote, str(path)]
        for _ in range(max(3, self.rounds // 2)):
            self.time("short text", [*self.pullquote, self.article], FIRST_WORDS)
            self.time("long text", reader, LONG_WORDS, cache="long")
        self.rows.append(
            Row("1 M words: first text", self.median("long text"), "ms", "the article", self.median("short text"), 1.5)
        )
        with self.session(reader, "long") as session:
            session.until(lambda: b"\x1b[?2026l" in session.raw, 30)
            session.settle(1)
            used = session.processor()
            pages = [1000 * session.frame(PAGE_DOWN) for _ in range(60)]
            a_page = (session.processor() - used) / len(pages)
            jumps = [1000 * session.frame(b"G" if n % 2 == 0 else b"g") for n in range(20)]
            session.send(b"G")
            session.settle(0.5)
            sizes = []
            used = session.processor()
            for number in range(7):
                before, at = len(session.raw), session.now
                session.resize(120 if number % 2 else 104, 40)  # another measure, at the end of the text
                session.until(lambda before=before: len(session.raw) > before, 10)
                session.settle(0.3)
                sizes.append(1000 * (session.arrivals[-1][0] - at))
            a_size = (session.processor() - used) / len(sizes)
            memory = session.memory()
        self.rows.append(Row("1 M words: memory of the reader", memory, "MB", target=90))
        self.rows.append(Row("1 M words: page down, p95", p95(pages), "ms", target=30))
        self.rows.append(Row("1 M words: page down, processor time", a_page, "ms"))
        self.rows.append(Row("1 M words: jump from end to end, p95", p95(jumps), "ms"))
        self.rows.append(Row("1 M words: resize", statistics.median(sizes), "ms", target=150))
        self.rows.append(Row("1 M words: resize, processor time", a_size, "ms"))

    def bytes(self) -> None:
        """What a step from one figure to the next costs on the line."""
        near, far = [], []
        with self.session([*self.pullquote, self.article]) as session:
            session.until("Numbers ·", 60)
            session.settle(0.5)
            session.send(b"4")
            session.settle(0.5)
            for key in [b"j"] * 30 + [b"k"] * 20:
                before = self.article_lines(session)
                try:
                    size = session.latency(key, quiet=0.15, timeout=1)[2]
                except AssertionError:  # the last row
                    continue
                (near if before == self.article_lines(session) else far).append(size)
            session.send(b"\x1b")
        if near:
            self.rows.append(Row("a jump within the page", statistics.median(near), "bytes", target=1200))
            self.rows.append(Row("a jump within the page, most", max(near), "bytes"))
        if far:
            self.rows.append(Row("a far jump", statistics.median(far), "bytes", target=12_000))
            self.rows.append(Row("a far jump, most", max(far), "bytes"))

    def article_lines(self, session: Session) -> list[str]:
        """What stands in the column of the article, line by line."""
        return [line[46:] for line in session.screen.display[:-2]]

    def table(self) -> str:
        """All rows in Markdown."""
        head = "| | pullquote | compared with | ratio | target | met |\n| :- | -: | :- | -: | -: | :- |\n"
        return head + "\n".join(row.line() for row in self.rows)


def main() -> int:
    """Measure and print; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=15, help="starts of each program (default: %(default)s)")
    parser.add_argument(
        "--frogmouth", default=shutil.which("frogmouth"), help="frogmouth, from an environment of its own"
    )
    parser.add_argument("--only", action="append", choices=["starts", "cold", "keys", "long", "bytes"])
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="pullquote-bench-") as folder:
        bench = Bench(Path(folder), options.rounds, options.frogmouth)
        bench.warm_up()
        for part in options.only or ["starts", "cold", "keys", "long", "bytes"]:
            print(f"measuring: {part}", file=sys.stderr)
            getattr(bench, part)()
        print(bench.table())
        load = os.getloadavg()[0]
        print(f"\nMedians of {options.rounds} rounds, 120×40, true colour; load of the machine at the end {load:.1f}.")
        return 0 if all(row.met for row in bench.rows) else 1


if __name__ == "__main__":
    sys.exit(main())
