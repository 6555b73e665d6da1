"""One entry for each person and each organisation: which names are the same one's."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from tui.analysis import lexicon, namesakes
from tui.analysis.lexicon import fold
from tui.analysis.nicknames import nickname, without_nickname
from tui.analysis.short_forms import SCHOOLS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.analysis.edges import Name
    from tui.analysis.words import Words

_SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv"])
_FORMAL = frozenset(
    "inc incorporated corp corporation co company ltd limited llc plc ag sa se nv group holdings".split()
)
_CALLED = frozenset("times post journal herald tribune gazette telegraph corps".split())
"""Heads by which alone newspapers and the like are called."""
_REALMS = frozenset(["us", "uk", "eu", "un", "la", "st"])
_LINKS = frozenset(["of", "the", "and", "for", "&", "in", "on", "de", "du", "la"])


@dataclass(eq=False)
class Cluster:
    """The names of one person or organisation."""

    names: list[Name] = field(default_factory=list)
    """Its occurrences."""
    forms: list[tuple[str, ...]] = field(default_factory=list)
    """The folded forms they have, the fullest first."""
    open_to: list[Cluster] = field(default_factory=list)
    """For a bare surname that several people bear: those whose it may be."""


def person_key(words: tuple[str, ...]) -> tuple[str, ...]:
    """A person's name folded, without suffix and without a nickname in marks."""
    key = tuple(fold(w) for w in without_nickname(words) if w not in ("-", "‐", ".", ","))
    while len(key) > 1 and key[-1] in _SUFFIXES:
        key = key[:-1]
    return key


def _suffix(words: tuple[str, ...]) -> str:
    """The folded suffix of a name, "" where it has none."""
    return fold(words[-1]) if len(words) > 1 and fold(words[-1]) in _SUFFIXES else ""


def _suffixed(names: list[Name]) -> set[tuple[str, ...]]:
    """The keys of names that the text has with more than one suffix, as of father and son."""
    found: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for name in names:
        if suffix := _suffix(name.words):
            found[person_key(name.words)].add(suffix)
    return {key for key, suffixes in found.items() if len(suffixes) > 1}


def same_first_name(one: str, other: str) -> bool:
    """Whether two folded first names can be one person's: equal, initial, or a known short form."""
    if one == other or other in lexicon.nicknames().get(one, ()):
        return True
    if (len(one) == 1 and other.startswith(one)) or (len(other) == 1 and one.startswith(other)):
        return True
    return _misspelt(one, other)


def _misspelt(one: str, other: str) -> bool:
    """Whether two first names differ by one letter inside, as a slip or another spelling does, and not in gender."""
    if len(one) != len(other) or len(one) < 5 or one[0] != other[0]:
        return False
    genders = lexicon.genders("first_names")
    known = {genders.get(one.title()), genders.get(other.title())} - {None}
    return len(known) < 2 and sum(a != b for a, b in zip(one, other, strict=True)) == 1


