"""Where sentences end. Rules, not a model, so that the reader has sentences before any analysis has run.

The approach is that of Grefenstette and Tapanainen (1994): every full stop is a candidate, and lists of abbreviations
by how they behave, with the word that follows, decide. Closing quotation marks and brackets stay with their sentence.
"""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_CANDIDATE = re.compile(
    r"""(?P<stop>[.!?…]+)                       # the stop itself
        (?P<close>(?:\s?[”»]|["'’)\]])*)        # marks that close with it; a scraped text may set a space before them
        (?:(?P<gap>\s+)|(?=[“„«]))              # white space, or an opening mark straight after
        (?P<open>["“„«‘'(\[¿¡–—-]*)             # marks that open what follows
        (?P<next>\w+(?:['’]\w+)?)?              # its first word""",
    re.VERBOSE,
)
_LAST_WORD = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]$|[\w’'-]+$")

_NEVER = frozenset(
    "mr mrs ms messrs mx dr prof rev fr hon gov sen sens rep reps pres gen lt col maj capt cpl sgt cmdr adm supt insp "
    "det sir amb atty asst assoc dep st ste mt ft no nos pp vol ed eds fig vs v approx est viz cf eg ie e.g i.e".split()
)
"""Abbreviations that stand before something and so never end a sentence."""
_SOMETIMES = frozenset(
    "inc corp ltd co llc plc bros jr sr esq etc al jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed "
    "thu thur thurs fri sat sun ave blvd rd dept univ ph.d calif fla ariz mass pa va tex ill mich minn conn ga okla "
    "ore wash wis colo kan ala ark del ind ky la md miss mo mont neb nev tenn vt a.m p.m".split()
)
"""Abbreviations that can also end a sentence: only where the next word is one that starts sentences."""
_STARTERS = frozenset(
    "the a an this that these those he she it they we i you his her its their our my your there here in on at by for "
    "from with to as if when while since after before during until although though because but and or so yet nor not "
    "no what who why how where which both some many most several few all each every other another one two three "
    "however meanwhile moreover still then now also later last next earlier until despite among under over more than "
    "it's he's she's they're we're i'm that's there's it’s he’s she’s they’re we’re i’m that’s there’s don’t don't "
    "asked according".split()
)
_SAYING = re.compile(
    r"(?:[\w’'.-]+\s+){0,3}?(?:said|says|asked|asks|added|replied|wrote|told|tweeted|shouted|cried|wondered|exclaimed"
    r"|continued|recalled|joked|insisted|declared|demanded|answered|responded|yelled|posted|quipped|chanted)\b"
)


def split_sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each sentence of one paragraph, `text[start:end]`, without surrounding white space."""
    begin = start
    for match in _CANDIDATE.finditer(text, start, end):
        if match.start() > begin and _ends(text, begin, match, end):
            stop = match.end("close")
            yield begin, stop
            begin = match.end("gap") if match.group("gap") else stop
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    if begin < end:
        yield begin, end


def _ends(text: str, begin: int, match: re.Match[str], end: int) -> bool:
    """Whether the candidate ends the sentence that began at `begin`."""
    stop, close, following = match.group("stop"), match.group("close"), match.group("next") or ""
    opened = match.group("open")
    if match.end() >= end and not following:
        return False
    if following[:1].islower() and not (opened[:1] in ("“", "„", "«") and stop == "." and not close):
        return False
    if not following and not opened:
        return stop != "."
    if set(stop) & set("!?") and close and _SAYING.match(text, match.end("gap") if match.group("gap") else 0, end):
        return False
    if stop != "." or close.strip("\"'’”»"):
        return True
    word_match = _LAST_WORD.search(text, max(begin, match.start() - 30), match.start())
    if word_match is None:
        return True
    word = word_match.group().lower()
    starts = following.lower() in _STARTERS
    if word in _NEVER:
        return word in ("no", "nos") and not following.isdigit()  # "No. 5", but "He said no."
    if word in _SOMETIMES or "." in word:
        return starts or bool(close)
    if len(word) == 1 and word.isalpha():
        return (starts and word != "i") or bool(close)
    # "1. First point": the number of a list's item belongs to it
    return not (word.isdigit() and word_match.start() == begin)
