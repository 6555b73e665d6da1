"""One of a unit behind a bound: "more than a year", "less than a mile", "under a dollar a day", "a year or more"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.analysis.numbers.draft import Draft

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNIT = (
    r"(?P<unit>second|minute|hour|day|week|fortnight|month|year|mile|kilomet(?:er"
    r"|re)|met(?:er|re)"
    r"|foot|inch|yard|centimet(?:er|re)|millimet(?:er|re)|kilogram(?:me)?|kilo|gram|ounce|ton|tonne|lit(?:er"
    r"|re)|gallon|pint"
    r"|acre|hectare|dollar|euro|pound|penny|cent|percentage\spoint|per\s?cent)"
)
_GOES_ON = (
    r"(?=[’']s\s|\s*(?:[.,;:!?)\]”\"—–]|$)|\s(?:ago|after|before|later|earlier|since|in|on|at|to|from|of|and"
    r"|or|but|for|with"
    r"|without|when|while|until|till|as|if|that|because|away|long|high|wide|deep|tall|thick|across|off|out|up"
    r"|down|north"
    r"|south|east|west|by|per|over|under|above|below|behind|ahead|short|apart|left|remaining|through"
    r"|throughout|into|during"
    r"|between|late|early|more|less|is|are|was|were|has|had|have|will|would|should|could|can|may|might|did"
    r"|does|do|he|she"
    r"|they|we|you|I|it|the|an?|his|her|their|its|our|this|last|next|each|every|now|flat|again|so|than|even"
    r"|not|once|on|just"
    r"|only|spent|worth|shy|already|inland|offshore|upstream|downstream|underground|older|younger|heavier"
    r"|lighter|longer"
    r"|shorter|higher|lower|taller|wider|warmer|colder|cheaper|dearer|everywhere|somewhere|pass(?:ed|es)"
    r"|elapsed|goes|went|[a-z]+ing)\b)"
)
"""What may follow the unit: anything but the noun that it would then belong to ("more than a year group")."""
_BOUNDED = re.compile(
    r"\b(?P<led>(?:more|less|longer|farther|further)\sthan"
    r"|at\s(?:the\svery\s)?(?:least|most)"
    r"|nearly|almost|approximately|roughly|about|around|over|under|up\sto|as\s(?:much|long|little)\sas|upwards\sof)\s"
    rf"(?P<core>an?)\s{_UNIT}{_GOES_ON}",
    re.IGNORECASE,
)
_OR_MORE = re.compile(
    rf"(?<![\w-])(?P<core>an?)\s{_UNIT}(?=\s(?:or|and)\s(?:more|longer|less)(?!\s(?:than|\w+ly)\b))", re.IGNORECASE
)
_NO_AMOUNT = re.compile(r"\b(?:nothing|something|anything|little|rather|much|other)\s$", re.IGNORECASE)
"""What makes "more than" no bound: "little more than a day at the beach"."""
_COMPARED = re.compile(
    r"(?:\d\S*|per\s?cent|%|\b(?:costs?|paid|pays?|earn(?:s|ed)?|sold|sells?|made|makes?|worth|sp[ae]n[dt]|much|many|is|are|was|were"
    r"|had|has|have|times|far|any|even|half|third|quarter|people|one|two|three|four|five|six|seven|eight|nine|ten))\s$",
    re.IGNORECASE,
)
_THEN = re.compile(r"\s(?:ago|earlier|before)\b")
"""What makes "more than a year" set two times against each other: "40 more than a year ago"."""
_TAKES = (
    r"(?:^|[\n“\"(]|\b(?:for|in|within|of|after|t[ao]ken?|takes?|is|was|were|be|been|are|just|only|well"
    r"|last(?:s|ed)?|by|to|at"
    r"|spen[dt]|wait(?:s|ed)?|lived?|worked|served|jailed|every|away|lies|ran|runs?|walk(?:s|ed)?|drove"
    r"|costs?|weigh\w*|until"
    r"|stands?|f[ae]ll|gr[eo]w[ns]?|paid|pays?|and|or|but|from|with|held|slightly|little|bit|far|earns?"
    r"|earned|charges?|rose|hold(?:s|ing)?"
    r"|slipped|gained|lost|needs?|added|stayed|remained|here|there))\s?$"
)
_AMOUNTS = re.compile(_TAKES, re.IGNORECASE)
"""What an amount follows with "about" and "over", which else are of a subject or a place."""
_BEING = re.compile(r"\b(?:is|was|were|are|be|been)\s$", re.IGNORECASE)
_OF_A_TOPIC = re.compile(r"\s(?:in|of|when|that|she|he|they|we)\b")
"""What makes "is about a year" tell of a subject."""
_MONEY = frozenset("dollar euro pound penny cent".split())
"""What quarrels are over."""
_PLACED = re.compile(
    r"\s(?:ago|later|earlier|away|before|after|long|high|wide|deep|tall|thick|per|off|north|south|east|west"
    r"|apart|since|an?\s)"
)


def singles(text: str) -> Iterator[Draft]:
    """Yield the articles of units behind a bound as counts of one, which take their unit and bound later."""
    for match in _BOUNDED.finditer(text):
        led, before = match["led"].lower(), text[max(0, match.start() - 16) : match.start()]
        if led.endswith("than") and (
            _NO_AMOUNT.search(before) or (_COMPARED.search(before) and _THEN.match(text, match.end()))
        ):
            continue
        loose = led in ("about", "around", "over", "under")
        if loose and not _PLACED.match(text, match.end()):
            being = _BEING.search(before)
            if match["unit"].lower() == "yard":
                continue  # "walked around a yard"
            about = led in ("about", "around") and _OF_A_TOPIC.match(text, match.end())
            if not _AMOUNTS.search(before) or (being and (about or match["unit"].lower() in _MONEY)):
                continue
        yield _one(match)
    for match in _OR_MORE.finditer(text):
        yield _one(match)


def _one(match: re.Match[str]) -> Draft:
    core = match.span("core")
    return Draft(*core, value=1.0, core=core)


def unbounded(draft: Draft) -> bool:
    """Whether a draft is the article of a unit whose bound turned out to be none: "a year" by itself is no figure."""
    article = not draft.digits and draft.value == 1 and draft.core[1] - draft.core[0] <= 2
    return article and draft.bound is None and not draft.approximate