def same_person(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two full names (two words or more, folded) are one person's."""
    if len(one) > len(other):
        one, other = other, one
    if one == other:
        return True
    if one[-1] == other[-1] and same_first_name(one[0], other[0]):
        if len(one) == len(other) == 3 and _differ(one[1], other[1]):
            return False  # "Carl A. Moor" and "Carl B. Moor"
        return len(one) == 2 or len(one) == len(other) or set(one) <= set(other)
    # "Lopez Obrador" in "Andres Manuel Lopez Obrador"; "Andres Lopez" is "Andres Manuel Lopez Obrador" as well
    if other[-len(one) :] == one:
        return True
    return len(one) >= 2 and len(other) >= 3 and other[: len(one)] == one


def _differ(one: str, other: str) -> bool:
    """Whether two folded middle names cannot be one: initials ("a", "ab") and what does not begin with them."""
    if len(one) > len(other):
        one, other = other, one
    return 0 < len(one) < 3 and not other.startswith(one) and (len(other) < 3 or one[0] != other[0])


class _ByWord:
    """Clusters by the words of their forms, so that each name is compared with its likes alone."""

    def __init__(self) -> None:
        self._clusters: dict[str, list[Cluster]] = defaultdict(list)

    def add(self, cluster: Cluster, words: Iterable[str]) -> None:
        """Make a cluster be found by each of `words`."""
        for word in set(words):
            if all(c is not cluster for c in self._clusters[word]):
                self._clusters[word].append(cluster)

    def sharing(self, words: Iterable[str]) -> list[Cluster]:
        """The clusters that have one of the words."""
        return list({id(c): c for word in words for c in self._clusters.get(word, ())}.values())


def merge_people(words: Words, names: list[Name]) -> list[Cluster]:
    """Clusters of the names of people. A bare surname that two people bear is given to the one the text points to."""
    clusters: list[Cluster] = []
    by_word = _ByWord()
    shared: list[tuple[tuple[str, ...], list[Cluster]]] = []
    forms: dict[tuple[str, ...], list[Name]] = defaultdict(list)
    elder = _suffixed(names)
    for name in names:
        key = person_key(name.words)
        forms[(*key, suffix) if key in elder and (suffix := _suffix(name.words)) else key].append(name)
    for form in sorted((f for f in forms if len(f) > 1), key=lambda f: (-len(f), forms[f][0].first)):
        fitting = [c for c in by_word.sharing(form) if all(same_person(form, f) for f in c.forms)]
        if len(fitting) > 1 and all(any(f[-len(form) :] == form for f in c.forms) for c in fitting):
            shared.append((form, fitting))  # a surname of two words that several people bear
            continue
        if len(fitting) == 1:
            cluster = fitting[0]
        else:
            cluster = Cluster()
            clusters.append(cluster)
        cluster.forms.append(form)
        cluster.names += forms[form]
        by_word.add(cluster, form)
    for cluster in clusters:
        cluster.names.sort(key=lambda n: n.first)
    for form, fitting in shared:
        clusters += _settled(words, form, forms[form], fitting)
    for form in (f for f in forms if len(f) == 1):
        clusters += _place_single(words, form[0], forms[form], by_word, clusters)
    for cluster in clusters:
        cluster.names.sort(key=lambda n: n.first)
    return sorted(clusters, key=lambda c: c.names[0].first)


def _place_single(
    words: Words, word: str, names: list[Name], by_word: _ByWord, clusters: list[Cluster]
) -> list[Cluster]:
    """Give a single name to whom it belongs; the cluster of what is left over, if anything is."""
    bearers = by_word.sharing([word]) or _so_called(clusters, word)
    fitting = [c for c in bearers if any(f[-1] == word for f in c.forms)] or bearers
    if not fitting:
        full = lexicon.nicknames().get(word, frozenset())
        full = full.union(*(lexicon.nicknames().get(name, ()) for name in full))  # "Teddy" of Ted Orr
        fitting = [c for c in by_word.sharing(full) if any(f[0] in full for f in c.forms)]
    if len(fitting) == 1:
        gender = namesakes.bearer(words, fitting[0].names).gender
        strange = [name for name in names if gender and _titled_gender(name) not in (gender, None)]
        fitting[0].names += [name for name in names if all(name is not other for other in strange)]
        return [Cluster(strange, [(word,)])] if strange else []  # "Lady Orr" beside Edmund Orr
    return _settled(words, (word,), names, fitting)


def _so_called(clusters: list[Cluster], word: str) -> list[Cluster]:
    """Those whose full name has a folded word for a nickname."""
    return [c for c in clusters if any(word in map(fold, nickname(name.words)) for name in c.names)]


def _settled(words: Words, form: tuple[str, ...], names: list[Name], fitting: list[Cluster]) -> list[Cluster]:
    """Give a surname that several people bear to the one each place points to; the cluster of what stays open."""
    alone = Cluster(forms=[form], open_to=fitting)
    bearing = [namesakes.bearer(words, cluster.names) for cluster in fitting]
    clusters = {id(bearer): cluster for bearer, cluster in zip(bearing, fitting, strict=True)}
    for name in names:
        found = namesakes.settle(words, name, bearing) if bearing else None
        (clusters[id(found)] if found is not None else alone).names.append(name)
    return [alone] if alone.names else []


def _titled_gender(name: Name) -> lexicon.Gender | None:
    """The gender that the title before a name tells."""
    return lexicon.genders("titles").get(name.titled)


def organisation_key(words: tuple[str, ...]) -> tuple[str, ...]:
    """An organisation's name folded, without article and legal form."""
    key = tuple(fold(w) for w in words if w not in ("-", "‐", ",", ".", "(", ")"))
    while len(key) > 1 and key[0] in ("the", "a"):
        key = key[1:]
    while len(key) > 1 and key[-1] in _FORMAL:
        key = key[:-1]
    return key


def initials(words: tuple[str, ...]) -> set[str]:
    """The acronyms that a name can have, folded."""
    kept = [w for w in words if w and w[0].isalnum()]
    plain = [w for w in kept if w.lower() not in _LINKS]
    informal = [w for w in plain if fold(w) not in _FORMAL]
    return {"".join(w[0] for w in group).lower() for group in (kept, plain, informal) if len(group) > 1}


def merge_organisations(names: list[Name]) -> list[Cluster]:
    """Clusters of the names of organisations: by acronym, known alias, legal form or short form."""
    clusters: list[Cluster] = []
    by_word, by_acronym = _ByWord(), _ByWord()
    forms: dict[tuple[str, ...], list[Name]] = defaultdict(list)
    for name in names:
        forms[organisation_key(name.words)].append(name)
    known = lexicon.known_organisations()
    rows: dict[int, Cluster] = {}
    for form in sorted(forms, key=lambda f: (-len(f), forms[f][0].first)):
        group = forms[form]
        row = next((known[n.words] for n in group if n.words in known), None)
        cluster = rows.get(row) if row is not None else None
        if cluster is None and len(form) == 1 and group[0].words[0].isupper() and len(form[0]) > 1:
            cluster = _only(by_acronym.sharing(form))
        if cluster is None:
            bare = not any(fold(n.words[-1]) in _FORMAL for n in group)
            legal = _legal_forms(group)
            cluster = _only(
                [
                    c
                    for c in by_word.sharing(form)
                    if any(_short_form(form, f, bare) for f in c.forms) and _may_share(legal, _legal_forms(c.names))
                ]
            )
        if cluster is None:
            cluster = Cluster()
            clusters.append(cluster)
        cluster.forms.append(form)
        cluster.names += group
        by_word.add(cluster, form)
        by_acronym.add(cluster, {i for n in group for i in initials(n.words)})
        if row is not None:
            rows[row] = cluster
    for cluster in clusters:
        cluster.names.sort(key=lambda n: n.first)
    return sorted(clusters, key=lambda c: c.names[0].first)


def _legal_forms(names: list[Name]) -> set[str]:
    return {fold(name.words[-1]) for name in names} & _FORMAL


def _may_share(one: set[str], other: set[str]) -> bool:
    """Whether two names may be of one firm by their legal forms: "Acme Corp" is not the firm Acme Steel Co."""
    return not one or not other or bool(one & other)


def _only(clusters: list[Cluster]) -> Cluster | None:
    return clusters[0] if len(clusters) == 1 else None


def merge_renamed(clusters: list[Cluster], pairs: list[tuple[int, int]]) -> list[Cluster]:
    """The clusters with those joined that the text says are one, by the words (new name, old name) of `pairs`."""
    for new, old in pairs:
        ones = [c for c in clusters if any(n.first <= new < n.last for n in c.names)]
        others = [c for c in clusters if any(n.first <= old < n.last for n in c.names)]
        if ones and others and ones[0] is not others[0]:
            for name in others[0].names:
                name.former = True
            ones[0].names = sorted([*ones[0].names, *others[0].names], key=lambda n: n.first)
            clusters = [c for c in clusters if c is not others[0]]
    return clusters


@cache
def _common() -> frozenset[str]:
    """Words that name no organisation by themselves."""
    lists = ("organisation_heads", "places", "demonyms")
    return frozenset(word.lower() for name in lists for word in lexicon.words(name))


def _short_form(short: tuple[str, ...], full: tuple[str, ...], bare: bool) -> bool:
    """Whether a shorter form may stand for the fuller one: "Wilson Center" for "Woodrow Wilson Center".

    `bare` says that the text has the shorter one without a legal form; with one it is a company of its own.
    """
    if len(short) >= len(full):
        return False
    if len(short) == 1:
        word = short[0]
        if word in _CALLED and full[-1] == word and len(full) > 1:
            return True  # "the Times", "the Corps"
        if word in _common() or len(full) > 3 or len(word) < 3:
            return False
        if full[1:2] == short and len(full[0]) < 3 and full[0] not in _REALMS:
            return word.title() not in lexicon.words("company_heads")  # "Hutton" of E.F. Hutton
        return full[0] == word or (full[-1] == word and word.endswith("s"))  # "Rockets": the Kelowna Rockets
    if full[: len(short)] == short:
        if all(word.title() in SCHOOLS for word in full[len(short) :]):
            return True
        return full[len(short)] in ("of", "for") or (len(full) - len(short) == 1 and bare)
    return full[-len(short) :] == short
