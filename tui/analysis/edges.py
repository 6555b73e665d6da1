"""The model's entities with their edges put right: no titles, articles and possessives, nothing cut off or glued on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from tui.analysis import lexicon
from tui.analysis.spoken_edges import before_weekday, behind_role, behind_verb
from tui.analysis.words import is_hyphen

if TYPE_CHECKING:
    from tui.analysis.words import Words

Label = Literal["person", "organisation", "other"]

_LABELS: dict[str, Label] = {"PERSON": "person", "ORG": "organisation"}
_NAMELIKE = frozenset("PERSON ORG GPE LOC NORP FAC PRODUCT EVENT WORK_OF_ART LAW LANGUAGE".split())
PORTFOLIOS = frozenset(
    "State Defense Defence Energy Education Labor Labour Commerce Agriculture Transportation Transport Health Interior "
    "Justice Finance War Culture Tourism Information Foreign Home Affairs Exchequer Trade Industry Environment Science "
    "Immigration Communications Employment Housing Fisheries Forestry Planning Police Resources Sport Water".split()
)
"""What a minister or secretary is of."""
PARTICLES = frozenset(
    "abd van von der den de del della di da dos du la le al el bin ibn bint abu ben y ter ten af zu zum ul ur".split()
)
"""Small words inside names of people."""
_INSIDE = frozenset(
    ["of", "the", "and", "for", "&", "in", "on", "at", "against", "to", "de", "du", "des", "d'", "und", "e", "et"]
)
"""Lower-case words that the name of an organisation may hold."""
NEVER_INSIDE = frozenset(["DET", "ADP", "PRON", "AUX", "CCONJ", "SCONJ", "PUNCT", "NUM", "SYM", "PART", "INTJ"])
"""Parts of speech that names do not hold."""
CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september "
    "october november december jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec. jan feb mar apr jul aug "
    "sept oct nov dec".split()
)
"""Days and months: capitalised, but no part of a name."""
_GIVEN = frozenset(["Dean", "Duke", "Earl", "King", "Prince", "Baron", "Major", "Col", "Pope"])
"""Titles that are first names as well."""
_MARKS = frozenset("“”\"‘’'«»")
_ENDS_SPEECH = frozenset([",", ".", "!", "?", "…", "—", "–"])
_CHIEFS = frozenset(["CEO", "CFO", "CIO", "CTO", "COO", "CMO", "MP", "MEP", "MSP", "MLA", "Cllr"])
"""Offices in capitals, which no name holds."""
_PEOPLES = frozenset(["Welsh", "English", "French", "German", "Irish", "Scot", "Dane", "Turk", "Polish"])
"""Peoples that are surnames too."""
_SEATED = frozenset(["based", "owned", "led", "backed", "listed", "headquartered", "born", "trained"])
_PREFIXES = frozenset("pro anti post pre non ex neo mid trans cross inter".split())
_PARTIES = frozenset(["Republican", "Democratic", "Democrat", "Conservative", "Tory", "Labour", "Liberal"])
_CREEDS = frozenset(["Islamist", "Shiite", "Sunni", "Jihadist", "Communist", "Maoist", "Marxist"])
SUFFIXES = frozenset(["Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"])
"""What stands after a surname."""
HONOURS = frozenset("QC KC MBE OBE CBE KBE DBE MD PhD Ph.D. Ph.D Esq Esq. FRS".split())
"""Letters after a name that are no part of it."""


@dataclass(eq=False, slots=True)
class Candidate:
    """A stretch of words that may be a name."""

    weight: float
    """How sure the sign is."""
    first: int
    """Its first word."""
    last: int
    """One past its last word."""
    label: Label
    """What it would be; "other" keeps the words from being anything else."""


@dataclass(eq=False, slots=True)
class Name:
    """One occurrence of a name."""

    first: int
    """Its first word."""
    last: int
    """One past its last word."""
    label: Label
    """What it names; "other" is kept until the end so that nothing else is made of its words."""
    words: tuple[str, ...]
    """Its words as written."""
    sure: float = 1.0
    """How strong the sign was that brought it in."""
    titled: str = ""
    """The title straight before it."""
    former: bool = False
    """Whether it is what an organisation was called before."""


def is_title(words: Words, index: int) -> bool:
    """Whether a word is a title; behind another one "Dean" and "Earl" are first names."""
    text = words.text[index]
    if text not in lexicon.words("titles"):
        return False
    behind = index > 0 and words.sentence[index - 1] == words.sentence[index]
    before = words.text[index - 1] if behind else ""
    if text not in _GIVEN:
        return True
    known = before in lexicon.words("titles") or before in lexicon.words("first_names")
    return not (known or before.lower() in lexicon.person_nouns())


def is_cut_title(words: Words, stop: int) -> bool:
    """Whether a full stop is that of a title which the model has cut in two: "Lt" and "."."""
    if stop < 1 or words.text[stop] != "." or not words.glued(stop) or words.sentence[stop - 1] != words.sentence[stop]:
        return False
    return f"{words.text[stop - 1]}." in lexicon.words("titles")


def is_capital(words: Words, index: int) -> bool:
    """Whether a word can be part of a name."""
    if words.lower[index] not in CALENDAR:
        return words.text[index][0].isupper()
    after = words.text[index + 1 : index + 2]  # "Jan Novak", "Jan-Willem", not "Jan 5"
    return words.text[index] == "Jan" and bool(after) and (after[0][0].isupper() or after[0] == "-")


def model_candidates(words: Words) -> list[Candidate]:
    found = []
    inside = {i for first, last, kind in words.entities if kind in _NAMELIKE for i in range(first, last)}
    for first, last, kind in words.entities:
        if kind not in _NAMELIKE or "|" in words.text[first:last]:  # cells of a table are no name
            continue
        label = _LABELS.get(kind, "other")
        for start, end in _pieces(words, first, last, kind):
            a, b = trim(words, start, end, label)
            if a >= b or not any(words.text[i][0].isupper() or words.text[i][0].isdigit() for i in range(a, b)):
                continue
            if label != "other" and _shouted(words, a, b):
                continue
            kept = label
            if label == "organisation" and (start, end) != (first, last) and _is_persons(words, a, b):
                kept = "person"  # "Moth Choir with Ann Other", all of it an organisation to the model
            if label == "organisation" and start > first and words.text[start - 1] in _CHIEFS and b - a > 1:
                kept = "person"
            if kept == "person":
                a, b = _widen(words, a, b, inside)
                if body := _served(words, a, b):
                    found.append(Candidate(2.0, a, a + 1, body))
                    a += 1
            found.append(Candidate(2.0, a, b, kept))
    return found


def _served(words: Words, first: int, last: int) -> Label | None:
    """What the first word of a person's name is that belongs to the office before it; None where it is theirs.

    "MP for Stourmouth Ann Other" is of a place, "spokeswoman for Harrow Ann Other" mostly of a firm.
    """
    names = lexicon.words("first_names")
    if last - first < 3 or first < 2 or words.lower[first - 1] not in ("for", "of", "at", "to"):
        return None
    if words.text[first] in names or words.text[first + 1] not in names or words.text[first + 1] in PARTICLES:
        return None
    if words.sentence[first - 2] != words.sentence[first] or is_hyphen(words.text[first + 1]):
        return None
    office = words.lower[first - 2]
    if office not in lexicon.person_nouns() and words.text[first - 2] not in lexicon.words("titles"):
        return None
    return "organisation" if office.startswith("spokes") else "other"


def _is_persons(words: Words, first: int, last: int) -> bool:
    """Whether a piece of a name looks like a person's: a first name and one more word that is no head."""
    if last - first != 2 or words.text[first] not in lexicon.words("first_names") or words.text[first + 1].isupper():
        return False
    lists = ("organisation_heads", "company_suffixes", "place_words", "other_words", "places")
    return not any(words.text[first + 1] in lexicon.words(name) for name in lists)


