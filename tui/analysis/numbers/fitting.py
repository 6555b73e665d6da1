"""Whether a form that reads like a unit is one here: what digits, case, spaces and the sentence say."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tui.analysis.numbers.lexicon import currencies, measures

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.analysis.numbers.draft import Draft
    from tui.analysis.numbers.lexicon import Measure

HEAT = re.compile(
    r"temperature|\btemps?\b|thermostat|weather|forecast|melt|boil|freez|oven|heat|\bhot|\bcold|cool|warm|chill"
    r"|climat|celsius"
    r"|fahrenheit|\bhighs?\b|\blows?\b|sweltering|fever|thermometer|mercury|in\sthe\s(?:shade|sun)\b|\bfrost|humid"
    r"|degrees\soutside|\bbak(?:e|ing)|\broast|\bcook|\bgrill|\bsimmer|\bfry|\bfried|\bbrew|\bincubat|pasteuri|\bice\b|\bsnow|\bsunny|\bcloud|\bshowers|\bdrizzl",
    re.IGNORECASE,
)
HEAT_LEVEL = re.compile(
    r"\b(?:hits?|hitting|reach(?:ed|es|ing)?|topp(?:ed|ing)|tops|soar(?:ed|s|ing)?\sto|plung(?:ed|es|ing)\sto|sets?\s(?:it|the\s\w+)\s(?:to|at)"
    r"|(?:it|outside|inside|indoors|outdoors)(?:[’']s|\swas|\sis|\swill\sbe|\s(?:feels?|felt)\slike)(?:\s(?:only|just|still))?"
    r")\s(?:about\s|around\s|nearly\s|almost\s|a\s)?$",
    re.IGNORECASE,
)
"""What is said of heat rather than of angles before a number of degrees."""
TEMPERATURES = re.compile(r"\b(?:temperatures?|temps?|highs?|lows?|mercury|thermometers?)\b", re.IGNORECASE)
ANGLE = re.compile(
    r"\b(?:angle|turn|rotat|tilt|lean|slope|steep|launch|bank|roll|lift|north|south|latitude|axis)", re.IGNORECASE
)
_WEIGHT = re.compile(
    r"\b(?:weigh|weight|heavy|heav|lift|gain|lost|lose|bench|catch|fish|baby|beef|meat|cargo|freight|payload)",
    re.IGNORECASE,
)
_MONEY = re.compile(r"£|\bpence\b|sterling|\b(?:cost|pric|paid|pay|worth|spen|fine[ds]?\b|earn|salar|wage|fees?\bs?\b"
r"|charit|fund-?rais|donations?\b|sponsor|cash\b|rents?\b|bills?\b|loans?\b|deposits?\b|compensation|owe[sd]?\b"
r"|banknotes?\b|grants?\b|damages\b|bonus|pension|charg(?:e[sd]?|ing)\b|inherit"
r"|profit|budget|invest|debt|euros?)",
                    re.IGNORECASE)  # fmt: skip


_GAP = re.compile(r"[ \u00a0]?\{?|[ ]?-[ ]?")
_LONGEST = 36
"""Characters the longest form of a unit may take."""


class Written(NamedTuple):
    """A form of a unit as it stands in the text."""

    gap: str
    """What stands between the number and it."""
    form: str
    """The form itself."""
    start: int
    """Its first code point."""
    end: int
    """One past the last, a closing brace included."""
    measure: Measure
    """What it stands for."""


def written(text: str, at: int, gap: re.Pattern[str] = _GAP) -> Iterator[Written]:
    """Yield the forms of units that begin at `at` after no more than a gap, the longest first."""
    for between in dict.fromkeys(match.group() for match in (gap.match(text, at), _HYPHEN.match(text, at)) if match):
        start = at + len(between)
        chunk = text[start : start + _LONGEST]
        for length in range(len(chunk), 0, -1):
            following = chunk[length : length + 1] or text[start + length : start + length + 1]
            primed = chunk[:length] in _PRIMES and following.isdigit()  # 6'2"
            if (following.isalnum() and not primed) or following in ("_", "²", "³") or chunk[length - 1].isspace():
                continue
            measure = measure_of(chunk[:length], tight=not between)
            if measure:
                end = start + length + (following == "}")
                yield Written(between, chunk[:length], start, end, measure)


_HYPHEN = re.compile(r"[ ]?-[ ]?")
_PRIMES = ("'", "’", "′")


@lru_cache(maxsize=65536)
def measure_of(form: str, tight: bool) -> Measure | None:
    """What a form stands for, `tight` where it follows the digits without a space."""
    form = form.replace("’", "'")
    if form == "PS":  # before a number these are pounds, after it metric horsepower
        return measures().get(form, tight)
    return currencies().get(form, tight) or measures().get(form, tight)


_INITIALS = frozenset("AVWJNRLK")
"""Symbols of units that are initials and words too: "3 A levels"."""
_AFTER_INITIAL = re.compile(r"\s?(?:[.,;:)/]|$|(?:of|at|per|and|is|was|for|to|in|from|with|through|or|a|an)\b)")
_NAMES = frozenset("stone hand cup cups mark marks crown miles mile bar pound yard second gross".split())
"""Units that are names where they have a capital."""
_ONLY_LARGE = frozenset(
    "marks won rand real kip sol som pula taka kina dong crown crowns mark lari birr kuna colon".split()
)


_SENTENCE_ENDS = re.compile(r"\s*$|\s*\n|\s+[“\"‘]?[A-Z]|[”\"’)]")


def fits(text: str, draft: Draft, found: Written, sentence: tuple[int, int]) -> bool:
    """Whether a form that reads like a unit is one here."""
    form, gap, end, measure = found.form, found.gap, found.end, found.measure
    low, digits = form.lower(), draft.digits
    value = draft.value if isinstance(draft.value, float) else 0.0
    if form[:1].isupper() and form[1:].islower() and low in _NAMES:
        return False
    if (
        low == "s"
        and value % 10 == 0
        and re.search(
            r"(?:mid|early|late|low|high)[-\s]$|\b(?:the|his|her|their|my|your|our)\s$",
            text[max(0, draft.start - 6) : draft.start],
        )
    ):
        return False  # "in the mid-60s", "her 20s"
    if (low in ("s", "h") and value >= 1000) or (low == "s" and re.search(r"[A-Z]\w*\s$", text[: draft.start][-12:])):
        return False
    after = text[end : end + 12]
    if form.find(".") == len(form) - 1 > 2 and _SENTENCE_ENDS.match(after):  # "5 pct. The firm"
        return False
    if form in (*_PRIMES, '"', "″"):
        return _feet_or_inches(text, draft, form, gap, after, sentence)
    if form in _INITIALS and gap and not _AFTER_INITIAL.match(after):
        return False
    coded = measure.kind == "money" and len(form) == 3 and form.isupper() and gap == " "
    if coded and re.match(r"\s(?!bills|notes|banknotes)[a-z]+s\b", after):  # "29 PLN employees"
        return False
    if len(form) <= 2 and form.isalpha() and not digits and form not in ("km", "kg", "cm", "mm", "hp"):
        return False
    if "-" in gap and " " in gap:
        return False
    if low in ("second",) and (
        re.match(r"[-\s](?:half|place|tier|round|hand)", after) or (value > 1 and "-" not in gap)
    ):
        return False
    if form == "st":
        return bool(re.match(r"\s?\d{1,2}\s?(?:lbs?|pounds)\b", after))
    if form == "l" and gap:
        return bool(re.match(r"\s?(?:[.,;)]|$|of\b)", after))
    if low == "centuries" and abs(value) < 1:  # "scored half centuries"
        return False
    if low in ("degree", "degrees") and not digits:
        zero = re.match(r"\s(?:below|above)\s(?:zero|freezing)\b", after + text[end + 12 : end + 20])
        return value < 0 or zero is not None or bool(HEAT.search(text, *sentence) or ANGLE.search(text, *sentence))
    if low == "c" and measure.kind == "money":
        return not gap
    if form == "p":
        return not re.match(r"\.?\s?m\b|\.", after) or (
            after.startswith((". ", ".")) and not re.match(r"\.\s?m", after)
        )
    if low in _ONLY_LARGE:
        return value >= 100
    if low in ("pound", "pounds"):
        return True
    if low in ("sterling", "sen", "lei", "lev", "tala", "rial", "rials", "buck"):
        return value >= 1
    if low in ("stone", "stones", "hand", "bit", "bits", "cup", "cups", "knot", "knots", "proof", "tons"):
        if low in ("bit", "bits"):
            return digits or value in (1, 8, 16, 32, 64)
        return True
    if low == "bar":
        return not gap or bool(re.match(r"\s?(?:[.,;:)(]|$)|\s(?:of\spressure|and|or|to|at|in|for)\b", after))
    if low == "stone":
        return value >= 3 and not re.match(r"\s(?:walls?|house|statue|building|steps?)", after)
    if low == "in" and "-" not in gap:
        return not gap and not after[:1].isalpha()
    if form == "m" and not gap and re.match(r"-", after):
        return True
    return form not in ("C", "F")


def _feet_or_inches(text: str, draft: Draft, form: str, gap: str, after: str, sentence: tuple[int, int]) -> bool:
    """A prime or a straight quote after digits is a unit only where it cannot close a quotation."""
    if not draft.digits or (gap and form not in ('"', "″")) or (after[:1].isalpha()):
        return False
    if form in ("′", "″"):
        return True
    opened = text.count(
        form, max(0, draft.start - 5000, text.rfind("\n", max(0, draft.start - 5000), draft.start) + 1), draft.start
    )
    if form == '"':
        return opened % 2 == 0 and bool(re.match(r"\s\w|[,.)x×]|$", after))
    return bool(re.match(r"\s?\d|\s[a-z]|[,.)]|$", after)) and not re.search(
        r"(?<!\w)['’‘]\w", text[sentence[0] : draft.start]
    )


_PAID_POUNDS = re.compile(
    r"\b(?:stole|stolen|owe[sd]?|borrow(?:s|ed)?|lent|bets?|bequeath\w*|squander\w*|donat(?:e[sd]?|ing)|embezzl\w*)\s"
    r"(?:[\w’'.,-]+\s){0,3}$"
)
_RAISED = re.compile(r"\b(?:rais(?:e[sd]?|ing))\s(?:[\w’'.,-]+\s){0,3}$")
"""What is done with pounds that are money."""
_CASH = re.compile(
    r"\s(?:(?:ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[\s-](?:five|nine))?|\d\d(?=p?\b))p?\s*(?:[.,;]|$)"
    r"|[\s-](?:note|coin|banknote|bet|fine|ticket|voucher)s?\b"
)
"""What makes pounds money: pence spoken without their unit ("two pounds fifty"), a note, a coin."""


def _paid_in_pounds(text: str, draft: Draft) -> bool:
    """Whether a verb of paying governs the pounds: "stole 300 pounds", "raised 300 pounds for the choir"."""
    lead = max(0, draft.start - 40)
    raised = text.startswith(" for ", draft.end) and _RAISED.search(text, lead, draft.start)
    return bool(raised or _PAID_POUNDS.search(text, lead, draft.start))


def settle_pounds(text: str, draft: Draft, sentence: tuple[int, int]) -> None:
    """Decide what "pounds" are: money where the sentence speaks of money or the amount is in millions, else weight."""
    if draft.unit != "pound" or draft.kind != "money":
        return
    value = draft.value if isinstance(draft.value, (int, float)) else draft.high or 0.0
    form = text[draft.unit_start : draft.end]
    heavy = _WEIGHT.search(text, *sentence) or re.match(
        r"\sof\s(?!debt|aid|fund|money|invest|savings|public)", text[draft.end : draft.end + 12]
    )
    cash = _CASH.match(text, draft.end) is not None or (not heavy and _paid_in_pounds(text, draft))
    told = cash or _MONEY.search(text, *sentence) is not None
    money = value >= 1e6 or (told and (cash or not heavy))
    draft.kind = "money" if money and (told or not draft.adjectival or value >= 1e6) else "quantity"
    draft.unit = "pound sterling" if draft.kind == "money" and form else "pound"


_SCALE_OF_HEAT = re.compile(r"\s?[°º]?\s?(?P<letter>[CFK])(?![\w/’'-])")
_IT_WAS = re.compile(
    r"\b(?:was|is|kept|stored|reach(?:es|ed)?|hit|to|at|above|below|exceed(?:s|ed)?|near(?:ly)?|about|around)\s$",
    re.IGNORECASE,
)


_NEAR_END = re.compile(r"\d+(?:\.\d+)?\s?[-–]\s?$")
"""The near end of a range, which stands before the degrees of its far end: "kept at 20-22C"."""
_LEVEL = re.compile(
    r"\b(?:to|of|at|around|about|near|nearly|between|from|hit|hits|reach(?:ed|es|ing)?|above|below|over|under|topp?(?:ed|ing|s)|like"
    r"|touch(?:ed|es|ing)|was|were|is|are|be)\s(?:-\s)?$"
)
_SUBJECT_OF_HEAT = re.compile(
    r"\b(?:temperatures?|thermometers?|mercury)\b|(?:^|\b(?:overnight|daytime|with|and)\s)(?:highs|lows)\s"
    r"(?:will|near|around|of|between|reach|could|may|are)\b",
    re.IGNORECASE,
)
_FEELS_LIKE = re.compile(r"\b(?:feels?|felt)\slike\s$")
_IN_THE_SHADE = re.compile(r"\sin\sthe\s(?:shade|sun)\b")
_NO_NOUN = re.compile(
    r"\s*(?:[.,;:)]|$)|\s(?:in|on|at|and|or|to|with|this|over|during|for|last|before|after|overnight|today|tomorrow"
    r"|yesterday|but|while|when|across|out|outside|indoors|by\s(?:noon|night|dawn|dusk|the|mid))\b"
)


def bare_temperature(text: str, draft: Draft, sentence: tuple[int, int], warm: bool = False) -> None:
    """ "12 C" and "30C" are temperatures where the sentence speaks of heat or, `warm`, has told a temperature.

    So is a bare number that "temperatures" reach: "lows will drop to -3".
    """
    level = (
        draft.bare
        and isinstance(draft.value, float)
        and -100 < draft.value < 130
        and "%" not in text[draft.end : draft.end + 2]
    )
    if level and _IN_THE_SHADE.match(text, draft.end):
        draft.kind, draft.unit = "temperature", "degree"
        return
    if level and _NO_NOUN.match(text, draft.end) and _LEVEL.search(text, max(0, draft.start - 12), draft.start):
        lead = text[max(sentence[0], draft.start - 80) : draft.start]
        frozen = isinstance(draft.value, float) and draft.value < 0 and _FEELS_LIKE.search(lead)
        if _SUBJECT_OF_HEAT.search(lead) or frozen:
            draft.kind, draft.unit = "temperature", "degree"
            return
    match = _SCALE_OF_HEAT.match(text, draft.end)
    if not match or not draft.bare or not draft.digits or not isinstance(draft.value, float):
        return
    heat = warm or HEAT.search(text, *sentence) is not None
    said = (
        bool(_IT_WAS.search(_NEAR_END.sub("", text[max(0, draft.start - 24) : draft.start])))
        and draft.value < 150
        and match["letter"] != "K"
    )
    alone = text[slice(*sentence)].strip(" .!?") == text[draft.start : match.end()]
    likely = draft.value > 0 if match["letter"] == "K" else -460 < draft.value < 2000
    if likely and (heat or said or alone or draft.value < 0):
        draft.kind, draft.end = "temperature", match.end()
        draft.unit = {"C": "celsius", "F": "fahrenheit", "K": "kelvin"}[match["letter"]]
