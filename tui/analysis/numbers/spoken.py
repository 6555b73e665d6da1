"""Figures as they are spoken: "50 grand", "a grand", "7x faster", "scores of people"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.analysis.numbers.draft import Draft

if TYPE_CHECKING:
    from collections.abc import Iterator

_GRAND = re.compile(
    r"[\s-]grand(?=\s*(?:[.,;:!?)”\"’\]]|$|\n)|\s(?:an?|the|per|each|every|on|for|in|to|from|of|and|or|but|more|less"
    r"|extra|at|by|into|out|off|up|down|over|under|worth|this|last|next|when|if|while|after|before|because|since|until"
    r"|as|than|with|is|was|were|are|has|had|have|will|would|could|can|may|might|went|goes|short|richer|that"
    r"|which|he|she|they|we|you|I|it|his|her|their|our|my|your)\b)"
)
"""The thousand of whatever money is spoken of, and no "grand pianos" or "Grand Slams"."""
_HYPHENED = re.compile(r"-grand(?=\s[a-z])")
_A_GRAND = re.compile(
    r"\b(?:costs?|cost\sme|pa(?:y|ys|id)|spen[dt]s?|los[et]s?|w[io]ns?|earn(?:s|ed)?|worth|owe[sd]?|for|about|nearly"
    r"|over|than|got|ma[dk]es?|saved?|another)\s(?P<core>a\sgrand)(?=\s*[.,;:!?)”\"]|\s(?:a|per|each|more|less|on)\b)"
)
_GRAND_AND = re.compile(r"\b(?:an?|one)\sgrand\sand\sa\s(?P<part>half|quarter)(?![\w-])", re.IGNORECASE)
_A_DOLLAR_FIFTY = re.compile(
    r"\b(?:an?|one)\s(?P<unit>dollar|pound|euro|quid|buck)\s(?P<small>(?P<tens>ten|twenty|thirty|forty|fifty"
    r"|sixty|seventy|eighty"
    r"|ninety)(?:[\s-](?P<unit5>five|nine))?|[1-9]\d)(?=\s*(?:[.,;:!?)”\"]|$)|\s(?:an?|per|each|for|to|and|or"
    r"|more|less|at|in|on)\b)",
    re.IGNORECASE,
)
_TENS = {
    word: 10 * at for at, word in enumerate("ten twenty thirty forty fifty sixty seventy eighty ninety".split(), 1)
}
_COINS = {"pound": "pound sterling", "quid": "pound sterling", "buck": "dollar"}
_TIMES_OVER = re.compile(
    r"(?<![\w.,$£€/-])(?P<many>\d{1,4}(?:\.\d+)?)[x×](?=\s(?:as|the|that|its|what|more|less|\w{2,12}er|returns?"
    r"|growth|increase|gains?|leverage|earnings|sales|revenues?|profits?|book|zoom|magnification|speed|speedup"
    r"|improvement|multiple)\b|(?<=[a-z]\s\d[x×])\s*[.,;:)])"
)
"""So many times over, but no "2x4" and no name of a model."""
_MANY = re.compile(
    r"(?<![\w-])(?P<many>scores|tens)\sof(?=\s[a-z]{3,})(?!\s(?:the|these|those|his|her|its|their|our|all|both"
    r"|thousands|millions|billions|hundreds)\b)",
    re.IGNORECASE,
)
"""A crowd of no known size, and no score of a game or a test."""
_LED = re.compile(
    r"(?:^|\n|[.!?“\"(,;:—–-]\s?|\b(?:and|with|by|for|as|in|from|to|among|are|were|is|was|have|has|had|including|after"
    r"|while|on|at|when|where|that|because|kill(?:s|ed|ing)?|injured|wounded|arrested|detained|trapped|sent|left"
    r"|leaving|forced|forcing|dr[ea]wn?|brought|attracted|destroyed|damaged|displaced|closed|held|made|found|took|freed"
    r"|rescued|evacuated|visited|interviewed|hurt|hit|saw|lost)\s)$",
    re.IGNORECASE,
)
"""What leads to it."""
_IN_MONEY = re.compile(
    r"\s(?:in|worth\sof)\s(?:\w+\s)?(?:damages|fines|costs|cash|aid|taxes|revenues?|sales|profits?|funding"
    r"|funds|grants?"
    r"|fees|compensation|savings|bonds|loans|losses|earnings|income|investments?|donations|subsidies|bonuses"
    r"|royalties)\b"
)
_OR_TWO = re.compile(
    r"(?<![\w-])(?:an?|one)\s(?P<unit>second|minute|hour|day|night|week|month|year|decade|century|mile|inch|foot)\sor\s"
    r"(?P<high>two|three|so)(?![\w-]|\s(?:days?|weeks?|months?|years?|hours?|minutes?|nights?|miles?|later"
    r"|of\sthem)\b)",
    re.IGNORECASE,
)
""" "a day or two", "a week or so"."""
_AGE_GROUP = re.compile(r"(?<![\w.,$£€-])(?P<low>[1-9]\d)[-–](?:to[-–])?(?P<high>[1-9]\d)s(?!\w)")
"""People between two ages: "16-24s"."""
_TIMED = re.compile(r"\b(?:in|within|for|takes?|took|lasts?|lasted|every|after)\s$")
_RATED = re.compile(r"(?<![\w./$£€-])(?P<top>\d\.\d)/(?P<bottom>5|10)(?![\w/]|\.\d)")
"""So many marks out of five or ten: "4.5/5"."""
_PRICED = re.compile(
    r"\b(?:(?:sold|sells?|bought|went|going|auctioned|offered|bid)\sfor|costs?|fetch(?:ed|es)?|worth"
    r"|(?:valued|priced)\sat"
    r"|(?:cash|debts?|profits?|revenues?|turnover|income|earnings|budget|fine|damages|compensation|salary"
    r"|price|grants?|loans?"
    r"|funding|investment|bonus|assets|capital|fortune|fees?|prize|bail|ransom)\sof)\s"
    r"(?:about\s|around\s|nearly\s|almost\s|over\s|just\s|only\s|more\sthan\s|some\s|a\srecord\s)?$"
)
_NO_NOUN = re.compile(
    r"\s*(?:[.,;:)]|$|\n)|\s(?:and|in|for|from|to|on|at|by|after|before|this|last|next|a|per|over|because|when|while)\b"
)
_PART = re.compile(r"\s(?P<top>\d)/(?P<bottom>[248]|16)(?![\d/])")
_CENTS = re.compile(r"\.\d\d$")
_SOME = {"scores": (40.0, 100.0), "tens": (10.0, 100.0)}


def grand(text: str, draft: Draft) -> bool:
    """Take in the "grand" of "50 grand": a thousand of a money that is not named; whether there is one."""
    article = draft.kind == "fraction" and text.startswith(" a grand", draft.end)  # "half a grand"
    match = _GRAND.match(text, draft.end + 2 * article) or _HYPHENED.match(text, draft.end)
    if not match or not isinstance(draft.value, float) or draft.kind not in ("count", "fraction"):
        return False
    draft.value, draft.scale, draft.kind = draft.value * 1000, 1000.0, "money"
    draft.end, draft.core = match.end(), (draft.core[0], match.end())
    draft.adjectival = match.group().startswith("-")
    return True


def spoken(text: str) -> Iterator[Draft]:
    """Yield the figures that only their wording gives, each kind in the order of the text."""
    for match in _A_GRAND.finditer(text) if "a grand" in text else ():
        core = match.span("core")
        yield Draft(*core, kind="money", value=1000.0, scale=1000.0, core=core)
    for match in _GRAND_AND.finditer(text) if " grand and " in text else ():
        value = 1500.0 if match["part"].lower() == "half" else 1250.0
        yield Draft(*match.span(), kind="money", value=value, scale=1000.0, core=match.span())
    for match in _A_DOLLAR_FIFTY.finditer(text):
        small = match["small"]
        cents = int(small) if small.isdigit() else _TENS[match["tens"].lower()]
        cents += {"f": 5, "n": 9}.get((match["unit5"] or " ")[0].lower(), 0)
        unit = match["unit"].lower()
        yield Draft(
            *match.span(), kind="money", value=1 + cents / 100, unit=_COINS.get(unit, unit), core=match.span(),
            unit_start=match.start("unit"),
        )  # fmt: skip
    for match in _TIMES_OVER.finditer(text):
        value = float(match["many"])
        yield Draft(*match.span(), kind="ratio", value=value, unit="time", core=match.span(), digits=True)
    for match in _OR_TWO.finditer(text):
        unit = match["unit"].lower()
        duration = unit not in ("mile", "inch", "foot")
        draft = Draft(*match.span(), kind="duration" if duration else "quantity", unit=unit, core=match.span())
        draft.unit_start = match.start("unit")
        if match["high"].lower() == "so":
            draft.value, draft.approximate = 1.0, True
        else:
            draft.low, draft.high = 1.0, 2.0 if match["high"].lower() == "two" else 3.0
        yield draft
    for match in _AGE_GROUP.finditer(text):
        low, high = float(match["low"]), float(match["high"])
        if low < high and not _TIMED.search(text, max(0, match.start() - 10), match.start()):
            yield Draft(*match.span(), kind="age", low=low, high=high, unit="year", core=match.span(), digits=True)
    for match in _RATED.finditer(text):
        share = float(match["top"]) / float(match["bottom"])
        yield Draft(*match.span(), kind="fraction", value=share, words=match.group(), core=match.span(), digits=True)
    for match in _MANY.finditer(text):
        start, end = match.span("many")
        if not _LED.search(text, max(0, start - 14), start):
            continue
        low, high = _SOME[match["many"].lower()]
        yield Draft(start, end, low=low, high=high, vague=True, words=match["many"].lower(), core=(start, end))


def unnamed_money(text: str, draft: Draft) -> None:
    """Make a bare amount in thousands or more money where it can be nothing else: "2 million in damages"."""
    if not draft.bare or draft.scale < 1000 or draft.low is not None:
        return
    priced = _NO_NOUN.match(text, draft.end) and _PRICED.search(text, max(0, draft.start - 40), draft.start)
    if priced or _IN_MONEY.match(text, draft.end):
        draft.kind = "money"


def part_of_a_cent(text: str, draft: Draft) -> None:
    """Take in the part of a cent in prices of grain: "$5.42 1/2 a bushel"."""
    match = _PART.match(text, draft.end)
    if match and isinstance(draft.value, float) and _CENTS.search(text, *draft.core):
        draft.value += int(match["top"]) / int(match["bottom"]) / 100
        draft.end, draft.core = match.end(), (draft.core[0], match.end())


def name_currency(drafts: list[Draft]) -> None:
    """Give amounts without a currency ("50 grand") that of the others, where all of them have the same."""
    unnamed = [draft for draft in drafts if draft.kind == "money" and draft.unit is None]
    if not unnamed:
        return
    named = {_LARGE.get(draft.unit, draft.unit) for draft in drafts if draft.kind == "money" and draft.unit}
    if len(named) == 1:
        unit = named.pop()
        for draft in unnamed:
            draft.unit = unit


_LARGE = {"cent": "dollar", "pence": "pound sterling", "penny": "pound sterling"}
"""The money that small change is of."""
