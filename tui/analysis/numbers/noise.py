"""Where digits stand that are no figures: addresses, phone numbers, versions, designations, dates that became names."""

from __future__ import annotations

import re
from functools import cache

from tui.analysis.numbers.lexicon import lines, words
from tui.analysis.numbers.tokens import CODES, RAND

_STREET = (
    r"(?:Street|St|Road|Rd|Avenue|Ave|Av|Lane|Ln|Drive|Dr|Boulevard|Blvd|Way|Court|Ct|Place|Pl|Square|Sq|Terrace"
    r"|Crescent|Close|Row|Parkway|Pkwy|Highway|Hwy|Alley|Mews|Gardens|Quay|Broadway)\b\.?"
)
_CONTACT = r"""
      https?://\S+ | www\.\S+ | (?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]{1,64}
    | (?<!\w)@\w+ | (?<!\w)\#(?!\d{1,3}(?!\w))\w+
    | (?<![\w.])\+\d{1,3}[-\s.(]?\(?\d{1,4}\)?(?:[-\s./]\d{2,4}){1,4}(?!\w)             # +1-222-2222
    | (?<![\w.-])\(?\d{3}\)?[-.\s]\d{3}[-.]\d{4}(?![\w-])                             # (212) 555-0100
    | (?<![\w.-])\d{3}-0\d{3}(?![\w-]) | (?<=(?i:call|dial|hone|text)\ )\d{3}-\d{4}(?![\w-])
    | \bIS[BS]N(?:-1[03])?:?\s?\d[\d\s-]{6,16}[\dX](?!\w)
    | (?<![\w.-])1-8\d\d-[\dA-Z-]{7,} | (?<![\w.-])0\d{2,4}[\s-]\d{3,4}[\s-]?\d{3,4}(?!\w)
    | (?<![\w.-])\d{3}-\d{2}-\d{4}(?![\w-]) | (?<![\w-])\d{4,}(?:-\d{4,})+(?![\w-])
"""
_ADDRESS = rf"""
      \b\d{{1,5}}[A-Z]?(?:\ [NSEW]\.?|\ (?:North|South|East|West))?\ (?:[A-Z][\w’'-]+\ ){{1,3}}{_STREET}
    | \b\d{{1,5}}\ (?:[NSEW]\.?|North|South|East|West)\ \d+(?:st|nd|rd|th)\ {_STREET}
    | \b\d+(?:st|nd|rd|th)\ (?:Street|St|Avenue|Ave|Road|Rd)\b\.?                        # 42nd Street
    | \b(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth)\ (?:Street|Avenue|Ave)\b
    | (?<=[Tt]he\ )\d{{2,5}}(?=\ block\ (?:of|on)\ )
    | \b[A-Z]{{2}}\ \d{{5}}(?:-\d{{4}})?\b(?!\s(?:people|dollars)) | \b\d{{5}}(?=\ ZIP\b)
    | \b[A-Z]{{1,2}}\d[A-Z\d]?\ \d[A-Z]{{2}}\b                                          # British postcodes
"""
_DESIGNATION = r"""
      (?<![\w.])v?\d+(?:\.\d+){2,}(?![\w%]|,\d) | (?<!\w)v\d+(?:\.\d+)*                   # versions, IP addresses
    | (?<![\w/])(?:9/11|7/7|24/7|24-7|50/50|20/20|4x4|4×4|4WD|2WD)(?![\w/])
    | (?<![\w$-])                                                                 # F-16, COVID-19, G7, S22, A1
      (?!(?i:minus|plus|negative|mid|pre|post|sub|top|to|and|or|under|over|non|age|up|down|now|then|just|only|about
        |almost|nearly|some|roughly|early|late|near)[-‑])
      (?=\w*[A-Z]|[a-z]{1,3}[-‑]|[a-z]+\d)[A-Za-z]+[-‑]?\d+(?:[-‑/]\w+)*
    | COVID\s?-\s?19 | \b[A-Z]{1,4}\.\d+\b | \b(?:last|round\sof)[-\s](?:16|32|64|128)\b
    | (?<![\w.,])\d+[A-Z][A-Za-z]*\d\w* | (?<![\w.,$£€¥])\d+(?:ers|D|Ds)(?!\w)      # 9AB8, 49ers, 3D
    | (?<![\w.,$£€¥])[1-6]G(?!\w)                                                   # generations of mobile networks
    | (?<![\w.,$£€¥])[248]K(?=\ (?:TV|video|resolution|display|screen|UHD|HDR|Ultra|footage|monitor|streaming|OLED))
    | (?<=(?i:after|since)\ )9-11 | (?<=before\ )9-11 | (?<=[“"])9-11(?=[,.]?[”"])
    | (?<!\w)9-11(?=\ (?:attack|terror|commission|hijack|memorial|victim|anniversary|museum))
    | (?<=(?:at|in)\ )[48]K(?!\w)
    | \b\d+[A-Z](?=\ (?:form|filing|filed))
    | (?<!\w)(?:\d-on-\d|9-to-5)(?!\w) | \b(?i:call|dial)(?:s|ed|led|ing|ling)?\s(?:911|999|112|111|000)\b
    | \b911(?=\s(?:calls?|callers?|dispatch\w*|operators?)\b)
    | </?[A-Za-z][^<>\n]{0,300}> | (?<![\w.,])\d{13,}(?![\w.,])                      # tags, identifiers
    | \b\d{3}\([a-z]\)(?:\(\d\))?
    | \[\d+\] | (?m:^)\s*\d{1,2}[.)]\s(?=\S)                                        # footnotes, items of a list
"""
_QUARTER = r"""
      (?<!\w)(?i:(?:first|second|third|last|next|previous|closing|opening|latest|final|fiscal|each|every|this|the
            |quarter)
        \ quarters?)\b(?!\s(?:of\s(?:a\b|all|the\s(?:pop|peo|vot|tot)))|\smillion)
"""
_SHAPES = re.compile(f"{_DESIGNATION}|{_ADDRESS}|{_QUARTER}", re.VERBOSE)
_CONTACTS = re.compile(_CONTACT, re.VERBOSE)
_GLUED = re.compile(rf"(?:{'|'.join(re.escape(code) for code in CODES)}|Mex|AU|CA|NZ|HK)\d")
_RANDS = re.compile(rf"R{RAND}")


