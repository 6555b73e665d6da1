"""One entry for each person and each organisation: which names are the same one's."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui.analysis import lexicon
from tui.analysis.lexicon import fold

if TYPE_CHECKING:
    from tui.analysis.names import Name

_SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv"])
_FORMAL = frozenset(
    "inc incorporated corp corporation co company ltd limited llc plc ag sa se nv group holdings".split()
)
_MARKS = frozenset("“”\"'‘’()")
_SHORTLY = 40
"""Words within which a bare surname still points to the full name before it."""
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
    marks = [i for i, w in enumerate(words) if w in _MARKS]
    if len(marks) == 2:
        words = words[: marks[0]] + words[marks[1] + 1 :]
    key = tuple(fold(w) for w in words if w not in ("-", "‐", ".", ","))
    while len(key) > 1 and key[-1] in _SUFFIXES:
        key = key[:-1]
    return key


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
        return len(one) == 2 or len(one) == len(other) or set(one) <= set(other)
    # "Lopez Obrador" in "Andres Manuel Lopez Obrador"; "Andres Lopez" is "Andres Manuel Lopez Obrador" as well
    if other[-len(one) :] == one:
        return True
    return len(one) >= 2 and len(other) >= 3 and other[: len(one)] == one


def merge_people(names: list[Name]) -> list[Cluster]:
    """Clusters of the names of people. A bare surname that two people bear is given to the one the text points to."""
    clusters: list[Cluster] = []
    forms: dict[tuple[str, ...], list[Name]] = defaultdict(list)
    for name in names:
        forms[person_key(name.words)].append(name)
    for form in sorted((f for f in forms if len(f) > 1), key=lambda f: (-len(f), forms[f][0].first)):
        fitting = [c for c in clusters if all(len(f) < 2 or same_person(form, f) for f in c.forms)]
        if len(fitting) == 1:
            cluster = fitting[0]
        else:
            cluster = Cluster()
            clusters.append(cluster)
        cluster.forms.append(form)
        cluster.names += forms[form]
    for form in (f for f in forms if len(f) == 1):
        _place_single(form[0], forms[form], clusters)
    for cluster in clusters:
        cluster.names.sort(key=lambda n: n.first)
    return sorted(clusters, key=lambda c: c.names[0].first)


def _place_single(word: str, names: list[Name], clusters: list[Cluster]) -> None:
    by_surname = [c for c in clusters if any(len(f) > 1 and f[-1] == word for f in c.forms)]
    by_any = [c for c in clusters if any(len(f) > 1 and word in f for f in c.forms)]
    fitting = by_surname or by_any
    if not fitting:
        short = lexicon.nicknames().get(word, frozenset())
        fitting = [c for c in clusters if any(len(f) > 1 and f[0] in short for f in c.forms)]
    if len(fitting) == 1:
        fitting[0].names += names
        fitting[0].forms.append((word,))
        return
    alone = Cluster(forms=[(word,)], open_to=fitting)
    for name in names:
        chosen = _nearest_bearer(name, fitting)
        (chosen or alone).names.append(name)
    if alone.names:
        clusters.append(alone)


def _nearest_bearer(name: Name, fitting: list[Cluster]) -> Cluster | None:
    """Of several people with one surname, the one named in full shortly before, else the one the article is about."""
    places = []
    for cluster in fitting:
        full = [n.first for n in cluster.names if n.first < name.first and len(n.words) > 1]
        places.append((max(full, default=-1000), sum(len(n.words) > 1 for n in cluster.names), cluster))
    places.sort(key=lambda row: -row[0])
    if not places:
        return None
    (nearest, _, found), *others = places
    if nearest >= 0 and name.first - nearest < _SHORTLY and nearest - others[0][0] > _SHORTLY:
        return found
    (_, most, main), *rest = sorted(places, key=lambda row: -row[1])
    return main if most >= 3 * rest[0][1] else None


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
    return {"".join(w[0] for w in group).lower() for group in (kept, plain) if len(group) > 1}


def merge_organisations(names: list[Name]) -> list[Cluster]:
    """Clusters of the names of organisations: by acronym, known alias, legal form or short form."""
    clusters: list[Cluster] = []
    forms: dict[tuple[str, ...], list[Name]] = defaultdict(list)
    for name in names:
        forms[organisation_key(name.words)].append(name)
    known = lexicon.known_organisations()
    rows: dict[int, Cluster] = {}
    for form in sorted(forms, key=lambda f: (-len(f), forms[f][0].first)):
        group = forms[form]
        cluster = None
        row = next((known[n.words] for n in group if n.words in known), None)
        if row is not None:
            cluster = rows.get(row)
        if cluster is None and len(form) == 1 and group[0].words[0].isupper() and len(form[0]) > 1:
            fitting = [c for c in clusters if any(form[0] in initials(n.words) for n in c.names if len(n.words) > 1)]
            cluster = fitting[0] if len(fitting) == 1 else None
        if cluster is None:
            fitting = [c for c in clusters if any(_short_form(form, f) for f in c.forms)]
            cluster = fitting[0] if len(fitting) == 1 else None
        if cluster is None:
            cluster = Cluster()
            clusters.append(cluster)
        cluster.forms.append(form)
        cluster.names += group
        if row is not None:
            rows[row] = cluster
    for cluster in clusters:
        cluster.names.sort(key=lambda n: n.first)
    return sorted(clusters, key=lambda c: c.names[0].first)


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


def _short_form(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether a shorter form may stand for the fuller one: "Wilson Center" for "Woodrow Wilson Center"."""
    if len(short) >= len(full):
        return False
    heads = {w.lower() for w in lexicon.words("organisation_heads")}
    if len(short) == 1:
        word = short[0]
        common = word in heads or word in {w.lower() for w in lexicon.words("places") | lexicon.words("demonyms")}
        return not common and full[0] == word and len(full) <= 3 and len(word) > 2
    return full[-len(short) :] == short or (full[: len(short)] == short and len(full) - len(short) <= 1)
