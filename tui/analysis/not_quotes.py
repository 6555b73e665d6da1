"""What stands in quotation marks and is not speech: titles of works, nicknames, signs, terms.

Such stretches are kept apart with the reason, so that a reader may still look at them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.analysis.cues import is_nobody
from tui.analysis.lexicon import words as word_list
from tui.analysis.subjects import verbs
from tui.analysis.words import FINITE
from tui.domain.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tui.analysis.announced import Link
    from tui.analysis.marks import Marked
    from tui.analysis.reading import Reading
    from tui.domain.findings import WhyMarked

_SMALL = frozenset(
    "a an the and or but nor of in on at to for from by with as is be not no up out off over into vs de la le".split()
)
_NAMING = frozenset(
    "called titled entitled named dubbed nicknamed termed labelled labeled known translated christened "
    "renamed coined headlined subtitled retitled so-called aka hashtag starring".split()
)
_WORDS_FOR_WORDS = frozenset(
    "word phrase term expression acronym adjective name label entry category username password "
    "codename nickname alias pseudonym handle".split()
)
_CARRYING = frozenset("reading read reads said saying says bearing emblazoned declaring proclaiming".split())
_PERFORMING = frozenset(
    "sing play perform read write record release publish film direct produce host review cite mention post rap hum "
    "air".split()
)
_LANGUAGES = frozenset("Latin Arabic Hebrew Gaelic Yiddish Hindi Mandarin Cantonese Farsi Swahili Sanskrit".split())
_BEFORE_TITLE = frozenset("on in of the for to from with host a an by".split())
POINTS_ELSEWHERE = re.compile(
    r"(?:READ|WATCH|LISTEN|SEE|MORE|RELATED|VIDEO|PHOTOS?|GALLERY|ALSO|IN PICTURES)(?: (?:MORE|ALSO|NEXT|NOW|HERE|BELOW"
    r"|FROM [A-Z]+))*\s*[:|>–-]|Read (?:more|also|next):|Related:|See also:|More:"
)
"""A line that sends the reader to another piece: what it has in marks is a headline."""
_WORD = re.compile(r"[\w’'-]+")
_MOTTOES = frozenset("motto mottos slogan slogans mantra catchphrase tagline watchword credo catchline".split())
"""What is said by everybody and nobody."""
_CONTRACTED = frozenset("he she it that what who there here let where how".split())
_BEING = frozenset(["is", "was", "are", "were", "be", "been", "remains"])
_ANYBODY = frozenset("you one anyone anybody someone somebody nobody everyone everybody people".split())
_LIKE_NOBODY = re.compile(r"\b(?:[Nn]o[- ]?one|[Nn]obody) (?:is|was|[’']s) like,?$")
_LINES = frozenset("line refrain phrase joke pitch boast".split())
"""Things that are made of somebody's words."""
_DASHES = ("—", "–", "-")
_MIGHT = frozenset("might may could would can should must".split())
_FIRST_PERSON = frozenset("i we my our me us you your i'm i’m we're we’re i've i’ve we've we’ve".split())


def title_case(text: str) -> bool:
    """Whether every word but small ones begins with a capital or a digit, as in the title of a work."""
    words = [w for w in _WORD.findall(text) if w[0].isalnum()]
    big = [w for w in words if w.lower() not in _SMALL]
    return (
        bool(words)
        and bool(big)
        and all(w[0].isupper() or w[0].isdigit() for w in big)
        and (words[0][0].isupper() or words[0][0].isdigit())
    )


def speaks_of_itself(text: str) -> bool:
    """Whether words have a first or second person in them, as speech has and terms have not."""
    return bool(_FIRST_PERSON & {word.lower() for word in _WORD.findall(text)})