def _widen(words: Words, first: int, last: int, inside: set[int]) -> tuple[int, int]:
    """A person's name with the first name before it, or the surname behind it, that the model has left out."""
    while first and last - first < 4 and first - 1 not in inside and _may_join(words, first - 1, first):
        if words.text[first - 1] not in lexicon.words("first_names") and last - first > 1:
            break
        first -= 1
    ahead = last
    while ahead < len(words) and words.text[ahead] in PARTICLES and words.sentence[ahead] == words.sentence[first]:
        ahead += 1
    if last < ahead < len(words) and _may_join(words, ahead, first):
        return first, ahead + 1
    if last - first == 1 and last < len(words) and last not in inside and _may_join(words, last, first):
        if words.text[first] in lexicon.words("first_names") and not words.text[last].isupper():
            last += 1
    elif last - first == 2 and last < len(words) and last not in inside and words.head[last - 1] == last:
        if words.dep[last - 1] == "compound" and _may_join(words, last, first) and not words.text[last].isupper():
            last += 1  # "John Fowler" of "John Fowler Bainbridge"
    return first, last


def _may_join(words: Words, index: int, beside: int) -> bool:
    """Whether a word can be one more part of the name of the person `beside` it."""
    text = words.text[index]
    if words.sentence[index] != words.sentence[beside] or words.pos[index] != "PROPN" or not is_capital(words, index):
        return False
    if (text.isupper() and len(text) > 2) or not all(c.isalpha() or c in ".'’" for c in text):
        return False
    lists = ("titles", "demonyms", "places", "organisation_heads", "company_suffixes", "place_words", "things")
    if any(text in lexicon.words(name) for name in lists) or (text,) in lexicon.known_organisations():
        return False
    return not {words.lower[index], words.lower[index].removesuffix("s")} & lexicon.person_nouns()


