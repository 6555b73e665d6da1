"""What speaks for a name being a person, an organisation or something else: its own words and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from tui.analysis import lexicon
from tui.analysis.edges import PORTFOLIOS
from tui.analysis.surnames import is_family
from tui.analysis.words import is_hyphen

if TYPE_CHECKING:
    from tui.analysis.words import Words

_SAYING = frozenset("say says said told tells added adds wrote writes tweeted asked argued recalled".split())
_STAFF = frozenset(
    "shares stock spokesman spokeswoman spokesperson ceo executives executive employees subsidiary workers "
    "workforce aides aide official press users customers headquarters board management profits profit revenue "
    "sales officials lawmakers chairman".split()
)
_BODILY = frozenset(
    "mother father wife husband son daughter brother sister parents family death birthday life lawyer lawyers attorney "
    "face hand hands head eyes voice career funeral lover children friends girlfriend boyfriend uncle aunt "
    "house flat apartment bedroom grave diary wedding childhood memoir fiancé fiancée grandmother".split()
)
_OF_COMPANIES = frozenset(
    "ceo founder co-founder cofounder takeover acquisition shareholder shareholders owner employee employees unit "
    "subsidiary division".split()
)
_INNER = ("Mc", "Mac", "O'", "O’", "De", "Di", "La", "Le", "Van", "D'", "D’", "Fitz", "N’", "N'", "Al", "El")
_WORK = frozenset(["work", "works", "worked", "working"])
_NOT_EMPLOYED = frozenset("player champion winner visitor guest fan resident prisoner spectator victim".split())
_ANALYSTS = frozenset(
    "analyst strategist economist consultant engineer broker trader lawyer attorney partner adviser advisor "
    "researcher scientist reporter correspondent meteorologist manager director executive trustee columnist journalist "
    "editor producer presenter critic blogger photographer".split()
)
"""Those who are "with" their employer."""
_NEAR = frozenset(["near", "north", "south", "east", "west", "outside", "around", "toward", "towards", "across"])
_PEERS = frozenset("Lord Lady Baron Baroness Viscount Viscountess Earl Countess Duke Duchess Marquess".split())
_CENTRES = frozenset(["Center", "Centre"])
_REALMS = frozenset(
    "Duchy Kingdom Empire Principality County Province Isle Isles Island Islands Bay Gulf Strait Straits Cape Lake "
    "Mount River Port Fort Valley Sea Republic Sultanate Emirate Caliphate City Town Village Borough District Parish "
    "Tower Palace Cathedral Barony Earldom Viceroyalty Siege Battle Treaty War Act Declaration Festival "
    "Covenant Protocol".split()
)
"""What begins the name of a place or an event before "of"."""
_TEXTS = frozenset(["Treaty", "Act", "Declaration", "Convention", "Agreement", "Protocol", "Covenant", "Charter"])
"""What begins the name of a law or treaty before "on" and "for" too."""
_DONE_TO_PEOPLE = frozenset(
    "nominated nominate nominates appointed elected arrested jailed sentenced convicted interviewed interviewing "
    "married executed assassinated beheaded acquitted imprisoned knighted crowned baptised baptized buried handcuffed "
    "detained hospitalised hospitalized murdered stabbed kidnapped widowed ordained canonised canonized".split()
)
_DONE_BY_PEOPLE = frozenset(
    "born died dies married resigned smiled laughed nodded shrugged wept cried sighed grinned whispered graduated wore "
    "retired sobbed blushed chuckled emigrated recalled drowned woke slept married divorced".split()
)
_DISTRICTS = frozenset(["School", "Schools", "Transit", "Health", "Fire", "Hospital", "Water", "Utility"])
"""Whose districts are bodies rather than places."""
_DONE_TO_BODIES = frozenset(
    "founded found cofounded co-founded establish established chaired headed joined join joins formed dissolved "
    "disbanded nationalised nationalized sued acquired acquire".split()
)
_VENUES = frozenset("Convention Shopping Sports Visitor Visitors Town City Community Exhibition Conference".split())
_ALONE = frozenset(
    "Justice Defence Defense Health Finance Energy Education Agriculture Transport Interior Commerce Labor Authority "
    "Laboratory Team Division Unit Station Squad Service Services Group Company Administration "
    "Theater Theatre Field Rear".split()
)
_WAYS = frozenset(["to", "from", "through", "via", "into", "outside", "across", "around", "between", "towards"])
_OPEN = frozenset("“\"'‘«")
_CLOSE = frozenset("”\"'’»")


@dataclass(slots=True)
class Evidence:
    """Weights for each reading; the greatest wins."""

    person: float = 0.0
    """For a person."""
    organisation: float = 0.0
    """For an organisation."""
    other: float = 0.0
    """For a place, event, product, people, work."""

    def add(self, more: Evidence) -> None:
        """Take in what another place says."""
        self.person += more.person
        self.organisation += more.organisation
        self.other += more.other

    def vote(self, label: str, weight: float) -> None:
        """One candidate's own label."""
        if label == "person":
            self.person += weight
        elif label == "organisation":
            self.organisation += weight
        else:
            self.other += weight

    def lead(self) -> float:
        """How far the best reading is ahead of the next."""
        *_, second, first = sorted((self.person, self.organisation, self.other))
        return first - second

    def label(self) -> Literal["person", "organisation", "other"]:
        """The reading with the greatest weight."""
        if self.person > self.organisation and self.person > self.other:
            return "person"
        if self.organisation >= self.person and self.organisation > self.other:
            return "organisation"
        return "other"


