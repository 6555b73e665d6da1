"""Figures without a numeral of their own: "hundreds if not thousands", "several billion", "double", "the next"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tui.analysis.numbers.draft import Draft
from tui.analysis.numbers.lexicon import table
from tui.analysis.numbers.places import relative_places

if TYPE_CHECKING:
    from collections.abc import Callable

_PLURALS = {
    "tens": 10.0, "dozens": 24.0, "scores": 40.0, "hundreds": 100.0, "thousands": 1e3, "lakhs": 1e5, "millions": 1e6,
    "crores": 1e7, "billions": 1e9, "trillions": 1e12,
}  # fmt: skip
_SINGULAR = {
    "dozen": 12.0, "hundred": 100.0, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "lakh": 1e5,
    "crore": 1e7,
}  # fmt: skip
_MANY = "|".join(_PLURALS)
_SCALES = "|".join(_SINGULAR)
_VAGUE = re.compile(
    rf"(?<![\w-])(?P<first>{_MANY})(?P<of>\s+of\s+(?P<second>{_MANY}))?"
    r"(?:,?\s+(?:if\s+not|or\s+even|and\s+even|perhaps|or|and|to|upon)\s+"
    rf"(?P<last>(?:{_MANY})(?:\s+of\s+(?:{_MANY}))?))?(?![\w-])",
    re.IGNORECASE,
)
_FUZZY = re.compile(
    r"(?<![\w-])(?P<many>several|a\s+few|few|some|many|a\s+couple(?:\s+of)?|multiple)\s+"
    rf"(?P<scale>{_SCALES})(?:s)?(?P<second>\s+(?:thousand|million|billion|trillion))?(?![\w-])",
    re.IGNORECASE,
)
_COUPLE = re.compile(
    r"(?<![\w-])a\s+couple(?:\s+of)?(?=\s+(?!who|has|have|had|was|were|is|are|in\b|from\b|living|said)[a-z])",
    re.IGNORECASE,
)
_HALF_UNIT = re.compile(
    r"(?<![\w-])(?:(?P<half>half)[\s-](?:an?[\s-])?|(?P<quarter>quarter)-|(?:an?|one)\s(?=\w+\sand\s(?:a\s(?:half|quarter)"
    r"|three\squarters)))"
    r"(?P<unit>second|minute|hour|day|week|month|year|decade|century|mile|pound|inch|gallon|pint|acre"
    r"|ton|kilometer|kilometre|meter|metre|liter|litre)"
    r"(?P<more>\sand\s(?:a\s)?(?P<part>half|quarter|three\squarters))?(?![\w]|-(?:long|time))",
    re.IGNORECASE,
)
_OBJECT = (
    r"(?=\s+(?:the|that|those|its|their|his|her|our|your|my|what|last|this|those|as|previous"
    r"|from|in\s+(?:size|number|value|price|just|only|the|less)|since|over|during|to\b|every)"
    r"|\s*[.,;:)”\"]|\s*$)"
)
_AS_MUCH = re.compile(r"\s+as\s+(?:many|much|\w+ly|[a-z]+(?:\s[a-z]+)?\s+as)\b")
_TWICE_AS = re.compile(
    r"\s+as\s+(?!(?:an?|the|his|her|its|their|if|it|they|he|she|we|you|i|well\s(?:as\s)?(?:a|the))\b)[a-z]+\b"
)
_RECORD = re.compile(r"(?<![\w.,/-])\d{1,3}[-–]\d{1,3}[-–]\d{1,3}(?![\w/-]|[.,]\d)")
"""Won, lost and drawn."""
_TENS = {
    "teen": 13, "twentie": 20, "thirtie": 30, "fortie": 40, "fiftie": 50, "sixtie": 60, "seventie": 70, "eightie": 80,
    "ninetie": 90,
}  # fmt: skip
_IN_HIS_30S = re.compile(
    r"(?:(?<=\b[Ii]n\s)|(?<=\binto\s)|(?<=\bentered\s)|(?<=\breached\s)|(?<=\bhit\s))(?:his|her|their|my|your|our)\s(?:(?P<part>early|mid|late)[-\s])?(?P<tens>[1-9]0|"
    + "|".join(_TENS)
    + r")[’']?s(?!\w)"
)
_SOMETHING = re.compile(
    rf"(?<![\w-])(?P<tens>[2-9]0|{'|'.join(word[:-2] + 'y' for word in _TENS if word != 'teen')})-?something"
    r"(?P<part>)s?(?!\w)",
    re.IGNORECASE,
)
"""An age that is not told to the year: "a 70-something singer"."""
_LIMIT_OF_AGE = re.compile(r"(?<![\w-])(?P<side>under|over)[-‑ ](?P<years>\d{1,2})[’']?s(?!\w)", re.IGNORECASE)
"""People below or above an age: "under-18s"."""
_TIMED = re.compile(r"\b(?:in|just|well|of|at|took|was|is|ran|runs?)\s$", re.IGNORECASE)
"""What stands before a time taken: "in under 18s"."""
_IN_THE_80S = re.compile(
    r"(?:(?<=\bin\sthe\s)|(?<=to\sthe\s))(?:(?P<part>low|lower|mid|upper|high)[-\s])?(?P<tens>[1-9]0"
    r"|1[1-9]0)[’']?s(?!\w)"
)
_LAP = re.compile(
    r"(?<![\w:.])(?P<hours>\d{1,2}):(?P<minutes>[0-5]\d):(?P<seconds>[0-5]\d(?:\.\d+)?)(?![\w:]|\s?[ap]\.?m)"
)
"""A time taken: hours, minutes and seconds."""
_MINUTES = re.compile(
    r"(?<![\w:.])(?P<minutes>\d{1,2}):(?P<seconds>[0-5]\d(?:\.\d+|(?=\s(?:left|remaining|to\s(?:play|go|spare)"
    r"|into)\b)))(?![\w:])"
)
"""Minutes and seconds: "in 2:04.06", "with 3:12 left"."""
_PART_OF_POINT = re.compile(
    r"(?<![\w-])(?:an?\s)?(?P<part>half|quarter|three[\s-]quarter)[\s-](?:percentage[\s-])?point(?![\w])", re.IGNORECASE
)
"""A part of a percentage point, as rates are changed by: "a quarter-point cut"."""
_ONE_OLD = re.compile(r"(?<![\w-])an?\s(?P<unit>day|week|month|year|decade|century)\sold(?!\w)", re.IGNORECASE)
_CUT_HALF = re.compile(
    r"(?<![\w-])(?:cut|slash|slashed|split|broken?|chopped|divided|reduced|by"
    r"|in)\s+(?:\w+\s+){0,3}?(?P<core>in\s+half|by\s+half)(?!\w)",
    re.IGNORECASE,
)
_TIMES = re.compile(r"\s+times\s+(?=as\b|more\b|less\b|higher|lower|larger|bigger|greater|faster"
r"|the\s+(?:(?:annual|yearly|current|original|previous|usual|daily|monthly|safe|trial|total|expected|asking|planned)\s)?"
r"(?:size|amount|number|rate|price|cost|level|average|value|national|normal|budget|sum|total|figure|turnover|output"
r"|dose|toll|area|population|minimum|original|fee|fare|rent|height|load"
r"|usual|legal|recommended|limit|speed|strength|weight|length|height|width|force|distance|mass|diameter)"
                    r"|over-?subscribed|(?:forward|trailing|annual|expected|estimated)\s(?:earnings|profits?|sales)|(?-i:EBITDA?)"
                    r"|earnings|book\s|sales\b|revenue|that\b|what\b|its\b|likelier"
    r"|(?:his|her|their|our|my|your)\s(?:\w+\s)?"
    r"(?:salary|pay|wages?|income|age|size|weight|height|worth)\b)", re.IGNORECASE)  # fmt: skip


@cache
def _multiples() -> re.Pattern[str]:
    words = "|".join(sorted((re.escape(word) for word in table("numbers_multiples.txt")), key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?P<word>{words}|(?P<fold>\d+(?:\.\d+)?)[\s-]?fold)(?![\w]|-\w)", re.IGNORECASE)


def phrases(text: str) -> list[Draft]:
    """The figures of `text` that no numeral gives, in no order; a later pass drops those that overlap dates."""
    found = [*_vague(text), *_fuzzy(text)]
    found += [Draft(*match.span(), value=2.0, approximate=True, core=match.span()) for match in _COUPLE.finditer(text)]
    found += [draft for match in _HALF_UNIT.finditer(text) if (draft := _half(match))]
    found += _ratios(text)
    found += [_decade_of_life(match) for shape in (_IN_HIS_30S, _SOMETHING) for match in shape.finditer(text)]
    found += [
        Draft(*match.span(), kind="age", value=1.0, unit=match["unit"].lower(), core=match.span("unit"))
        for match in _ONE_OLD.finditer(text)
    ]
    found += [
        Draft(
            *match.span(), kind="age", value=float(match["years"]), unit="year", core=match.span("years"), digits=True,
            bound="less than" if match["side"].lower() == "under" else "more than",
        )
        for match in _LIMIT_OF_AGE.finditer(text)
        if " " not in match.group() or not _TIMED.search(text, max(0, match.start() - 8), match.start())
    ]  # fmt: skip
    found += [
        Draft(
            *match.span(), kind="percent", value={"h": 0.5, "q": 0.25}.get(match["part"][0].lower(), 0.75),
            unit="percentage point", core=match.span(), unit_start=match.end("part"),
        )
        for match in _PART_OF_POINT.finditer(text)
    ]  # fmt: skip
    found += [_lap(match) for shape in (_LAP, _MINUTES) for match in shape.finditer(text)]
    found += [
        Draft(*match.span(), kind="ratio", words=match.group().replace("-", "–"), core=match.span(), digits=True)
        for match in _RECORD.finditer(text)
    ]
    found += relative_places(text)
    return found


def _vague(text: str) -> list[Draft]:
    found = []
    for match in _VAGUE.finditer(text):
        low = _PLURALS[match["first"].lower()]
        if match["second"]:
            low *= _PLURALS[match["second"].lower()] if low != 24 else _PLURALS[match["second"].lower()] / 2
        high = low * 10
        if match["first"].lower() in ("dozens", "scores") and not match["second"]:
            high = 100.0
        if match["first"].lower() in ("scores", "tens") and not (match["second"] or match["last"]):
            continue
        if match["last"]:
            parts = [_PLURALS[word] for word in re.findall(_MANY, match["last"].lower())]
            high = 10.0
            for part in parts:
                high *= part
        words = " ".join(match.group().lower().split())
        found.append(Draft(*match.span(), low=low, high=high, vague=True, words=words, core=match.span()))
    return found


def _fuzzy(text: str) -> list[Draft]:
    found = []
    for match in _FUZZY.finditer(text):
        scale = _SINGULAR[match["scale"].lower()]
        if match["second"]:
            scale *= _SINGULAR[match["second"].strip().lower()]
        many = " ".join(match["many"].lower().split())
        if many in ("some", "many") and scale == 12:
            many = f"{many} a"
        words = f"{many} {match['scale'].lower()}{(match['second'] or '').lower()}"
        draft = Draft(*match.span(), low=scale, vague=True, words=words, core=match.span())
        if many == "some" or many.startswith("a couple"):
            value = 2 * scale if many != "some" else scale
            draft.low, draft.value, draft.vague, draft.words, draft.approximate = None, value, False, None, True
        found.append(draft)
    return found


def _decade_of_life(match: re.Match[str]) -> Draft:
    """ "in his early 30s": an age between two."""
    tens = match["tens"]
    first = float(tens) if tens.isdigit() else float(_TENS.get(tens) or _TENS[tens.lower()[:-1] + "ie"])
    low = first + {"early": 0, "mid": 4, "late": 7}.get(match["part"] or "", 0)
    high = 19.0 if first == 13 else first + {"early": 3, "mid": 6, "late": 9}.get(match["part"] or "", 9)
    words = " ".join(filter(None, (match["part"], f"{tens}s")))
    return Draft(*match.span(), kind="age", low=low, high=high, vague=True, unit="year", words=words, core=match.span())


def heat_in_the_80s(text: str, warm: Callable[[int], bool]) -> list[Draft]:
    """ "in the upper 80s": a range of temperatures where `warm` says that the sentence at an offset speaks of heat."""
    found = []
    for match in _IN_THE_80S.finditer(text):
        low = float(match["tens"]) + {"mid": 4, "upper": 7, "high": 7}.get(match["part"] or "", 0)
        high = float(match["tens"]) + {"low": 3, "lower": 3, "mid": 6}.get(match["part"] or "", 9)
        if warm(match.start()):
            words = " ".join(filter(None, (match["part"], f"{match['tens']}s")))
            found.append(
                Draft(*match.span(), kind="temperature", low=low, high=high, vague=True, unit="degree", words=words,
                      core=match.span(), digits=True)
            )  # fmt: skip
    return found


def _lap(match: re.Match[str]) -> Draft:
    seconds = 3600 * int(match.groupdict().get("hours") or 0) + 60 * int(match["minutes"]) + float(match["seconds"])
    return Draft(
        *match.span(),
        kind="duration",
        value=seconds,
        unit="second",
        words=match.group(),
        core=match.span(),
        digits=True,
    )


def _half(match: re.Match[str]) -> Draft | None:
    unit = match["unit"].lower().replace("metre", "meter").replace("litre", "liter")
    added = {"h": 1.5, "q": 1.25, "t": 1.75}.get((match["part"] or "")[:1].lower(), 1.25)
    value = 0.5 if match["half"] else 0.25 if match["quarter"] else added
    if (match["half"] or match["quarter"]) and match["more"]:
        return None
    times = ("second", "minute", "hour", "day", "week", "month", "year", "decade", "century")
    return Draft(
        *match.span(),
        kind="duration" if unit in times else "quantity",
        value=value,
        unit=unit,
        core=match.span(),
        adjectival="-" in match.group(),
        unit_start=match.start("unit"),
    )


def _ratios(text: str) -> list[Draft]:
    found = []
    for match in _multiples().finditer(text):
        word = match["word"].lower()
        value = float(match["fold"]) if match["fold"] else float(table("numbers_multiples.txt")[word])
        free = (word.endswith(("d", "ing")) and word not in ("twofold", "threefold")) or "fold" in word
        if not free and not re.match(_OBJECT, text[match.end() : match.end() + 24]):
            continue
        if (
            word == "twice"
            and re.match(r"\s+as\b", text[match.end() : match.end() + 4])
            and not _TWICE_AS.match(text, match.end())
        ):
            continue
        if word == "twice" and not re.match(
            r"\s+(?:as|the|that|its|their|what|his|her|those|this)\b", text[match.end() : match.end() + 8]
        ):
            continue
        if word == "halves":
            continue
        if word == "double" and re.match(r"\s+as\b", text[match.end() : match.end() + 4]):  # "rooms double as studios"
            if not _AS_MUCH.match(text, match.end()):
                continue
        if word in ("doubled", "doubles", "doubling") and re.match(
            r"\s+(?:down|back|over|up|to\s+(?:left|right|center|centre)|in\b)", text[match.end() : match.end() + 12]
        ):
            continue
        found.append(Draft(*match.span(), kind="ratio", value=value, core=match.span()))
    return found + [
        Draft(*match.span("core"), kind="ratio", value=0.5, core=match.span("core"))
        for match in _CUT_HALF.finditer(text)
    ]


def times(text: str, draft: Draft) -> None:
    """ "three times as many", "6.5 times earnings": a ratio."""
    if not draft.bare or not isinstance(draft.value, float):
        return
    match = _TIMES.match(text, draft.end)
    if match:
        draft.kind, draft.unit, draft.end = "ratio", "time", draft.end + len(match.group().rstrip())