def _past_words(words: Words, index: int) -> bool:
    """Whether words in marks that end as speech does end just before a word: “Eight,” | Lee said."""
    if words.marked[index] == words.marked[index - 1]:
        return False
    last = index - 1
    while last and words.text[last] in _MARKS:
        last -= 1
    return words.text[last] in _ENDS_SPEECH


def _pieces(words: Words, first: int, last: int, kind: str) -> list[tuple[int, int]]:
    """A model entity cut where no name goes on: at the end of a sentence, at a word that names do not hold."""
    pieces = []
    start = first
    for index in range(first + 1, last):
        lower, text = words.lower[index], words.text[index]
        if text == "/" and index + 1 < last:
            pieces.append((start, index))
            start = index + 1
            continue
        if kind in ("PERSON", "ORG") and text in _CHIEFS and words.text[index - 1] != "&":
            pieces += [(start, index)] if start < index else []
            start = index + 1  # "Harrow CIO Ann Other"
            continue
        cut = words.sentence[index] != words.sentence[index - 1]
        cut = cut or _past_words(words, index)
        cut = cut or (kind == "ORG" and index == last - 2 and _names_holder(words, first, last))
        cut = cut or (kind == "PERSON" and _owned(words, index))
        if (
            kind in ("PERSON", "ORG")
            and not cut
            and text.islower()
            and not _hyphened(words, index)
            and (lower not in PARTICLES)
        ):
            if kind == "PERSON" or lower not in _INSIDE:
                cut = words.pos[index] in ("ADP", "CCONJ", "VERB", "AUX", "DET", "SCONJ", "ADV", "NOUN") and (
                    kind == "PERSON" or words.pos[index] != "NOUN"
                )
            elif lower == "the":
                cut = words.lower[index - 1] not in ("of", "for", "on", "in", "and", "to")
                cut = cut or (words.lower[index - 1] == "and" and _opens(words, index + 1))
            elif lower == "to":
                cut = True
        if cut:
            pieces.append((start, index))
            start = index
    if start < last:
        pieces.append((start, last))
    return pieces


def _names_holder(words: Words, first: int, last: int) -> bool:
    """Whether an organisation ends in the name of who has an office in it: "head of Norland Mining Ann Other"."""
    article = words.lower[first] == "the"
    if first < 2 or last - first - article < 3 or words.lower[first - 1] not in ("of", "for", "at", "in"):
        return False
    return words.lower[first - 2] in lexicon.person_nouns() and _is_persons(words, last - 2, last)


def _owned(words: Words, index: int) -> bool:
    """Whether a word stands behind an owner, so that no name goes on: the "Ann" of "Orr's Ann", "Davies’ Ann"."""
    before = words.text[index - 1]
    if before in ("'", "’"):
        return index > 1 and words.text[index - 2][-1] == "s" and words.glued(index - 1) and not words.glued(index)
    return words.tag[index - 1] == "POS" or (len(before) > 2 and before[-1] in "'’" and before[-2] == "s")


def _opens(words: Words, index: int) -> bool:
    """Whether an organisation of its own begins at a word: "the Campaign for X and the Friends of Y"."""
    opener = words.text[index : index + 1] and words.text[index] in lexicon.words("organisation_openers")
    return bool(opener) and words.lower[index + 1 : index + 2] in (["of"], ["for"])


def _hyphened(words: Words, index: int) -> bool:
    """Whether a word hangs on a hyphen, as in "Wong Kwok-hing"."""
    return index > 0 and is_hyphen(words.text[index - 1]) and words.glued(index) and words.glued(index - 1)


def _shouted(words: Words, first: int, last: int) -> bool:
    """Whether a name is written in capitals like the words beside it, so that nothing can be told from them."""
    if not all(w.isupper() and len(w) > 1 for w in words.text[first:last]):
        return False
    for index in (first - 1, last):
        if 0 <= index < len(words) and words.sentence[index] == words.sentence[first]:
            text = words.text[index]
            if len(text) > 3 and text.isupper() and text.isalpha() and words.pos[index] not in ("PROPN",):
                return True
    return last - first == 1 and len(words.text[first]) > 6 and words.text[first].isalpha()