_ITEM = re.compile(r"(?<![^\s(])(?P<at>[1-9])\)\s(?=[A-Za-z“\"])")
_APART = 800
"""Code points within which the next of a list's numbers stands."""


@cache
def _named() -> re.Pattern[str]:
    """Set phrases, and names that end in a number."""
    ordered = sorted(words("numbers_phrases.txt"), key=len, reverse=True)
    phrases = "|".join(re.escape(phrase).replace(r"\ ", r"[\s-]?") for phrase in ordered)
    proper = "|".join(re.escape(name).replace(r"\ ", r"[\s-]") for name in lines("numbers_proper.txt"))
    versions = "|".join(re.escape(name).replace(r"\ ", r"\s?") for name in words("numbers_versions.txt"))
    names = "|".join(
        re.escape(name).replace(r"\ ", r"\s?") for name in sorted(words("numbers_names.txt"), key=len)[::-1]
    )
    return re.compile(
        rf"(?<!\w)(?:(?:{phrases})(?![\w-])"
        rf"|(?-i:{proper})(?!\w)"
        rf"|(?:{versions})[\s-]v?\d+(?:\.\d+)*(?![\w%])"
        rf"|(?:{names})[\s-]\d{{1,4}}\w?(?!\w|[.,]\d|\s?%|\s(?:per|million|billion|points|people)\b))",
        re.IGNORECASE,
    )


_VERSE = re.compile(r"\d:\d")


@cache
def _verse() -> re.Pattern[str]:
    books = "|".join(re.escape(book) for book in sorted(words("numbers_scripture.txt"), key=len)[::-1])
    return re.compile(rf"(?<!\w)(?:[1-3]\s)?(?i:{books})\.?\s\d{{1,3}}:\d{{1,3}}(?:[-–]\d{{1,3}})?(?!\w)")


@cache
def _model() -> re.Pattern[str]:
    makers = "|".join(re.escape(maker) for maker in sorted(words("numbers_makers.txt"), key=len)[::-1])
    return re.compile(rf"(?<!\w)(?i:{makers})\s(?P<number>\d{{3,4}})(?!\w|[.,]\d)")


def models(text: str) -> frozenset[str]:
    """The numbers of models that `text` names with their makers; later they may stand alone: "787 jets"."""
    return frozenset(match["number"] for match in _model().finditer(text))


def contacts(text: str) -> list[tuple[int, int]]:
    """Addresses of the net and telephone numbers, in which no dates stand either."""
    found = [match.span() for match in _CONTACTS.finditer(text)]
    if _VERSE.search(text):  # the books' names cost more than the numbers behind them
        found += [match.span() for match in _verse().finditer(text)]
    return found


def no_figures(text: str) -> list[tuple[int, int]]:
    """Stretches of `text`, its contacts left out, whose digits and number words are no figures."""
    shapes = [
        match.span()
        for match in _SHAPES.finditer(text)
        if not (_GLUED.match(match.group()) or _RANDS.match(text, match.start()) or _grouped(text, match))
    ]
    return [*shapes, *_listed(text), *(match.span() for match in _named().finditer(text))]


def _grouped(text: str, match: re.Match[str]) -> bool:
    """Whether points part the thousands of an amount, as on the Continent: "1.250.000 euros", "€1.250.000"."""
    if not _GROUPS.fullmatch(match.group()):
        return False
    named = _VERSION.search(text, max(0, match.start() - 12), match.start())
    amount = text[max(0, match.start() - 2) : match.start()].strip()[-1:] in ("$", "€", "£")
    return amount or (named is None and _COUNTED.match(text, match.end()) is not None)


_GROUPS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3}){2}")
_VERSION = re.compile(r"\b(?:versions?|release|build|v|no|number|address)\.?\s$", re.IGNORECASE)
_COUNTED = re.compile(r"\s(?:[a-z]+s|euro|people|square|cubic|metric|US)\b(?<!\swas)(?<!\sis)(?<!\shas)")


def _listed(text: str) -> list[tuple[int, int]]:
    """The numbers that count off what a sentence lists: "1) to wait or 2) to leave", "(1) … (2) …"."""
    found: list[tuple[int, int]] = []
    for match in _ITEM.finditer(text):
        first, last = int(match["at"]) == 1, found[-1] if found else None
        follows = last and int(match["at"]) == int(text[slice(*last)]) + 1 and match.start() - last[1] < _APART
        if follows or first:
            found.append(match.span("at"))
    return found if len(found) > 1 else []


@cache
def _designator() -> re.Pattern[str]:
    names = "|".join(sorted((re.escape(word) for word in words("numbers_designators.txt")), key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{names})s?(?:\.\s?|\s)(?:no\.?\s)?$", re.IGNORECASE)


def designated(text: str, start: int) -> bool:
    """Whether the number at `start` belongs to the designating word before it ("chapter 7", "Route 66")."""
    return bool(_designator().search(text, max(0, start - 24), start))
