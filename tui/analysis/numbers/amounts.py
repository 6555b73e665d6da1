"""From a numeral to an amount: its scale letter ("2.7m"), currency, unit, percentage, age or temperature."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from tui.analysis.numbers.draft import Draft
from tui.analysis.numbers.fitting import fits, written
from tui.analysis.numbers.heat import ANGLE, HEAT, HEAT_LEVEL
from tui.analysis.numbers.lexicon import Measure, currencies, number_words
from tui.analysis.numbers.rates import rate
from tui.analysis.numbers.spoken import grand, part_of_a_cent

if TYPE_CHECKING:
    from tui.analysis.numbers.fitting import Written
    from tui.analysis.numbers.reading import Numeral

_SIGNS = "$€£¥₹₩₪₺₽₴₫₦₱฿₸₮֏₼៛₡₲৳₿₭₾₵＄"
_PREFIX = re.compile(
    rf"""(?<![^\W\d_])(?:
        (?P<sign>(?:(?:(?:us|u\.s\.?|canadian|australian|hk|nz|au|can|cdn|c|nt|aud|cad|usd|nzd|hkd|sgd
            |mex)(?=\s?\$)|[A-Z][A-Za-z]{{0,3}}(?=[{_SIGNS}]))\s?)?
            [{_SIGNS}](?:US|AUD|AU|A|NZ|CAD|CA|C|HK)?)
      | (?P<name>dollars?|euros?|yen|sen|[dsn]kr)
      | (?P<code>[A-Z]{{2,3}}|(?-i:R(?=\d|$))|Rs\.?|Re\.?|Rp\.?|[KTU]?Shs?\.?|Dhs?|Tk|SFr|FFr|DM|Y=)
    )\s{{0,2}}(?P<minus>[-−])?$""",
    re.VERBOSE | re.IGNORECASE,
)
_WORD_CODES = frozenset(
    "ALL TOP CUP MOP GEL TRY BAM LAK SOS PEN COP ANG NAD MAD RON BOB SIT CHE STN NIO CVE MUR WST DOP "
    "TL DM RM PS".split()
)
"""Codes that are English words or initials too: before a number they are currencies only where more speaks for it."""
_SHORT_FORMS = frozenset("Kr Rs Re Rp KSh Ksh TSh USh Sh Shs Dh Dhs Tk SFr FFr".split())
_LOWER_CODES = frozenset("usd eur gbp cad aud nzd jpy cny rmb inr chf".split())
_LETTER = re.compile(
    r"(?P<tight>k|K|bn|Bn|BN|tn|Tn|trn|mn|Mn|mio|mln|mil|bln|b|B|M|m|T|t|G|mm|MM)(?![\w²³/])"
    r"|\s(?P<loose>bn|BN|tn|mn|mln|mil|bln|m|B|M|T|G|K)(?![\w²³/'’-]|\.\w)"
    r"|\s?(?P<coded>M|bn)(?=(?:USD|EUR|GBP|SEK|NOK|DKK|CHF|CAD|AUD|NZD|INR)\b)"
)
_SCALES = {"k": 1e3, "bn": 1e9, "tn": 1e12, "trn": 1e12, "mn": 1e6, "mio": 1e6, "mln": 1e6, "mil": 1e6, "bln": 1e9,
           "b": 1e9, "m": 1e6, "t": 1e12, "g": 1e9, "mm": 1e6}  # fmt: skip
_TIME_UNIT = r"(?P<unit>second|minute|hour|day|week|month|year|yr|decade|century)s?"
_AGE = re.compile(
    rf"[\s-]?{_TIME_UNIT}(?:[\s-]{{1,2}}olds?\b|\s+of\s+age\b)|\s?(?P<yo>y\.?o\.?|y/o|yrs?\sold)(?!\w)", re.IGNORECASE
)
_AGED = re.compile(
    r"\b(?:aged?|ages\s(?:of|between|from)|ages|age\s(?:of|between|from)|at\sage|the\sage\sof|turned|turns|turning"
    r"|(?:will|would|[’']ll|to|soon|can|may|might|before\s\w+|when\s\w+)\sturn)\s"
    r"(?:about\s|around\s|just\s|only\s|over\s|under\s|between\s|from\s)?$",
    re.IGNORECASE,
)
_AGE_LIMIT = re.compile(r"\b(?P<side>over|above|past|under|below|up\sto)\s(?:the\s)?age\sof\s$", re.IGNORECASE)
_PERCENT_OF = re.compile(r"(?<!\w)(?<!\d\s)(?:per\s?cents?|percentages?)\sof\s$", re.IGNORECASE)
_PART_OF_ONE = re.compile(
    r"\s(?:a|of\s(?:an?|one|1))(?=\s(?:per[\s-]?cent|percentage\spoint|basis\spoint|pct)\b)|\s(?:of\s)?an?(?=\s[a-z]{3,})"
)
"""What stands between a fraction and the one unit it is of: "half a percentage point", "a quarter of a mile"."""
_OR_SO = re.compile(r"(?:\sor\sso|\sor\s(?P<more>more|fewer|less)|-odd|\sodd|-(?P<plus>plus))(?=\s)")
"""What stands between an open amount and its unit: "40 or more miles", "30-odd kilometres"."""
_BELOW_ZERO = re.compile(r"\s(?:below|under)\s(?:zero|0)\b|\sof\sfrost\b", re.IGNORECASE)
_OF_A_YEAR = re.compile(r"\b(?:in|at|constant)\s$", re.IGNORECASE)
_PRICES = re.compile(r"(?<=\b(?:19|20)\d\d)\s(?:dollars|pounds|euros|yen|money|prices|terms)\b")
_MINUS = re.compile(r"(?:(?<=[\s(])[-−]|\b(?:minus|negative)\s)$", re.IGNORECASE)
"""A minus before a currency: "-$5 million"."""
_RACE = re.compile(r"[\s-](?:race|run|walk|swim|jog|runners?|road\srace|fun\srun|course|championships?|time\strial)\b")
"""What a distance of so many "K" is for: "a 10K race"."""
_ACROSS = re.compile(r"\s(?P<unit>in)\s(?:wide|long|tall|thick|high|deep|across|diameter|diam|by\s\d|[x×]\s?\d)")
"""What makes "in" inches: "0.5 in wide"."""
_TAIL = re.compile(r"[-\s]?(?:(?P<more>hundred|thousand|million|billion|trillion|bn|m)(?!\w))?", re.IGNORECASE)


def amount(text: str, numeral: Numeral, sentence: tuple[int, int]) -> Draft:
    """The figure that `numeral` begins, with what belongs to it; `sentence` is where its sentence stands."""
    draft = Draft(
        numeral.start, numeral.end, value=numeral.value, core=(numeral.start, numeral.end), digits=numeral.digits
    )
    if numeral.form == "ordinal":
        draft.kind = "ordinal"
        return draft
    if numeral.form == "fraction" and abs(numeral.value) < 1:
        draft.kind = "fraction"
    if numeral.scaled:
        last = re.split(r"[\s-]+", text[numeral.start : numeral.end])[-1].lower()
        draft.scale = number_words().get(last, ("", 1.0))[1]
    prefix = _currency_before(text, draft)
    _scale(text, draft, numeral, prefix)
    thousands = grand(text, draft)
    if prefix:
        _after_prefix(text, draft, prefix)
        return draft
    if draft.unit or thousands or _age(text, draft):
        return draft
    head = _PERCENT_OF.search(text, max(0, draft.start - 16), draft.start)
    if head and re.match(r"\s*(?:$|[.,;:?!)])", text[draft.end : draft.end + 3]):  # "what is per cent of 10"
        draft.kind, draft.start, draft.unit_start = "percent", head.start(), head.start()
        return draft
    _unit(text, draft, sentence)
    return draft


def _currency_before(text: str, draft: Draft) -> Measure | None:
    """The currency written before the number; the figure then begins with it."""
    window = max(0, draft.start - 14)
    match = _PREFIX.search(text[window : draft.start])
    if not match:
        return None
    form = match["sign"] or match["code"] or match["name"]
    if match["code"]:
        if not form.isupper() and form.lower() not in _LOWER_CODES and form.rstrip(".") not in _SHORT_FORMS:
            return None
        tight = match.end("code") == match.end()
        scaled = isinstance(draft.value, float) and draft.value >= 1000
        letter = _LETTER.match(text, draft.end) is not None
        if form.upper() in _WORD_CODES and not (tight or scaled or letter or form in ("RM", "DM")):
            return None
        if form.isupper() is False and len(form) < 3 and form not in ("Rs", "Re", "Rp", "Tk", "Dh", "Kr", "Sh"):
            return None
    spoken = match["name"] and not form.lower().endswith("kr")
    if spoken and not (
        form.lower().startswith(("dollar", "yen", "sen"))
        and isinstance(draft.value, float)
        and (
            draft.value >= 1000
            or re.match(r"\s(?:million|billion|trillion)", text[draft.end : draft.end + 9])
            or "." in text[draft.start : draft.end]
        )
    ):
        return None
    flat = re.sub(r"[\s.]", "", form)
    spelt = [form, flat, flat.upper()] if "$" in flat or flat.isalpha() else [form, flat]
    if match["sign"] and len(flat) > 1:
        spelt.append(re.sub(r"[^\W_]+", "", flat))
    found = next((measure for name in spelt if (measure := currencies().get(name))), None)
    if found is None:
        return None
    lead = text[max(0, window + match.start() - 4) : window + match.start()]
    if re.search(r"\d\s*$", lead) and text[draft.start - 1].isspace():  # "10 $ 30 cents": it belongs to what it follows
        return None
    if match["sign"] and re.search(
        r"(?<!\w)(?:US|U\.S\.)\s?$", text[max(0, window + match.start() - 5) : window + match.start()]
    ):
        found = Measure("money", "dollar")
    draft.start = window + match.start()
    signed = (
        _MINUS.search(text, max(0, draft.start - 12), draft.start) if draft.start == window + match.start() else None
    )
    if signed:
        draft.start = signed.start()
    if (match["minus"] or signed) and isinstance(draft.value, float):
        draft.value = -abs(draft.value)
    return found


def _scale(text: str, draft: Draft, numeral: Numeral, prefix: Measure | None) -> None:
    """Take in a scale letter: "m" means a million after a currency, "k" a thousand anywhere."""
    match = _LETTER.match(text, draft.end)
    if not match or not isinstance(draft.value, float) or not (numeral.digits or match["coded"]):
        return
    letter = match["tight"] or match["loose"] or match["coded"]
    plain = not text[draft.core[0] : draft.core[1]].startswith(".")
    if letter == "K" and match["tight"] and not prefix and _RACE.match(text, match.end()):
        draft.kind, draft.unit, draft.unit_start, draft.end = "quantity", "kilometer", match.start(), match.end()
        draft.adjectival = True
        return
    if letter in ("m", "t", "mm", "MM", "T") and not prefix:
        return
    if letter == "M" and not prefix and re.match(r"\s(?:x|×|by|tall|long|wide)\b", text[match.end() : match.end() + 6]):
        return
    if (
        letter == "B"
        and match["loose"]
        and not prefix
        and not re.match(r"\s[a-z]", text[match.end() : match.end() + 2])
    ):
        return
    if letter in ("G", "K") and match["loose"] and (draft.value < 10 or letter == "K"):
        return
    if letter == "G" and draft.value < 10:
        return
    if plain:
        draft.scale = _SCALES[letter.lower()]
        draft.value *= draft.scale
        draft.end = match.end()
        draft.core = (draft.core[0], match.end())


def million_letter(text: str, draft: Draft) -> bool:
    """Whether a bare "m" straight after the digits could stand for a million (what follows must decide)."""
    return bool(
        draft.digits
        and text[draft.core[1] : draft.core[1] + 1] == "m"
        and not re.match(r"\w", text[draft.core[1] + 1 : draft.core[1] + 2])
    )


def _after_prefix(text: str, draft: Draft, prefix: Measure) -> None:
    """What may follow an amount that has its currency already: its name once more, or the country."""
    draft.kind, draft.unit = "money", prefix.name
    draft.unit_start = draft.start
    part_of_a_cent(text, draft)
    after = re.compile(
        r"\s?(?:(?P<us>US(?:D)?|U\.S\.)(?![\w$])|(?P<ca>CAD|CDN|Canadian(?=\s(?:dollars?)?|[.,;]))(?!\w)"
        r"|(?P<au>AUD|Australian(?:\sdollars?)?)(?!\w))(?!\s[a-z]+\s(?:million|billion))(?:\s(?=dollars?\b))?"
    ).match(text, draft.end)
    if (
        prefix.name == "dollar"
        and after
        and re.match(r"\s?(?:dollars?\b|a\b|an\b|per\b|in\b|$|[.,;:)])", text[after.end() : after.end() + 10])
    ):
        draft.unit = "dollar" if after["us"] else "canadian dollar" if after["ca"] else "australian dollar"
        draft.end = after.end()
    again = re.compile(r"\s(?:US\s|U\.S\.\s)?dollars?\b").match(text, draft.end) if draft.unit == "dollar" else None
    draft.end = again.end() if again else draft.end
    if draft.unit == "japanese yen":
        yen = re.compile(r"\s?yen\b").match(text, draft.end)
        draft.end = yen.end() if yen else draft.end


def _age(text: str, draft: Draft) -> bool:
    match = _AGE.match(text, draft.end)
    if match:
        unit = (match["unit"] or "year").lower()
        draft.kind, draft.unit, draft.end = "age", "year" if unit == "yr" else unit, match.end()
        draft.unit_start = match.start()
        draft.adjectival = "-old" in match.group().lower()
        return True
    before = _AGED.search(text[max(0, draft.start - 26) : draft.start])
    years = re.compile(r"\s(?P<unit>years?|months?|weeks?|days?)\b(?!\sof)").match(text, draft.end)
    small = isinstance(draft.value, float) and 0 < draft.value < 120
    if (
        before
        and small
        and draft.kind == "count"
        and not re.match(
            r"(?:\s|-)?(?:%|percent|per\scent|million|st\b|nd\b|th\b|of\s(?!age\b))|\s?:\d",
            text[draft.end : draft.end + 9],
        )
    ):
        if (
            re.search(r"turn(?:ed|s|ing)?\s$", before.group())
            and re.match(
                r"\s(?:(?!this|his|was|is|as|its|years)\w+s|people|men|women|children)\b",
                text[draft.end : draft.end + 16],
            )
            and not years
        ):
            return False
        draft.kind, draft.unit = "age", "year"
        _age_limit(text, draft, len(before.group()))
        if years:
            draft.unit, draft.end = years["unit"].rstrip("s"), years.end()
        if re.match(r"aged?\s", before.group(), re.IGNORECASE):
            draft.start -= len(before.group())
        return True
    return False


def _age_limit(text: str, draft: Draft, lead: int) -> None:
    """ "over the age of 18" is a bound on an age; `lead` characters before it speak of age."""
    limit = _AGE_LIMIT.search(text, max(0, draft.start - lead - 14), draft.start)
    if limit:
        side = limit["side"].lower()
        draft.bound = (
            "at most" if side == "up to" else "more than" if side in ("over", "above", "past") else "less than"
        )
        draft.start = limit.start()


def early_rate(text: str, draft: Draft) -> None:
    """Take in what an amount with a unit is per, so that the ends of a range are alike: "1.3 A/cm2 to 2 A/cm2"."""
    if draft.unit is not None and draft.kind in ("money", "quantity") and draft.unit_start >= draft.start:
        rate(text, draft, draft.end)


def _unit(text: str, draft: Draft, sentence: tuple[int, int]) -> None:
    """Take in the unit or currency that follows the numeral, if one does and the context lets it be one."""
    if _OF_A_YEAR.search(text, max(0, draft.start - 10), draft.start) and _PRICES.match(text, draft.end):
        return  # "in 2010 dollars"
    part = _PART_OF_ONE.match(text, draft.end) if abs(_number(draft)) < 1 else None
    candidates = list(written(text, part.end() if part else draft.end)) or _after_adjective(text, draft)
    so = None if candidates else _OR_SO.match(text, draft.end)
    if so:  # "40 or more miles"
        candidates = [unit for unit in written(text, so.end()) if unit.form.isalpha() and len(unit.form) > 2]
    found = next((candidate for candidate in candidates if fits(text, draft, candidate, sentence)), None)
    if found is None:
        _without_unit(text, draft)
        return
    measure = found.measure
    if so and (so["more"] or so["plus"]):
        draft.bound = "at most" if so["more"] in ("fewer", "less") else "at least"
    elif so:
        draft.approximate = True
    draft.unit_start, draft.end = found.start, found.end
    draft.adjectival = "-" in found.gap
    if part:
        draft.core = (draft.core[0], part.end())  # the "one" of "half of one percent" is no figure of its own
    if measure.kind == "money":
        draft.kind, draft.unit = "money", measure.name
        _scale_after_code(text, draft)
    elif measure.kind == "percent":
        draft.kind, draft.unit = "percent", None if measure.name == "percentage" else measure.name
    elif (
        measure.name == "degree"
        and (
            HEAT.search(text, *sentence)
            or _number(draft) < 0
            or HEAT_LEVEL.search(text, max(0, draft.start - 24), draft.start)
        )
        and not ANGLE.search(text, *sentence)
    ):
        draft.kind, draft.unit = "temperature", "degree"
    else:
        draft.kind, draft.unit = measure.kind, measure.name  # type: ignore[assignment]
    if draft.kind == "temperature" or measure.name == "degree":
        _below_zero(text, draft)


_ERROR = re.compile(
    r"\bmargin[\s-]of[\s-](?:sampling\s)?error\s(?:\w+\s){0,3}?(?:plus[\s-]or[\s-]minus\s|[±]\s?|\+/-\s?|of\s|is\s|was\s)$",
    re.IGNORECASE,
)
_POINTS = re.compile(r"[\s-]points?\b")


def _without_unit(text: str, draft: Draft) -> None:
    """What needs no unit of the vocabulary to be a measure: "ten below zero", "0.5 in wide", an error of 3 points."""
    _below_zero(text, draft)
    points = _POINTS.match(text, draft.end)
    if points and _ERROR.search(text, max(0, draft.start - 60), draft.start):
        draft.kind, draft.unit = "percent", "percentage point"
        draft.unit_start, draft.end = points.start() + 1, points.end()
    across = _ACROSS.match(text, draft.end) if draft.digits else None
    if across:
        draft.kind, draft.unit = "quantity", "inch"
        draft.unit_start, draft.end = across.start("unit"), across.end("unit")


def _number(draft: Draft) -> float:
    return draft.value if isinstance(draft.value, float) else math.inf


def _below_zero(text: str, draft: Draft) -> None:
    """ "12 degrees below zero" is a temperature of -12."""
    below = _BELOW_ZERO.match(text, draft.end)
    if below and isinstance(draft.value, float):
        draft.kind, draft.value, draft.end = "temperature", -abs(draft.value), below.end()
        draft.unit = draft.unit or "degree"
        draft.core = (draft.core[0], below.end())


_ADJECTIVE = re.compile(
    r"\s(?:rushing|passing|receiving|total|combined|consecutive|straight|successive|full|whole|solid"
    r"|long|short|previous|past|further"
    r"|additional|extra|added|more|calendar|working|business|light|nautical|US|U\.S\.|american|canadian"
    r"|precious|gruel+ing|crucial|difficult|happy)(?=\s)"
)


def _after_adjective(text: str, draft: Draft) -> list[Written]:
    """A unit spelt out after an adjective: "240 rushing yards", "50 previous years"."""
    adjective = _ADJECTIVE.match(text, draft.end)
    found = written(text, adjective.end()) if adjective else ()
    return [unit for unit in found if len(unit.form) > 3 and unit.form.isalpha()]


def _scale_after_code(text: str, draft: Draft) -> None:
    """ "75 USD million": the scale stands after the code."""
    more = _TAIL.match(text, draft.end)
    if more and more["more"] and isinstance(draft.value, float) and text[draft.unit_start : draft.end].isupper():
        scale = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9, "trillion": 1e12}
        draft.value *= scale[more["more"].lower()]
        draft.end = more.end()