_SIDES = frozenset(["North", "South", "East", "Central"])
"""What ends the names of districts, behind a word that is no first name."""
_SUPERLATIVES = frozenset(
    "Largest Biggest Longest Oldest Tallest Highest Fastest Deadliest Richest Worst Latest".split()
)
_DONE_BY_FIRMS = frozenset(
    "makes manufactures manufactured produces supplies supplied employs employed sells owns operates operated "
    "publishes builds distributes imports exports bottles brews insures lends provides acquired".split()
)
"""What a firm does behind its name and ", which"."""
_WHICH = 2.0
"""How much ", which" behind a name says against a person, and what a firm does behind it for a firm."""
TOWN = 1.6
"""How much it says of a name that a town has it."""


def form_evidence(form: tuple[str, ...]) -> Evidence:
    """What the words of the name say, wherever it stands."""
    found = Evidence()
    last = form[-1]
    joined = " ".join(form)
    if form in lexicon.known_organisations() and (len(form) > 1 or form[0] not in lexicon.words("common_words")):
        found.organisation += 4
    if joined in lexicon.words("places"):
        found.other += 8
    elif joined.replace(" - ", "-") in lexicon.words("towns"):
        found.other += TOWN
    elif joined in lexicon.words("things"):
        found.other += 5
    if all(word in lexicon.words("company_suffixes") for word in form):
        found.other += 9
    if joined in lexicon.words("demonyms"):
        found.other += 4
    headed = len(form) == 2 and last in lexicon.words("titles") and form[0] not in lexicon.words("first_names")
    if headed or all(word in lexicon.words("titles") for word in form):
        found.other += 6  # "Crown Prince", "Det Insp"
    of = next((index for index, word in enumerate(form) if word in ("of", "for", "on", "against")), 0)
    opened = of > 0 and form[of - 1] in lexicon.words("organisation_openers")
    if len(form) > 1:
        if opened:
            found.organisation += 3
        elif of and (form[of - 1] in _REALMS if form[of] == "of" else form[of - 1] in _TEXTS):
            found.other += 3
        if last in lexicon.words("company_suffixes"):
            found.organisation += 5
        elif last in _CENTRES and form[-2] in _VENUES:
            found.other += 3
        elif last in lexicon.words("organisation_heads"):
            found.organisation += 0 if opened else 3
        elif not opened and (last in lexicon.words("other_words") or last in lexicon.words("place_words")):
            named = form[0] in lexicon.words("first_names") and len(form) == 2
            found.other += 1.5 if named else 3.5  # "Nathan Law", but "Magna Carta Law"
            found.person += 1.5 if named else 0.0
        elif form[0] in lexicon.words("first_names") and not (form[0] in ("Al", "El") and is_hyphen(form[1])):
            found.person += 1.5
        elif last.endswith("s") and form[0] in lexicon.words("places"):
            found.organisation += 2  # a team: "Bergen Herons"
        if is_family(last):
            found.person += 1.5 if form[0] in lexicon.words("first_names") else 2.5
        if len(form) == 2 and last in _SIDES and form[0] not in lexicon.words("first_names"):
            found.other += 2.5  # "Marlbeck Central"
            found.person -= 1.0
        if form[0] in _SUPERLATIVES and form not in lexicon.known_organisations():
            found.other += 6.0  # "Largest Ferry Network", at the head of a text
        if form[0] in lexicon.words("foreign_heads"):
            found.organisation += 2.5
    elif last in lexicon.words("first_names"):
        found.person += 1.0
    elif last.endswith("s") and last[:-1] in lexicon.words("titles"):
        found.person -= 3.0  # "Generals"
    elif len(last) > 2 and last.isupper() and last.isalpha():
        found.person -= 2.0
    elif form not in lexicon.known_organisations() and (
        last in _ALONE or last in lexicon.words("organisation_openers")
    ):
        found.other += 3  # "the Institute" points to one named before; "Justice", "Health" are offices
    if len(form) > 1:
        if form[-2] in _DISTRICTS and last == "District":
            found.organisation += 6  # "Northside Independent School District"
        if last[1:].islower() and all(len(word.rstrip(".")) == 1 and word[0].isupper() for word in form[:-1]):
            found.person += 2.5  # "N J Jamdar"
    if any(word[1:] != word[1:].lower() and not word.isupper() and not word.startswith(_INNER) for word in form):
        found.person -= 1.5  # a product or a band: "TraX"
    if any(any(c.isdigit() for c in word) for word in form):
        found.other += 2
        found.person -= 2
    return found


