"""Forms of the wires: tickers behind a firm, and firms in angle brackets.

A ticker is "<ORRF.N>", "(NYSE: ORR)" or "(ORRF.N)" behind "Orr Foods". Old wires set the names of firms without one in
angle brackets: "sold to <Sedley Holdings Ltd>".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.analysis import lexicon
from tui.analysis.edges import Candidate, is_capital
from tui.analysis.words import is_hyphen

if TYPE_CHECKING:
    from tui.analysis.words import Words

_EXCHANGES = frozenset(
    "NYSE NASDAQ Nasdaq NasdaqGS NasdaqGM NasdaqCM AMEX ARCA BATS ASX TSX TSXV TSX-V LSE LON AIM JSE NSE BSE HKEX SEHK "
    "HKG SGX KRX KOSDAQ KOSPI TSE TYO FRA XETRA ETR EPA AMS SIX SWX BIT BME STO CPH HEL OSE WSE OTC OTCQB OTCQX "
    "OTCMKTS CSE NEO NZX KLSE IDX SET MOEX TASE B3 Euronext TPE SHA SHE".split()
)
_TICKER = re.compile(r"^[A-Z0-9]{1,6}(?:[.\-/=][A-Z0-9]{1,4})?$")
_DOTTED = re.compile(r"^[A-Z0-9]{2,6}\.[A-Z]{1,2}$")
"""A ticker with the exchange behind a full stop, as the wires give it in round brackets: "HBG.N" but no "U.S"."""
_LONGEST = 8
"""Words in angle brackets or before a ticker that are looked at."""


def find_tickers(words: Words, shouting: set[int]) -> list[Candidate]:
    """Tickers, which are no names, and the firms that stand before one or in angle brackets."""
    found = []
    for index, text in enumerate(words.text[:-2]):
        if text == "<":
            close = _closing(words, index, ">")
            inside = words.text[index + 1 : close] if close else []
            if not inside:
                continue
            if len(inside) < 3 and all(_TICKER.match(word) for word in inside):
                found += _with_ticker(words, index, close, shouting)
            elif _is_firm(words, index + 1, close):
                found.append(Candidate(3.2, index + 1, close, "organisation"))
        elif text == "(" and words.text[index + 2] == ")" and _DOTTED.match(words.text[index + 1]):
            found += _with_ticker(words, index, index + 2, shouting)
        elif text == "(" and words.text[index + 1] in _EXCHANGES and words.text[index + 2] == ":":
            close = _closing(words, index, ")")
            if close:
                found += _with_ticker(words, index, close, shouting)
    return found


def _closing(words: Words, opening: int, bracket: str) -> int:
    """The bracket that closes one within a few words; 0 where none does."""
    for index in range(opening + 1, min(opening + _LONGEST + 4, len(words))):
        if words.text[index] == bracket:
            return index
        if words.paragraph[index] != words.paragraph[opening] or words.text[index] in "<(":
            return 0
    return 0


def _is_firm(words: Words, first: int, last: int) -> bool:
    """Whether all words in angle brackets are capitalised and several, or end as firms do: no tag of a page."""
    named = all(is_capital(words, i) or words.text[i] in ("of", "and", "&", "-", "the") for i in range(first, last))
    suffix = words.text[last - 1] in lexicon.words("company_suffixes")
    return named and (last - first > 1) and (suffix or any(not words.text[i].isupper() for i in range(first, last)))


def _with_ticker(words: Words, opening: int, close: int, shouting: set[int]) -> list[Candidate]:
    """A ticker with its brackets, and the name of the firm that ends before it."""
    found = [Candidate(5.0, opening, close + 1, "other")]
    first = opening
    while first and opening - first < _LONGEST and words.sentence[first - 1] == words.sentence[opening]:
        before = first - 1
        joined = words.text[before] == "&" or is_hyphen(words.text[before])
        if not joined and not (is_capital(words, before) and words.pos[before] in ("PROPN", "NOUN", "ADJ", "X")):
            break
        first = before
    while first < opening and (words.lower[first] in ("the", "a", "&") or is_hyphen(words.text[first])):
        first += 1
    if first < opening and words.sentence[opening] not in shouting and not is_hyphen(words.text[opening - 1]):
        found.append(Candidate(3.2, first, opening, "organisation"))
    return found