def why_not_speech(reading: Reading, number: int, link: Link | None, stands_alone: bool) -> WhyMarked | None:
    """Why marked stretch `number` is not speech, or None where it is.

    `stands_alone`: it is a sentence of its own, not a fragment in one of the reporter's.
    """
    mark = reading.marked[number]
    inner = reading.text[mark.inner.start : mark.inner.end].strip()
    words = _WORD.findall(inner)
    if not words:
        return "term"
    if POINTS_ELSEWHERE.match(reading.text, reading.paragraph(mark.outer.start).start):
        return "title"
    before = _before(reading, mark)
    after = _after(reading, mark)
    adjacent = link is not None and link.rule in ("after", "before", "colon", "label", "signature")
    if (
        before
        and before[-1].lower().rstrip(",") in _WORDS_FOR_WORDS
        and not (link is not None and link.rule == "after")
    ):
        return "term"
    if _is_sign(reading, mark, link, before):
        return "sign"
    if _is_motto(link, before):
        return "term"
    if _imagined(link) or _LIKE_NOBODY.search(" ".join(before)):
        return "imagined"
    if link is None and _sets_apart(reading, mark):
        return "term"
    if link is None and len(words) > 2 and inner.isupper() and not before:
        return "title"  # “THE OTHER SIDE OF THE HARBOUR” opens an item of a newsletter
    if _nickname(words, before, after, link, reading, mark):
        return "nickname"
    if _title(inner, words, before, after, link, adjacent, stands_alone):
        return "title"
    if link is None or (link.source is None and link.rule != "colon"):
        if link is not None and link.token is not None:
            named = link.token.tag_ == "VBN" and "n" in verbs().get(link.token.lemma_.lower(), "")
            if named or link.token.lemma_.lower() in _WORDS_FOR_WORDS:
                return "term"
        if not stands_alone and (_asked_by_nobody(link) or _translates(before)):
            return "term"
        paragraph = reading.paragraph(mark.outer.start)
        whole = mark.outer.start == paragraph.start and mark.outer.end == paragraph.end
        if stands_alone and (whole or inner[-1] in ".!?…"):
            return None
        if stands_alone and len(words) > 2:
            return None
        if len(words) > 3 and speaks_of_itself(inner) and not (link is None and part_of_sentence(reading, mark)):
            return None
        named = any(w.lower() in _NAMING for w in before[-3:])
        if named or len(words) <= 4:
            return "term"
    if link is not None and len(words) <= 3 and _only_shown(reading, link):
        return "term"
    return None


def _only_shown(reading: Reading, link: Link) -> bool:
    """Whether what a verb of showing has for its subject is no one who could say the words: "records show that"."""
    if link.rule != "governed" or link.token is None or link.source is None:
        return False
    return "d" in verbs().get(link.token.lemma_.lower(), "") and not reading.can_speak(link.source.head)


def _is_motto(link: Link | None, before: list[str]) -> bool:
    """Whether words are a motto: the town’s motto, “…”; its slogan was “…”."""
    if link is not None and link.rule in ("after", "label", "signature"):
        return False
    tail = [w.strip(".,;:()").lower() for w in before]
    source = link.source if link is not None else None
    if tail and tail[-1] in _MOTTOES and (source is None or source.head.lemma_.lower() in _MOTTOES):
        return True
    return bool(tail) and tail[-1] in _BEING and bool(_MOTTOES & set(tail[:-1]))


def _imagined(link: Link | None) -> bool:
    """Whether nobody has said the words: "Ask yourself: “…”", "if somebody says “…”", "you might think “…”"."""
    if link is None or link.token is None or link.rule not in ("before", "colon", "governed"):
        return False
    verb = link.token
    if verb.tag_ == "VB" and verb.dep_ == "ROOT" and not any(c.dep_ in ("nsubj", "aux") for c in verb.lefts):
        return True
    if link.source is None or link.source.head.lower_ not in _ANYBODY:
        return False
    if is_nobody(link.source.head):
        return True
    return any(c.lower_ in _MIGHT or (c.dep_ == "mark" and c.lower_ in ("if", "unless")) for c in verb.lefts)


def _sets_apart(reading: Reading, mark: Marked) -> bool:
    """Whether words between dashes say what a thing before them is like: his act — “Best plan!” — is wearing thin."""
    text = reading.text
    if text[: mark.outer.start].rstrip()[-1:] not in _DASHES or text[mark.outer.end :].lstrip()[:1] not in _DASHES:
        return False
    before = [w for w in reading.words(Span(max(0, mark.outer.start - 24), mark.outer.start)) if not w.is_punct]
    behind = [w for w in reading.words(Span(mark.outer.end, mark.outer.end + 24)) if not w.is_punct]
    if not before or not behind or before[-1].pos_ != "NOUN" or not reading.outside(before[-1]):
        return False
    goes_on = behind[0].tag_ in FINITE or behind[0].tag_ == "MD"
    return goes_on and not reading.can_speak(before[-1]) and before[-1].lower_ not in _LINES


def part_of_sentence(reading: Reading, mark: Marked) -> bool:
    """Whether words are set into the reporter's sentence as one of its parts: ended “welfare as we know it”."""
    before = reading.text[reading.sentence(mark.outer.start).start : mark.outer.start].rstrip()
    return before[-1:].isalpha() and reading.text[mark.inner.start].islower()


