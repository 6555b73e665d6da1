"""Which of several people with one surname a bare surname is of: by title, by gender, by whom the text was at.

"Mayor Ruiz" is the one who is mayor, "Mrs Lowe" the woman, "Ruiz … her" the woman as well; after either, the next bare
surname close by is the same one's. Where nothing of that decides, the mention stays open rather than be guessed.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui.analysis import lexicon
from tui.analysis.genders import HE, SHE
from tui.analysis.role_phrases import root_of
from tui.analysis.roles import role_spans

if TYPE_CHECKING:
    from tui.analysis.edges import Name
    from tui.analysis.lexicon import Gender
    from tui.analysis.words import Words

_SHORTLY = 40
"""Words within which a bare surname still points to the one named before it."""
_HONORIFICS = frozenset("mr mrs ms miss mx sir dame lord lady madam mister".split())
_RANKED = frozenset("sir dame lord lady dr".split())
_PLAIN = frozenset("mr mrs ms miss mister".split())
_LINKS = frozenset(["of", "to", "for", "at", "in", "on", "with", "from"])


@dataclass(eq=False)
class Bearer:
    """One of those who bear a surname, with what the text says of them where it names them in full."""

    full: list[int]
    """The first words of their full names, in order."""
    gender: Gender | None = None
    """What titles and first name say."""
    ranked: bool = False
    """Whether the text calls them "Sir", "Dame", "Lord", "Lady" or "Dr", and so not "Mr" or "Mrs"."""
    offices: frozenset[str] = frozenset()
    """The nouns and titles they have: "mayor", "president"."""
    subject: bool = False
    """Whether the text opens by saying who they are, as the articles of encyclopaedias do."""
    settled: list[int] = field(default_factory=list)
    """The first words of the bare surnames that are theirs by title or gender, in order."""


def bearer(words: Words, names: list[Name]) -> Bearer:
    """What the full names of one person say."""
    full = [name for name in names if len(name.words) > 1]
    titles, firsts = lexicon.genders("titles"), lexicon.genders("first_names")
    nouns = lexicon.person_noun_genders()
    offices: dict[str, None] = {}
    for name in full:
        if name.titled:
            offices[_plain(name.titled)] = None
        for first, last in role_spans(words, name):
            for index in range(first, last):
                if words.lower[index] in _LINKS:
                    break
                offices[_plain(words.text[index])] = None
    told = [titles[name.titled] for name in full if name.titled in titles]
    told += [nouns[office] for office in offices if office in nouns]
    told += [firsts[name.words[0]] for name in full if name.words[0] in firsts]
    known = frozenset(o for o in offices if o in lexicon.person_nouns() or o.title() in lexicon.words("titles"))
    ranked = any(_plain(name.titled) in _RANKED for name in full)
    places = sorted(name.first for name in full)
    subject = any(_opens(words, name) for name in full)
    return Bearer(places, told[0] if told else None, ranked, known - _HONORIFICS, subject)


def _opens(words: Words, name: Name) -> bool:
    """Whether the first sentence says what the bearer of a name is or was."""
    root = root_of(words, name.first, name.last)
    defined = words.dep[root] == "nsubj" and words.lower[words.head[root]] in ("is", "was")
    return defined and words.sentence[name.first] == words.sentence[0]


def settle(words: Words, name: Name, bearers: list[Bearer]) -> Bearer | None:
    """Whose a bare surname is; None where it stays open. To be asked in the order of the text."""
    fitting = bearers
    office = _plain(name.titled)
    if office and office not in _HONORIFICS:
        fitting = [b for b in bearers if office in b.offices]
        if not fitting:
            return None  # a title that none of them has been given
    gender = lexicon.genders("titles").get(name.titled) or _pronoun(words, name)
    if gender is not None:
        fitting = [b for b in fitting if b.gender in (gender, None)]
    if office in _PLAIN:
        fitting = [b for b in fitting if not b.ranked]
    if len(fitting) == 1 and (office or fitting[0].gender is not None):
        fitting[0].settled.append(name.first)
        return fitting[0]
    return _nearest(name, fitting, bearers)


def _plain(title: str) -> str:
    """A title in full, lower case, without a full stop."""
    return lexicon.abbreviated_titles().get(title, title).lower().rstrip(".")


def _pronoun(words: Words, name: Name) -> Gender | None:
    """The gender of a pronoun that is the bearer's own: "Ruiz said she would", "Ruiz left. She was …"."""
    if words.dep[name.last - 1] != "nsubj":
        return None
    mark, (_, end) = words.marked[name.first], words.sentence_bounds(name.first)
    for index in range(name.last, min(name.last + 8, end)):
        if words.marked[index] != mark or words.pos[index] == "PROPN":
            break
        if words.lower[index] in HE or words.lower[index] in SHE:
            return _gender(words, index, ("nsubj", "poss"))
    if end < len(words) and words.marked[end] == mark and words.paragraph[end] == words.paragraph[name.first]:
        return _gender(words, end, ("nsubj",))
    return None


def _gender(words: Words, index: int, roles: tuple[str, ...]) -> Gender | None:
    """The gender of a pronoun in one of some grammatical roles; None for other words."""
    lower = words.lower[index]
    if words.dep[index] not in roles or not (lower in HE or lower in SHE):
        return None
    return "m" if lower in HE else "f"


def _nearest(name: Name, fitting: list[Bearer], bearers: list[Bearer]) -> Bearer | None:
    """The one settled or named in full shortly before, far from the others, else the one the article is about."""
    if not fitting:
        return None
    last = [(max(_before(b.full, name.first), _before(b.settled, name.first)), b) for b in bearers]
    last.sort(key=lambda row: -row[0])
    (nearest, found), *others = last
    if nearest >= 0 and name.first - nearest < _SHORTLY and found in fitting:
        if _before(found.settled, name.first) == nearest:
            found.settled.append(name.first)
            return found
        if not others or nearest - others[0][0] > _SHORTLY:
            return found
    subjects = [b for b in fitting if b.subject]
    if len(subjects) == 1:
        return subjects[0]
    by_count = sorted(fitting, key=lambda b: -len(b.full))
    most = len(by_count[0].full)
    return by_count[0] if len(by_count) == 1 or most >= 3 * len(by_count[1].full) else None


def _before(places: list[int], index: int) -> int:
    """The last of some places that lies before a word, or one far off."""
    before = bisect_left(places, index)
    return places[before - 1] if before else -1000
