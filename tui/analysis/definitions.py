"""What the text itself says a name is: "X is a village", "X, a maker of nets", "bands such as X", "their album, X".

What is written beside a name weighs more than any list: the noun of a description tells whether it names a person,
an organisation, a place or a thing (Hearst 1992, "Automatic Acquisition of Hyponyms from Large Text Corpora", has the
patterns).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis import lexicon
from tui.analysis.evidence import Evidence
from tui.analysis.role_phrases import root_of
from tui.analysis.words import is_hyphen

if TYPE_CHECKING:
    from tui.analysis.words import Words

_BE = frozenset(["is", "was", "are", "were", "became", "remains", "remained"])
_ARTICLES = frozenset(["a", "an", "the", "one"])
_OWNERS = frozenset(["his", "her", "its", "their", "our", "whose", "this", "another"])
_LIGHT = frozenset("one type kind form name series part member species group brand style genus version variety".split())
"""Nouns that say little of what something is: the noun after their "of" does."""
_SUCH = (("such", "as"), ("like",), ("including",), ("especially",), ("notably",), ("called",), ("named",))
"""What stands between a plural noun and examples of it."""
_BEFORE_NOUNS = frozenset(["ADJ", "PROPN", "NUM", "ADV", "DET", "PART"])
_PLAYED = frozenset(
    "vocals guitar bass drums keyboards piano violin cello saxophone trumpet percussion synthesizer accordion flute "
    "banjo fiddle mandolin harp organ clarinet trombone turntables vocalist guitarist bassist drummer keyboardist "
    "soprano alto mezzo tenor baritone".split()
)
"""What stands in brackets behind the members of a band or a cast."""
_BETWEEN = frozenset([",", "was", "is", "are", "were", "been", "also", "officially", "which", "–", "—"])
"""What may stand between a noun and "named X"."""
_SAYING = frozenset(["said", "says", "told", "added", "reported", "announced", "argued"])
_LONGEST = 30
"""Words of a bracket or an insertion between a name and its verb."""


def said_of(words: Words, first: int, last: int) -> Evidence:
    """What the words around one occurrence of a name say that it is."""
    found = Evidence()
    _from_noun_before_comma(words, first, last, found)
    found.add(examples_of(words, first))
    _from_apposition(words, last, found)
    _from_bracket(words, first, last, found)
    _from_copula(words, first, last, found)
    _from_subject(words, first, last, found)
    return found


def kind_of_phrase(words: Words, index: int, sentence: int) -> tuple[str, int]:
    """What kind of thing the noun phrase that begins at `index` is of, and one past its head; "" where unknown.

    The kinds are those of `lexicon.noun_kinds`. A noun that says little hands on to the one after "of".
    """
    kind, light, end, member = "", False, index, False
    while index < len(words) and words.sentence[index] == sentence and index - end < 9:
        lower, pos = words.lower[index], words.pos[index]
        if pos in ("NOUN", "PROPN") and (pos == "NOUN" or words.text[index].islower()):
            following = words.pos[index + 1] if index + 1 < len(words) else ""
            if following == "PUNCT" and is_hyphen(words.text[index + 1]) and words.glued(index + 1):
                index += 2  # "a role-playing game"
                continue
            if following not in ("NOUN", "PROPN") or words.sentence[index + 1] != sentence:
                kind, light, end = _kind_at(words, index), lower in _LIGHT, index + 1
                member = member or lower == "member"
                if index + 1 < len(words) and lower in _LIGHT and words.lower[index + 1] == "of":
                    index += 2
                    continue
                break
        elif pos not in _BEFORE_NOUNS and words.tag[index] not in ("VBN", "VBG", "HYPH"):
            if lower not in ("and", ",", "-", "'s", "’s", "of") or (lower == "of" and not light):
                break
        index += 1
    if not kind and end < len(words) and words.text[end] == "(" and words.pos[end + 1 : end + 2] == ["NOUN"]:
        kind = _kind_at(words, end + 1)  # "a sum (district) of …"
    if member and kind == "organisation":
        kind = "either"  # "a member of his team", "a member of the alliance"
    return kind, end


def _kind_at(words: Words, index: int) -> str:
    """The kind of a noun or, where it is a plural, of its singular; with the noun before it where the list has both."""
    kinds, noun = lexicon.noun_kinds(), words.lower[index]
    both = kinds.get(f"{words.lower[index - 1]} {noun}") if index else None
    return both or kinds.get(noun) or kinds.get(noun.removesuffix("s")) or kinds.get(noun.removesuffix("es"), "")


def _give(found: Evidence, kind: str, weight: float) -> None:
    if kind == "either":
        found.person += 0.5 * weight
        found.organisation += 0.5 * weight
    elif kind == "person":
        found.person += weight
    elif kind == "organisation":
        found.organisation += weight
    elif kind:
        found.other += weight


def _from_noun_before_comma(words: Words, first: int, last: int, found: Evidence) -> None:
    """The description that a name explains behind a comma: "their third album, X", "the vessel, X,"."""
    noun = first - 2
    if noun < 1 or words.text[first - 1] not in (",", ":", "–", "—") or words.sentence[noun] != words.sentence[first]:
        return
    if words.pos[noun] != "NOUN" or words.pos[noun + 1] != "PUNCT":
        return
    closed = last >= len(words) or words.text[last] in (",", ".", ";", ")", "–", "—", "(", "!", "?")
    if not closed and words.dep[root_of(words, first, last)] != "appos":
        return
    start = noun
    while start and words.sentence[start - 1] == words.sentence[noun] and noun - start < 6:
        if words.pos[start - 1] not in ("NOUN", "ADJ", "NUM", "PROPN") and words.tag[start - 1] not in ("VBN", "HYPH"):
            break
        start -= 1
    before = words.lower[start - 1] if start else ""
    owned = before in _OWNERS or words.tag[start - 1] == "POS"
    if not owned and before not in _ARTICLES:
        return
    _give(found, _kind_at(words, noun), 2.5 if owned or start < noun else 1.5)


def examples_of(words: Words, first: int) -> Evidence:
    """The plural that a name is an example of: "labels such as X", "hurricanes X and Y", "clubs, including X"."""
    found = Evidence()
    for phrase in ((), *_SUCH):
        start = first - len(phrase)
        if start < 1 or tuple(words.lower[start:first]) != phrase or words.sentence[start - 1] != words.sentence[first]:
            continue
        noun = start - 1
        if phrase and words.text[noun] == ",":
            noun -= 1
        if noun >= 0 and words.tag[noun] == "NNS":
            _give(found, _kind_at(words, noun), 2.0)
            break
    return found


def _from_apposition(words: Words, last: int, found: Evidence) -> None:
    """The description behind a name: "X, a stationery company with …", "X (a village near …"."""
    if last + 2 >= len(words) or words.text[last] not in (",", "(", "–", "—"):
        return
    sentence, index = words.sentence[last - 1], last + 1
    if words.lower[index] not in _ARTICLES or words.sentence[last + 2] != sentence:
        return
    kind, end = kind_of_phrase(words, index + 1, sentence)
    if not kind or end >= len(words) or words.lower[end] in ("and", "or", *_SAYING):
        return
    finite = words.pos[end] in ("VERB", "AUX") and words.tag[end] != "VBN"
    if finite or words.dep[end - 1] in ("nsubj", "nsubjpass", "conj"):
        return
    definite = words.lower[index] == "the"
    _give(found, kind, 1.5 if definite else 2.5)


def _from_bracket(words: Words, first: int, last: int, found: Evidence) -> None:
    """Years in brackets: a work has one, a person two or "born"; a name in a foreign language is a gloss."""
    if last + 1 < len(words) and words.text[last] == "(" and words.sentence[last] == words.sentence[first]:
        inside = words.text[last + 1]
        close = words.text[last + 2] if last + 2 < len(words) else ""
        if _is_year(inside) and close == ")" and last - first > 1:
            found.other += 1.5
        elif words.lower[last + 1] in ("born", "b.") or words.lower[last + 1] in _PLAYED:
            found.person += 2.5
    colon = first > 2 and words.text[first - 1] == ":"
    if first > 1 and (colon or words.text[first - 2] == "("):
        if words.lower[first - 1 - colon] in lexicon.words("languages"):
            found.other += 2.5


def _is_year(text: str) -> bool:
    return len(text) == 4 and text.isdigit() and text[:2] in ("15", "16", "17", "18", "19", "20")


def _from_copula(words: Words, first: int, last: int, found: Evidence) -> None:
    """What a name "is": "X is a village in …", "X (born 1950) was an American lawyer", "X, also Y, is a river"."""
    verb, sentence = last, words.sentence[last - 1]
    if verb < len(words) and words.text[verb] in ("(", ","):
        verb = _behind_insertion(words, first, last)
    if verb < 0 or verb + 2 >= len(words) or words.sentence[verb] != sentence or words.lower[verb] not in _BE:
        return
    index = verb + 1
    while index < len(words) and words.pos[index] == "ADV":
        index += 1
    if index + 1 >= len(words) or words.lower[index] not in (*_ARTICLES, *_OWNERS):
        return
    if words.lower[index] in _OWNERS and words.pos[index + 1] != "ADJ":
        return  # "he is their anthem", but "Verrano is her favourite shop"
    kind, _ = kind_of_phrase(words, index if words.lower[index] == "one" else index + 1, sentence)
    if words.lower[index] == "the" and kind in ("organisation", "thing") and verb == last:
        return  # "she was the party", "he is the show"
    if kind == "place" and words.text[last - 1] in lexicon.words("organisation_heads"):
        found.other += 1.0  # "X Center is a shopping mall": the building and those who run it
        return
    start = first - (first > 0 and words.lower[first - 1] == "the")
    opening = start == 0 or words.paragraph[start - 1] != words.paragraph[start]  # as the articles of encyclopaedias do
    _give(found, kind, (3.5 if kind in ("place", "thing") else 3.0) * (2.2 if opening else 1.0))


def _from_subject(words: Words, first: int, last: int, found: Evidence) -> None:
    """What is said to be the name: "the nearest station is X", "the engineer was X"; "a storm, named X"."""
    before = first - 1
    if before > 0 and words.lower[before] in _ARTICLES:
        before -= 1
    if before < 2 or words.sentence[before - 1] != words.sentence[first]:
        return
    if words.lower[before] in ("named", "called", "dubbed", "nicknamed", "codenamed", "christened"):
        noun = before - 1
        while noun > 0 and words.text[noun] in _BETWEEN:
            noun -= 1
        if words.pos[noun] == "NOUN" and words.sentence[noun] == words.sentence[first]:
            _give(found, _kind_at(words, noun), 4.5)
    elif words.lower[before] in _BE and words.dep[last - 1] == "attr" and words.head[last - 1] == before:
        subjects = [i for i in range(max(0, before - 8), before) if words.head[i] == before and words.dep[i] == "nsubj"]
        if subjects and words.pos[subjects[0]] == "NOUN":
            _give(found, _kind_at(words, subjects[0]), 1.5)


def _behind_insertion(words: Words, first: int, last: int) -> int:
    """The form of "to be" behind a bracket or an insertion that follows a name; -1 where there is none."""
    close = {"(": ")", ",": ","}[words.text[last]]
    sentence = words.sentence[last - 1]
    for index in range(last + 1, min(last + _LONGEST, len(words) - 1)):
        if words.sentence[index] != sentence:
            break
        if words.text[index] == close and words.lower[index + 1] in _BE:
            root = root_of(words, first, last)
            return index + 1 if words.text[last] == "(" or words.head[root] == index + 1 else -1
        if words.text[index] == ")" and close == ")":
            break
    return -1