def _asked_by_nobody(link: Link | None) -> bool:
    """Whether words are of a question that no one is named to have put: "Asked if it is “a risk,” 60% said yes"."""
    return link is not None and link.token is not None and link.token.lemma_ == "ask" and link.token.tag_ == "VBN"


def _translates(before: list[str]) -> bool:
    """Whether words say in English what others mean: "Latin for “…”"."""
    return len(before) > 1 and before[-1] == "for" and before[-2] in _LANGUAGES | word_list("demonyms")


def _before(reading: Reading, mark: Marked) -> list[str]:
    """Up to six words of the sentence before the mark."""
    start = reading.sentence(mark.outer.start).start
    return reading.text[start : mark.outer.start].split()[-6:]


def _after(reading: Reading, mark: Marked) -> list[str]:
    end = reading.sentence(max(mark.outer.start, mark.outer.end - 1)).end
    return reading.text[mark.outer.end : end].split()[:4]


def _is_sign(reading: Reading, mark: Marked, link: Link | None, before: list[str]) -> bool:
    display = word_list("display_nouns")
    if link is not None and link.source is not None:
        head = link.source.head
        if _counted(head).lemma_.lower() in display and link.form != "noun":
            return True
        if link.rule == "after" or (before and before[-1] == "said," and reading.can_speak(head)):
            return False
    tail = [w.strip(".,;:()").lower() for w in before[-5:]]
    verb = next((n for n, w in enumerate(reversed(tail)) if w in _CARRYING), None)
    if verb is None or verb > 1:
        return bool(tail) and (tail[-1] in display or tail[-1].rstrip("s") in display) and link is None
    return any(w in display or w.rstrip("s") in display for w in tail)


def _counted(head: Token) -> Token:
    """What "one", "some" or "another" is one of: the noun behind "one of the placards"; otherwise the word itself."""
    of = next((child for child in head.rights if child.lower_ == "of"), None) if head.pos_ != "NOUN" else None
    return next((child for child in of.rights if child.dep_ == "pobj"), head) if of is not None else head


def _nickname(
    words: list[str], before: list[str], after: list[str], link: Link | None, reading: Reading, mark: Marked
) -> bool:
    if len(words) > 3 or not before or not after or (link is not None and link.rule in ("after", "colon")):
        return False
    text = reading.text
    glued = text[mark.outer.start - 1 : mark.outer.start] == " " and text[mark.outer.end : mark.outer.end + 1] == " "
    return (
        glued
        and before[-1][:1].isupper()
        and before[-1][-1:].isalpha()
        and after[0][:1].isupper()
        and len(before) > 0
        and text[mark.inner.start].isupper()
        and not (len(before) == 1 and before[0].lower() in _SMALL)
    )


def _title(
    inner: str,
    words: list[str],
    before: list[str],
    after: list[str],
    link: Link | None,
    adjacent: bool,
    stands_alone: bool,
) -> bool:
    if not title_case(inner):
        return False
    last = before[-1].strip(".,;:()").lower() if before else ""
    tail = {w.strip(".,;:()").lower() for w in before[-3:]}
    works = word_list("work_nouns")
    if tail & _NAMING or last in works or last.rstrip("s") in works:
        return True
    owned = last.endswith(("’s", "'s", "s’", "s'")) and last[:-2] not in _CONTRACTED
    if owned and inner[-1] not in ".!?" and not speaks_of_itself(inner):
        return True  # "on Channel 9’s “Morning Talk,” she said"
    if link is not None and adjacent and link.rule in ("after", "label", "signature"):
        return False
    following = after[0].strip(".,;:()").lower() if after else ""
    if len(words) == 1 and not stands_alone:
        return link is None or following in works
    if stands_alone and not before:
        return False
    if owned or last in _BEFORE_TITLE:
        return True
    if following in works or following in word_list("display_nouns") or following.rstrip("s") in works:
        return True
    if link is not None and link.token is not None and link.token.lemma_.lower() in _PERFORMING:
        return len(words) >= 2 and inner[-1] not in "!?" and before[-1][-1:] not in ",:"
    if link is not None and link.token is not None and link.token.lower_ == last and following == "as":
        return len(words) >= 2  # described “Night Ferry” as her best: what is in marks is judged, not said
    if link is not None and adjacent and link.token is not None:
        # "told “Morning Talk” that": the programme is who is told
        told = "r" in verbs().get(link.token.lemma_.lower(), "") and inner[-1].isalnum() and before[-1][-1:] not in ",:"
        return told and following == "that"
    return len(words) >= 2 and (not stands_alone or not (speaks_of_itself(inner) and len(words) > 4))
