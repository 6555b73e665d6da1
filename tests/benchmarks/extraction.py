"""Measure the extraction of articles from pages, ours beside bare trafilatura, in one run.

    python tests/benchmarks/extraction.py FOLDER

FOLDER is laid out as the article-extraction-benchmark is: `ground-truth.json` holds
`{id: {"articleBody": …, "url": …}}`, and `html/ID.html.gz` (or `html/ID.html`) the pages. A folder of pages without
gold text gives the times alone.

The measure is that benchmark's: the runs of four words that a text has, counted; precision and recall of each page, and
their means and F1 over all. Where a page has gold facts ("headline", "author", "datePublished"), it is counted how
often they are given exactly. The title, and captions, are left out of our text, because the gold leaves them out, and
so is what is marked as no part of the article. `tests/corpus/pages` is a small set of that layout, of pages of our own.
Times are of trafilatura with its search for metadata, which ours takes the place of, and of its text alone. Nothing of
the pages is written anywhere.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import statistics
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from tui.errors import ReaderError
from tui.ingest.html import open_html

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.domain.text import Document

_RUN = 4
"""Words of a run."""
_FACTS = {"title": "headline", "byline": "author", "published": "datePublished"}
"""Our names of the facts that may have gold, and the gold's."""
_NOT_BODY = ("title", "caption", "boilerplate")

Result = TypeVar("Result")


@dataclass
class Tally:
    """What one way of extracting has done so far."""

    precisions: list[float] = field(default_factory=list)
    recalls: list[float] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    right: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)

    def score(self, found: str, gold: str) -> None:
        """Count a page's text against its gold text."""
        ours, theirs = runs(found), runs(gold)
        common = sum((ours & theirs).values())
        self.precisions.append(common / ours.total() if ours else float(not theirs))
        self.recalls.append(common / theirs.total() if theirs else float(not ours))

    @property
    def f1(self) -> float:
        """Of the mean precision and the mean recall, as the benchmark has it."""
        precision, recall = statistics.fmean(self.precisions), statistics.fmean(self.recalls)
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def runs(text: str) -> Counter[tuple[str, ...]]:
    """The runs of four words in `text`, with how often each is there; of a shorter text, all its words as one."""
    words = re.findall(r"\w+", text.lower())
    if len(words) < _RUN:
        return Counter([tuple(words)] if words else [])
    return Counter(tuple(words[start : start + _RUN]) for start in range(len(words) - _RUN + 1))


def body_of(document: Document) -> str:
    """The text that the gold is compared with."""
    return "\n".join(document.slice(p.span) for p in document.paragraphs if p.kind not in _NOT_BODY)


def pages_in(folder: Path) -> list[tuple[str, Path]]:
    """(id, file) of every page."""
    home = folder / "html" if (folder / "html").is_dir() else folder
    files = sorted(file for file in home.iterdir() if file.name.endswith((".html", ".html.gz", ".htm")))
    return [(file.name.removesuffix(".gz").rpartition(".")[0], file) for file in files]


def timed(tally: Tally, extract: Callable[[], Result]) -> Result:
    """What `extract` gives; the time it takes is noted."""
    begin = time.perf_counter()
    result = extract()
    tally.seconds.append(time.perf_counter() - begin)
    return result


def measure(folder: Path) -> dict[str, Tally]:
    """Extract every page in each way, one after the other, so that what slows the machine slows both."""
    import trafilatura

    gold_file = folder / "ground-truth.json"
    gold = json.loads(gold_file.read_text(encoding="utf-8")) if gold_file.exists() else {}
    ours, bare, text_alone = Tally(), Tally(), Tally()
    opened(b"<p>What is imported at the first page is no cost of that page.</p>", "", None)
    for identity, file in pages_in(folder):
        data = gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
        truth = gold.get(identity, {})
        found = timed(bare, lambda data=data: trafilatura.bare_extraction(  # type: ignore[misc]
            data, favor_precision=True, include_comments=False, with_metadata=True))  # fmt: skip
        timed(text_alone, lambda data=data: trafilatura.bare_extraction(  # type: ignore[misc]
            data, favor_precision=True, include_comments=False))  # fmt: skip
        document = timed(ours, lambda data=data, file=file, truth=truth: opened(data, str(file), truth.get("url")))  # type: ignore[misc]
        if "articleBody" in truth:
            bare.score((found.text if found else "") or "", truth["articleBody"])
            ours.score(body_of(document) if document else "", truth["articleBody"])
        for ours_name, gold_name in _FACTS.items():
            if truth.get(gold_name):
                guesses = {"title": "title", "byline": "author", "published": "date"}
                theirs = getattr(found, guesses[ours_name], None) if found else None
                for tally, value in ((ours, getattr(document.facts, ours_name) if document else None), (bare, theirs)):
                    tally.asked[ours_name] += 1
                    tally.right[ours_name] += same(value, truth[gold_name])
    return {"pullquote": ours, "trafilatura": bare, "its text alone": text_alone}


def opened(data: bytes, source: str, url: str | None) -> Document | None:
    """Our document of a page, or None where it is refused."""
    try:
        return open_html(data, source, url=url)
    except ReaderError:
        return None


def same(value: object, gold: object) -> bool:
    """Whether a fact is the gold one: letters and digits alone; of a date, its day."""

    def bare(item: object) -> str:
        words = ", ".join(map(str, item)) if isinstance(item, list) else str(item or "")
        return "".join(c for c in words.casefold() if c.isalnum())

    mine, theirs = bare(value), bare(gold)
    return mine == theirs or (bool(re.match(r"\d{8}", theirs)) and mine[:8] == theirs[:8])


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    if not pages_in(folder):
        sys.exit(f"There is no page in {folder}.")
    measure_once = measure(folder)
    print(f"{'':14}  pages     P      R      F1    seconds  " + "  ".join(f"{name:>9}" for name in _FACTS))
    for name, tally in measure_once.items():
        scores = "".join(f"  {value:5.3f}" for value in (
            statistics.fmean(tally.precisions), statistics.fmean(tally.recalls), tally.f1
        )) if tally.precisions else "      –      –      –"  # fmt: skip
        facts = "  ".join(
            f"{tally.right[fact]:>4}/{tally.asked[fact]:<4}" if tally.asked[fact] else f"{'–':>9}" for fact in _FACTS
        )
        print(f"{name:14}  {len(tally.seconds):5}{scores}  {sum(tally.seconds):8.2f}  {facts}")
    ours, *others = (sum(tally.seconds) for tally in measure_once.values())
    print("pullquote takes {:.2f} times as long as trafilatura, {:.2f} times its text alone.".format(
        *(ours / other for other in others)))  # fmt: skip


if __name__ == "__main__":
    main()