def _first_names() -> frozenset[str]:
    return lexicon.words("first_names")


def place_evidence(words: Words, first: int, last: int) -> Evidence:
    """What the place of one occurrence says."""
    found = Evidence()
    size, sentence = len(words), words.sentence[first]
    inside = first > 0 and words.sentence[first - 1] == sentence
    before = words.lower[first - 1] if inside else ""
    following = last < size and words.sentence[last] == sentence
    after = words.lower[last] if following else ""
    beyond = words.lower[last + 1] if following and last + 1 < size and words.sentence[last + 1] == sentence else ""
    if inside and words.text[first - 1] in lexicon.words("titles"):
        found.person += 2
    if before in ("the", "a", "an"):
        found.person -= 1.5
        if before == "the" and words.tag[last - 1] == "NNPS":
            found.organisation += 0.3
    elif before in ("in", "near", "at", "from", "to", "of"):
        found.other += _location(words, first, before)
    _from_noun_before(words, first, last, found)
    if inside and first > 1:
        _from_employment(words, first, found)
    if after == "," and beyond.isdigit() and len(beyond) == 2:
        found.person += 3
    if after in ("who", "whom") or (after == "," and beyond in ("who", "whose")):
        found.person += 2
    if after == "," and beyond == "which" and words.text[first] not in lexicon.words("first_names"):
        found.person -= _WHICH
        makes = last + 2 < size and words.lower[last + 2] in _DONE_BY_FIRMS
        found.organisation += _WHICH if makes else 0.0  # "Brannoch, which supplies the yards"
    if after == "," and last + 1 < size and words.text[last + 1] in lexicon.words("places") and before in ("in", "of"):
        found.other += 2
    if last - first == 1 and before in _WAYS and words.dep[first] == "pobj":
        found.other += 0.8
    if following and words.pos[last] == "NOUN":
        kind = lexicon.noun_kinds().get(after)
        found.other += 1.2 if kind == "place" else 0.7 if kind == "thing" else 0.0
        if (
            before in ("the", "its", "their", "his", "her")
            and kind == "thing"
            and found.person <= 0
            and after != "brand"
        ):
            found.other += 1.4  # "the James Webb telescope"
        if kind == "person" and inside and _is_employer(words, first, last):
            found.organisation += 1.8
            found.person -= 1.5
    if _is_a_title(words, first, last):
        found.other += 2.5
    root = words.dep[last - 1]
    if root in ("dobj", "nsubjpass") and words.lower[words.head[last - 1]] in _DONE_TO_PEOPLE:
        found.person += 2.0
    elif root == "dobj" and words.lower[words.head[last - 1]] in _DONE_TO_BODIES:
        found.organisation += 2.2 if words.lower[words.head[last - 1]].startswith(("found", "cofound", "co-f")) else 1.5
    elif root == "nsubj" and words.lower[words.head[last - 1]] in _DONE_BY_PEOPLE:
        found.person += 1.2
    if inside and before in _SAYING and last - first == 2 and after in ("of", "at", "with", "from"):
        found.person += 1.0  # "said Ann Other of Harrow Bank"
    if after in _SAYING:
        found.person += 0.6
        # "Gatwick Airport said": those who run it
        found.organisation += 3.5 if last - first > 1 and words.text[last - 1] in lexicon.words("place_words") else 0.4
    if after in ("'s", "’s", "'", "’"):
        found.organisation += 1.5 if beyond in _STAFF else 0.1
        found.person += 1.5 if beyond in _BODILY else 0.0
        begins, ends, kind = words.entity_of.get(last + 1, (0, 0, ""))
        if kind == "PERSON" and begins == last + 1 and ends - begins > 1 and words.text[begins] in _first_names():
            found.organisation += 1.5  # "Harrow's Ann Other": hers is the firm or the team
            found.person -= 1.0
    elif after in ("workers", "shares", "employees", "users", "spokesman", "spokeswoman", "officials", "executives"):
        found.organisation += 1.2
    if after in ("secretary", "minister", "ministers", "secretaries") and words.text[last - 1] in PORTFOLIOS:
        found.other += 4  # "Foreign Affairs minister": an office
    if words.tag[last - 1] == "NNPS" and last - first == 1:
        found.person -= 1.5
    return found