def behind_seat(words: Words, first: int, last: int) -> int:
    """Where a name begins behind the place it is said to be of: "Singapore-based Lim Holdings"."""
    seated = last - first > 3 and is_hyphen(words.text[first + 1]) and words.lower[first + 2] in _SEATED
    return first + 3 if seated else first


def _behind_office(words: Words, first: int, last: int) -> int:
    """Where a name begins behind the place that an office before it is of: "ambassador to Norland Ann Other"."""
    if last - first < 3 or first < 2 or words.lower[first - 1] not in ("to", "for", "of", "in", "at"):
        return first
    firsts, office = lexicon.words("first_names"), words.lower[first - 2]
    if office not in lexicon.person_nouns() or words.sentence[first - 2] != words.sentence[first]:
        return first
    if words.text[first] in firsts or words.text[first] in lexicon.words("east_asian_surnames"):
        return first
    return next((n for n in range(first + 1, last - 1) if words.text[n] in firsts), first)


def trim(words: Words, first: int, last: int, label: Label) -> tuple[int, int]:
    """The edges of a name put right: no article, title, possessive or punctuation."""
    demonyms, firsts = lexicon.words("demonyms"), lexicon.words("first_names")
    nouns = lexicon.person_nouns()
    while first < last:
        lower = words.lower[first]
        edge = words.pos[first] in ("DET", "PUNCT", "ADP") and lower not in PARTICLES
        edge = edge or lower in ("<", ">")
        edge = edge or lower in ("the", "a", "an", "and", "or", "'s", "’s", "of", "to")
        if label == "person" and last - first > 1:
            text = words.text[first]
            edge = edge or is_title(words, first) or (text.islower() and lower not in PARTICLES) or text in demonyms
            kin = lower.removesuffix("s") in lexicon.words("kinship")  # "Brothers Luis and Diego Other"
            edge = edge or (
                text not in firsts and (lower in nouns or kin or text.endswith(("shman", "lshwoman", "chman")))
            )
        if not edge:
            break
        first += 1
    if label != "other" and last - first > 2 and words.lower[first] in _PREFIXES and is_hyphen(words.text[first + 1]):
        first = min(first + 3, last)  # "pro-Beijing"
    first = behind_seat(words, first, last) if label != "other" else first
    if label == "person":
        first = behind_role(words, behind_verb(words, _behind_office(words, first, last), last), last)
        last = before_weekday(words, first, last)
    while last > first:
        lower, text = words.lower[last - 1], words.text[last - 1]
        edge = words.tag[last - 1] == "POS" or lower in ("'s", "’s", "'", "’", "and", "or", "of", "the", "&", "for")
        edge = edge or (words.pos[last - 1] == "PUNCT" and text != ")") or is_hyphen(text) or text in "/|"
        edge = edge or (text == ")" and "(" not in words.text[first:last]) or text in ("<", ">")
        edge = edge or (label == "person" and last - first > 2 and text in HONOURS)
        if last - first > 1 and label != "other" and not _hyphened(words, last - 1):
            edge = edge or (text.islower() and lower not in PARTICLES)
            born = last - first == 2 and text in _PEOPLES and words.text[first] in firsts  # "Ann Welsh"
            edge = edge or (label == "person" and (text[0].islower() or (text in demonyms and not born)))
        if not edge:
            break
        last -= 1
    if last - first == 2 and words.text[first] in _PARTIES and words.text[first + 1] in ("Congress", "Senate", "House"):
        first += 1  # "the Republican Senate"
    if words.text[first : first + 1] and words.text[first] in _CREEDS:
        if tuple(words.text[first + 1 : last]) in lexicon.known_organisations():
            first += 1  # "the Islamist Muslim Brotherhood"
    if label == "person" and "et" in words.text[first + 1 : last]:
        last = first + words.text[first:last].index("et")  # "Other et al."
    for bracket in "([":
        if bracket in words.text[first:last]:
            last = first + words.text[first:last].index(bracket)
    return first, last


def title_before(words: Words, first: int) -> str:
    """The title straight before a word, or ""."""
    if first and is_title(words, first - 1) and words.sentence[first - 1] == words.sentence[first]:
        return words.text[first - 1]
    if first > 1 and is_cut_title(words, first - 1):
        return words.text[first - 2] + "."
    return ""
