"""Where digits stand that are no figures: addresses, phone numbers, versions, designations, dates that became names."""

from __future__ import annotations

import re
from functools import cache

from tui.analysis.numbers.lexicon import words

_STREET = r"(?:Street|St|Road|Rd|Avenue|Ave|Av|Lane|Ln|Drive|Dr|Boulevard|Blvd|Way|Court|Ct|Place|Pl|Square|Sq|Terrace" \
    r"|Crescent|Close|Row|Parkway|Pkwy|Highway|Hwy|Alley|Mews|Gardens|Quay|Broadway)"  # fmt: skip
_SHAPES = re.compile(
    rf"""
      https?://\S+ | www\.\S+ | \b[\w.+-]+@[\w-]+\.[\w.]+ | (?<!\w)[@\#]\w+             # addresses, handles
    | (?<![\w.])\+\d{{1,3}}[-\s.(]?\(?\d{{1,4}}\)?(?:[-\s./]\d{{2,4}}){{1,4}}(?!\w)            # +1-222-2222
    | (?<![\w.-])\(?\d{{3}}\)?[-.\s]\d{{3}}[-.]\d{{4}}(?![\w-])                         # (212) 555-0100
    | (?<![\w.-])1-8\d\d-[\dA-Z-]{{7,}} | (?<![\w.-])0\d{{2,4}}[\s-]\d{{3,4}}[\s-]?\d{{3,4}}(?!\w)
    | (?<![\w.-])\d{{3}}-\d{{2}}-\d{{4}}(?![\w-]) | (?<![\w-])\d{{4,}}(?:-\d{{4,}}){{1,}}(?![\w-])
    | (?<![\w.])v?\d+(?:\.\d+){{2,}}(?![\w%]) | (?<!\w)v\d+(?:\.\d+)*                  # versions, IP addresses
    | (?<![\w/])(?:9/11|7/7|24/7|24-7|50/50|20/20|4x4|4×4|4WD|2WD)(?![\w/])
    | (?<![\w-])(?!(?i:minus|plus|negative|mid|pre|post|sub|top|last|to|and|or|under|over|non|age|up|down)[-‑])
      (?=\w*[A-Z]|[a-z]{1,3}[-‑]|[a-z]+\d)[A-Za-z]+[-‑]?\d+(?:[-‑/]\w+)*                # F-16, COVID-19, G7, S22, A1
    | (?<![\w.,])\d+[A-Z][A-Za-z]*\d\w*                                               # 9AB8
    | (?<![\w.,$£€¥])\d+(?:ers|D|Ds)(?!\w)                                            # 49ers, 3D
    | (?<![\w.,$£€¥])[1-6]G(?!\w)                                                     # a generation of mobile networks
    | (?<![\w.,$£€¥])[248]K(?=\ (?:TV|video|resolution|display|screen|UHD|HDR|Ultra|footage|monitor|streaming|OLED))
    | \b\d{{1,5}}[A-Z]?(?:\ [NSEW]\.?|\ (?:North|South|East|West))?\ (?:[A-Z][\w’'-]+\ ){{1,3}}{_STREET}\b\.?
    | \b\d{{1,5}}\ [NSEW]\.?\ \d+(?:st|nd|rd|th)\ {_STREET}\b\.?
    | \b[A-Z]{{2}}\ \d{{5}}(?:-\d{{4}})?\b(?!\s(?:people|dollars)) | \b\d{{5}}(?=\ ZIP\b)
    | \b[A-Z]{{1,2}}\d[A-Z\d]?\ \d[A-Z]{{2}}\b                                        # British postcodes
    | \[\d+\] | (?m:^)\s*\d{{1,2}}[.)]\s(?=\S)                                        # footnotes, items of a list
    | \b(?:\d+[A-Z])(?=\ (?:form|filing|filed)) | \b(?:Boeing|Airbus|Flight|Windows|iPhone|iPad|Xbox|PlayStation)\ \d+\w*
    | (?<!\w)(?i:one|zero)-(?:off|sided|way|on-one|stop|liner|time|size-fits-all|trick|hit|upmanship|tolerance|sum|day)\b
    | (?<!\w)(?i:half)[-\s]?(?:staff|time|back|mast|brother|sister|hearted\w*|baked|way|wit|life|pipe|full|empty|sibling)s?\b
    | (?<!\w)(?i:(?:first|second|opening|latter|other|better)[-\s]half|(?:first|second|third)[-\s]hand|second[-\s]guess\w*)\b
    | (?<!\w)(?i:(?:first|second|third|last|next|previous|closing|opening|latest|final|fiscal|each|every|this|the|quarter)\ quarter)s?\b
      (?!\s(?:of\s(?:a\b|all|the\s(?:pop|peo|vot|tot)))|\smillion)
    | (?<!\w)(?i:quarter|half)[-\s]?(?:final|finals|finalist|finalists|back|backs|century|ly)\b | (?i:\bclose\squarters)
    | (?<!\w)(?i:third[-\s](?:party|parties|world|person|base|baseman)|first\s(?:name|aid|lady|class|minister|amendment))\b
    | (?<!\w)(?i:second(?:s)?\s(?:amendment|wind|nature|thoughts?|opinion))\b | (?<!\w)(?i:baker[’']?s\sdozen)
    | (?<!\w)(?i:million-dollar\squestion|one\sanother|no\sone|every\s?one|any\s?one|some\sone|one\sand\sonly|one\sby\sone|one\sday|at\sone\spoint)\b
    | (?<!\w)(?i:(?:at|for|in)\s(?:first|second)\s(?:glance|sight)|at\sfirst|first\sof\sall|in\sthe\sfirst\splace)\b
    """,
    re.VERBOSE,
)  # fmt: skip
_CURRENCY_GLUED = re.compile(
    r"(?:USD|EUR|GBP|AUD|CAD|NZD|HKD|SGD|JPY|CNY|RMB|INR|CHF|SEK|NOK|DKK|ZAR|BRL|MXN|MYR|THB|IDR|PHP|KRW|TWD|RUB|PLN|CZK"
    r"|HUF|TRY|ILS|AED|SAR|QAR|EGP|NGN|KES|GHS|PKR|LKR|BDT|VND|CDN|RM|PS|Rs|Rp|NIS|KSh|Ksh|Dh|Dhs|Tk|Mex|US|A|AU|C|CA|NZ|HK|S)\d",
)


def no_figures(text: str) -> list[tuple[int, int]]:
    """Stretches of `text` whose digits and number words are no figures, in their order."""
    return [
        (match.start(), match.end())
        for match in _SHAPES.finditer(text)
        if not (_CURRENCY_GLUED.match(match.group()) and not re.match(r"(?:A|C|S|US)\d", match.group()))
    ]


@cache
def _designator() -> re.Pattern[str]:
    names = "|".join(sorted((re.escape(word) for word in words("numbers_designators.txt")), key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{names})s?\.?\s(?:no\.?\s)?$", re.IGNORECASE)


def designated(text: str, start: int) -> bool:
    """Whether the number at `start` belongs to the designating word before it ("chapter 7", "Route 66")."""
    return bool(_designator().search(text, max(0, start - 24), start))
