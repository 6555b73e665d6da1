"""The key that names the article in a bibliography: the same for BibTeX, CSL-JSON, RIS and Pandoc."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.citation.source import Source

_EMPTY = frozenset("a an the of in on at for to and or with from by is are as".split())


def key_of(source: Source) -> str:
    """Author's family name, year, first telling word of the title, in plain letters: "okafor2023harbour"."""
    author = _plain(source.creators[0].family) if source.creators else _plain(source.publication or "")
    year = str(source.published.year) if source.published else ""
    words = (_plain(word) for word in (source.title or "").split())
    telling = next((word for word in words if word and word not in _EMPTY), "")
    return f"{author[:24]}{year}{telling[:24]}" or "article"


def _plain(text: str) -> str:
    """ASCII letters and digits, accents taken off."""
    return re.sub(r"[^a-z0-9]", "", unicodedata.normalize("NFKD", text).lower())
