"""The words that figures are made of, read once from the vocabulary, and the regular expressions built from them."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Measure(NamedTuple):
    """What a unit's form stands for."""

    kind: str
    """quantity, duration, temperature, percent or money."""
    name: str
    """Full English name, singular."""


def lines(name: str) -> list[str]:
    """The entries of a vocabulary file, without comments and blank lines."""
    text = (files("tui.analysis") / "vocabulary" / name).read_text(encoding="utf-8")
    return [line for line in (raw.strip() for raw in text.splitlines()) if line and not line.startswith("#")]


@cache
def number_words() -> dict[str, tuple[str, float]]:
    """Each number word with its class and value."""
    found: dict[str, tuple[str, float]] = {}
    for line in lines("numbers_words.txt"):
        kind, word, digits = line.split()
        found[word] = (kind, float(digits))
    for word, (kind, value) in list(found.items()):
        if kind == "ordinal" and value != 2:  # "seconds" are a unit of time
            found[f"{word}s"] = ("ordinals", value)
    return found


class Forms:
    """The forms of a family of units, looked up as they are written."""

    def __init__(self) -> None:
        """An empty family."""
        self._any: dict[str, Measure] = {}
        self._exact: dict[str, Measure] = {}
        self._tight: dict[str, Measure] = {}

    def add(self, form: str, measure: Measure) -> None:
        """Enter a form as the vocabulary files write it: "=" for as written, "+" for straight after digits."""
        if form.startswith("+"):
            self._tight[form[1:].removeprefix("=")] = measure
        elif form.startswith("="):
            self._exact[form[1:]] = measure
        elif form.isalpha() and len(form) < 3 and form != form.lower():
            self._exact[form] = measure
        else:
            self._any[form.lower()] = measure

    def get(self, form: str, tight: bool = False) -> Measure | None:
        """What `form` stands for, `tight` where it follows the digits without a space."""
        flat = re.sub(r"[\s-]+", " ", form)
        for text in (form, flat):
            found = self._exact.get(text) or (self._tight.get(text) if tight else None) or self._any.get(text.lower())
            if found:
                return found
        return None


@cache
def measures() -> Forms:
    """Units of measure, durations, temperatures and percentages."""
    forms = Forms()
    for line in lines("units_measures.txt"):
        kind, name, spellings = (part.strip() for part in line.split("|", 2))
        for form in spellings.split(", "):
            forms.add(form.strip(), Measure(kind, name))
    return forms


@cache
def currencies() -> Forms:
    """Names, codes and signs of currencies."""
    forms = Forms()
    for line in lines("units_currencies.txt"):
        name, spellings = (part.strip() for part in line.split("|", 1))
        for form in spellings.split(", "):
            forms.add(form.strip(), Measure("money", name))
    return forms


@cache
def words(name: str) -> frozenset[str]:
    """A plain word list, in lower case."""
    return frozenset(line.lower() for line in lines(name))


@cache
def table(name: str) -> dict[str, str]:
    """A list of `form | meaning` lines: form in lower case to meaning."""
    pairs = (line.rsplit("|", 1) for line in lines(name))
    return {form.strip().lower(): meaning.strip() for form, meaning in pairs}
