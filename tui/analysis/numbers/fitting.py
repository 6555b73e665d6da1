"""Whether a form that reads like a unit is one here: what digits, case, spaces and the sentence say."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tui.analysis.numbers.heat import ANGLE, HEAT
from tui.analysis.numbers.lexicon import currencies, measures

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.analysis.numbers.draft import Draft
    from tui.analysis.numbers.lexicon import Measure

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
        heavy = not gap and _WEIGHT.search(text, *sentence) is not None
        return heavy or bool(re.match(r"\s?\d{1,2}\s?(?:lbs?|pounds)\b", after))
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