def _is_employer(words: Words, first: int, last: int) -> bool:
    """Whether a name stands between an article or adjective and somebody's role: "a former Harrow consultant"."""
    before = words.lower[first - 1]
    if before not in ("a", "an", "former", "the", "ex", "senior", "retired", "veteran", "longtime", "another"):
        return False
    if words.text[last - 1] in lexicon.words("demonyms") or words.entity_of.get(last - 1, (0, 0, ""))[2] == "NORP":
        return False  # "a Danish judge"
    following = last + 1 < len(words) and words.sentence[last + 1] == words.sentence[last]
    return not (following and (words.pos[last + 1] == "PROPN" or words.lower[last] in lexicon.words("kinship")))


def _is_a_title(words: Words, first: int, last: int) -> bool:
    """Whether the name is all that stands in marks, as titles of works do, and is no nickname."""
    if first == 0 or last >= len(words) or words.text[first - 1] not in _OPEN or words.text[last] not in _CLOSE:
        return False
    return not (
        first > 1 and words.pos[first - 2] == "PROPN" and last + 1 < len(words) and words.pos[last + 1] == "PROPN"
    )


def acts(words: Words, first: int, last: int) -> bool:
    """Whether a name does what only people do: it is a subject, or has a spokesman."""
    if words.dep[last - 1] in ("nsubj", "nsubjpass"):
        return words.pos[words.head[last - 1]] == "VERB"
    step = 1 if last < len(words) and words.lower[last] in ("'s", "’s") else 0
    return last + step < len(words) and words.lower[last + step] in _STAFF


def _location(words: Words, first: int, before: str) -> float:
    if before in ("in", "near"):
        return (0.7 if before == "in" else 1.6) if words.dep[first] != "compound" else 0.2
    if before == "of":
        if first > 2 and words.text[first - 3] in _PEERS and words.pos[first - 2] == "PROPN":
            return 3.0  # "Lord Hargreave of Wick"
        return 0.5 if first > 1 and words.lower[first - 2] in _NEAR else 0.0
    return 0.25


def _from_noun_before(words: Words, first: int, last: int, found: Evidence) -> None:
    """The noun that a name follows straight or with "of": "miner X", "the village of X", "activist X"."""
    if first == 0 or words.sentence[first - 1] != words.sentence[first]:
        return
    noun = words.lower[first - 1]
    of = noun == "of" or (noun in ("called", "named") and words.tag[first - 1] == "VBN")
    if of and first > 1:
        noun = words.lower[first - 2]
    elif words.pos[first - 1] not in ("NOUN", "PROPN") and noun != "for":
        return
    if of and noun in _OF_COMPANIES:
        found.organisation += 1.5
        return
    if words.lower[first - 1] == "for" and words.lower[first - 2] in _STAFF:
        found.organisation += 0.5 if words.lower[first - 2].startswith("spokes") else 1.5  # people have them too
        return
    kind = lexicon.noun_kinds().get(noun) or lexicon.noun_kinds().get(noun.removesuffix("s"))
    if kind == "person" and not of:
        found.person += 2.5 if words.pos[first - 1] == "NOUN" else 1.5
        found.organisation += 0.3 if noun in lexicon.words("organisation_nouns") else 0.0
    elif kind == "organisation" and not of:
        found.organisation += 2
    elif not words.text[first - 1].islower():
        return  # "Secretary of State Ann Other", "Capital City United"
    elif words.tag[first - 1] == "NNS" and not of and (last - first > 1 and words.text[first] in _first_names()):
        return  # "shadow minister for roads and ports Ann Other"; "the towns Orr and Wick"
    elif kind == "place":
        found.other += 2.5
    elif kind == "thing":
        clause = words.pos[last] in ("VERB", "AUX") if last < len(words) else False  # "in the film Ann Other plays …"
        found.other += 1 if of else 2 if clause else 3.6


def _from_employment(words: Words, first: int, found: Evidence) -> None:
    """Whom somebody works for, or where they come from: "a fund manager at X", "works for X", "a carpenter from X"."""
    link, noun = words.lower[first - 1], words.lower[first - 2]
    if words.sentence[first - 2] != words.sentence[first] or link not in ("at", "with", "for", "from"):
        return
    works = noun in _WORK
    one = noun.removesuffix("s")
    role = words.pos[first - 2] == "NOUN" and one in lexicon.words("roles") and one not in _NOT_EMPLOYED
    if link == "from":
        found.other += 1.0 if role else 0.0
    elif works or (role and (link == "at" or (noun in _ANALYSTS and link in ("with", "for")))):
        found.organisation += 2.0 if link == "at" or not works else 1.0
        found.person -= 1.5 if link == "at" or not works else 0.0
