"""The word lists of `vocabulary/`, read once: one entry a line, `#` comments, further columns after tabs."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast

if TYPE_CHECKING:
    from collections.abc import Iterable

Gender = Literal["m", "f"]

_HYPHEN = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])")
_OWNING = re.compile(r"(?<=[^\W\d_])(['’]s)(?!\S)")
_LEFT_OUT = re.compile(r"^(?:#.*|\s+$)|\t.*", re.MULTILINE)
_GENDERED = re.compile(r"^([^#\t\n][^\t\n]*)\t([mf])(?=\t|$)", re.MULTILINE)
# no loops over lines: one list has 60,000, and the first page of findings waits for them
_FOLDER = Path(__file__).parent / "vocabulary"


def _read(name: str) -> str:
    return (_FOLDER / f"{name}.txt").read_text(encoding="utf-8")


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The entries of `vocabulary/<name>.txt`, each as its columns."""
    lines = _read(name).splitlines()
    return tuple(tuple(line.split("\t")) for line in lines if line.strip() and not line.startswith("#"))


@cache
def words(name: str) -> frozenset[str]:
    """The first column of a list."""
    return frozenset(_LEFT_OUT.sub("", _read(name)).split("\n")) - {""}


@cache
def genders(name: str) -> dict[str, Gender]:
    """The entries of a list whose second column tells a gender."""
    return cast("dict[str, Gender]", dict(_GENDERED.findall(_read(name))))


@cache
def person_nouns() -> frozenset[str]:
    """Lower-case nouns that stand for one person: roles, titles written out, family."""
    return words("roles") | words("kinship")


@cache
def person_noun_genders() -> dict[str, Gender]:
    """The gender that such a noun tells, where it tells one."""
    return genders("roles") | genders("kinship")


@cache
def noun_kinds() -> dict[str, str]:
    """What a lower-case noun says that a name is: "place", "thing", "organisation", "person".

    "either" is a person or an organisation: "a publisher".
    """
    found = {}
    for name, kind in (("place_nouns", "place"), ("thing_nouns", "thing"), ("organisation_nouns", "organisation")):
        found.update(dict.fromkeys(words(name), kind))
    found |= {noun: "either" if found.get(noun) == "organisation" else "person" for noun in person_nouns()}
    return found | {"company": "organisation", "band": "organisation", "duo": "organisation", "trio": "organisation"}


@cache
def abbreviated_titles() -> dict[str, str]:
    """Titles in full by their abbreviations, with and without the full stop."""
    found = {row[0]: row[1] for row in rows("title_abbreviations")}
    return found | {short.rstrip("."): full for short, full in found.items()}


@cache
def nicknames() -> dict[str, frozenset[str]]:
    """For each first name, lower case, the names it may stand for or be shortened to."""
    found: dict[str, set[str]] = {}
    for (line,) in rows("nicknames"):
        full, *short = line.lower().split()
        for name in short:
            found.setdefault(full, set()).add(name)
            found.setdefault(name, set()).add(full)
    return {name: frozenset(others) for name, others in found.items()}


@cache
def known_organisations() -> dict[tuple[str, ...], int]:
    """The forms of organisations that articles name without saying what they are, as words, to the row they share."""
    return {as_words(form): number for number, row in enumerate(rows("organisations")) for form in row}


def as_words(form: str) -> tuple[str, ...]:
    """A form as the words that the model makes of it: hyphens between letters, and "'s", are words of their own."""
    return tuple(_OWNING.sub(r" \1", _HYPHEN.sub(" - ", form)).split())


def by_first_word(forms: Iterable[tuple[str, ...]]) -> dict[str, list[tuple[str, ...]]]:
    """Forms by the first of their words, in the order in which they come."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for form in forms:
        found.setdefault(form[0], []).append(form)
    return found


@cache
def organisations_by_first_word() -> dict[str, list[tuple[str, ...]]]:
    """The forms of `known_organisations` by their first word."""
    return by_first_word(known_organisations())


@cache
def things_by_first_word() -> dict[str, list[tuple[str, ...]]]:
    """Forms that are neither people nor organisations, by their first word; hyphens are words of their own."""
    return by_first_word(as_words(form) for (form,) in rows("things"))


def fold(word: str) -> str:
    """A word without accents, full stops and capitals, so that spellings of one name are equal."""
    if word.isascii():
        return word.replace(".", "").casefold()
    plain = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    return plain.replace(".", "").replace("’", "'").casefold()
