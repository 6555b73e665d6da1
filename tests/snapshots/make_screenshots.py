"""Make the pictures of the README from the running app: `python tests/snapshots/make_screenshots.py FOLDER`.

Each is an SVG, and a PNG as well where rsvg-convert or cairosvg is at hand.
"""

from __future__ import annotations

import asyncio
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui.analysis.pipeline import Analyser
from tui.ingest.plain import open_document
from tui.resources import bundled_article
from tui.settings import Settings
from tui.ui.app import ReaderApp

if TYPE_CHECKING:
    from tui.domain.findings import Analysis
    from tui.domain.text import Document


class Picture(NamedTuple):
    """One screenshot."""

    name: str
    size: tuple[int, int]
    theme: str
    keys: tuple[str, ...]


PICTURES = (
    Picture("reader", (120, 40), "", ("3", "j")),
    Picture("reader-light", (120, 40), "textual-light", ("1", "j", "j", "j", "n")),
    Picture("narrow", (80, 24), "", ("3", "j", "j", "j", "j", "j")),
    Picture("dossier", (120, 40), "", ("1", "j", "o")),
    Picture("help", (120, 40), "", ("question_mark",)),
)


async def svg_of(picture: Picture, document: Document, analysis: Analysis) -> str:
    """The app's own picture of itself after the keys."""
    app = ReaderApp(document, analysis, settings=Settings(theme=picture.theme))
    async with app.run_test(size=picture.size) as pilot:
        await pilot.press(*picture.keys)
        await pilot.pause()
        await pilot.pause()
        return app.export_screenshot(title="pullquote")


def without_edge_spaces(svg: str) -> str:
    """The same picture with no text beginning or ending in spaces: converters drop those and stretch the rest."""

    def trimmed(match: re.Match[str]) -> str:
        x, length, words = float(match["x"]), float(match["length"]), match["words"]
        cells = len(re.sub(r"&#?\w+;", "x", words))
        if not cells:
            return match.group()
        left = len(words) - len(words := re.sub(r"^(&#160;)+", "", words))
        right = len(words) - len(words := re.sub(r"(&#160;)+$", "", words))
        cell = length / cells
        x, length = x + left // 6 * cell, length - (left + right) // 6 * cell
        return f'{match["a"]}x="{x:g}"{match["b"]}textLength="{length:g}"{match["c"]}>{words}</text>' if words else ""

    number = r"[\d.]+"
    pattern = (
        rf'(?P<a><text [^>]*?)x="(?P<x>{number})"(?P<b>[^>]*?)textLength="(?P<length>{number})"(?P<c>[^>]*)>'
        r"(?P<words>[^<]*)</text>"
    )
    return re.sub(pattern, trimmed, svg)


def make_png(svg: str, path: Path) -> bool:
    """Whether there was something to make a PNG with."""
    data = without_edge_spaces(svg).encode()
    if shutil.which("rsvg-convert"):
        subprocess.run(["rsvg-convert", "--width", "1500", "--output", str(path)], input=data, check=True)
        return True
    try:
        import cairosvg
    except ImportError:
        return False
    cairosvg.svg2png(bytestring=data, write_to=str(path), output_width=1500)
    return True


def main(folder: str) -> None:
    """Make all pictures in `folder`."""
    out = Path(folder)
    out.mkdir(parents=True, exist_ok=True)
    document = open_document(bundled_article())
    analysis = Analyser().analyse(document)
    for picture in PICTURES:
        svg = asyncio.run(svg_of(picture, document, analysis))
        (out / f"{picture.name}.svg").write_text(svg, encoding="utf-8")
        made = make_png(svg, out / f"{picture.name}.png")
        print(f"{out / picture.name}.svg" + (" and .png" if made else " (no rsvg-convert or cairosvg: no .png)"))


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "screenshots")
