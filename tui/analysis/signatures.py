"""Who signs a text and its pictures: photo credits, datelines, "Reporting by …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.edges import CALENDAR, Candidate, is_capital
from tui.analysis.words import is_hyphen

if TYPE_CHECKING:
    from tui.analysis.edges import Name
    from tui.analysis.words import Words

_DASHES = frozenset(["-", "–", "—", "--"])
_HEAD = 4
"""Paragraphs at the head of an article behind which no line says who wrote it."""
_BEFORE_BY = 3
"""Words that may stand before "by" there: "EXCLUSIVE", "Story and pictures"."""
_AGENCIES = frozenset("reuters ap afp epa upi efe ansa dpa pa getty xinhua tass ani pti anp ntb cp".split())


def find_credits(words: Words) -> list[Candidate]:
    """Photo credits: "REUTERS/Ann Other", "(AP Photo/Ann Other)"."""
    found = []
    size = len(words)
    for index, lower in enumerate(words.lower):
        if lower not in _AGENCIES or not words.text[index][0].isupper():
            continue
        if index and words.lower[index - 1] == "via":
            found.append(Candidate(3.5, index, index + 1, "organisation"))
        slash = index + 1
        while slash < size and slash - index <= 3 and words.lower[slash] in ("photo", "images", "tv", "via", "pool"):
            slash += 1
        if slash + 1 >= size or words.text[slash] != "/":
            continue
        found.append(Candidate(3.5, index, index + 1, "organisation"))
        last = slash + 1
        while last < size and last - slash <= 4 and (is_capital(words, last) or is_hyphen(words.text[last])):
            if words.sentence[last] != words.sentence[index] or words.lower[last] in ("file", "pool", "handout"):
                break
            if last - slash > 2 and words.text[last].isupper() and len(words.text[last]) > 2:
                break  # a dateline or an acronym that follows without a stop
            last += 1
        if last - slash > 1:
            found.append(Candidate(3.2, slash + 1, last, "person"))
    return found


def find_bylines(words: Words) -> list[Candidate]:
    """Who signs in a paragraph of their own in capitals: "By ANN OTHER"."""
    found = []
    for index in range(len(words) - 2):
        if words.lower[index] != "by" or (index and words.paragraph[index - 1] == words.paragraph[index]):
            continue
        last = index + 1
        while last < len(words) and words.paragraph[last] == words.paragraph[index] and words.text[last].isupper():
            last += 1
        alone = last == len(words) or words.paragraph[last] != words.paragraph[index] or words.text[last] in (",", "|")
        if alone and 2 <= last - index - 1 <= 3 and all(t.isalpha() for t in words.text[index + 1 : last]):
            found.append(Candidate(4.2, index + 1, last, "person"))
    return found


def signs(words: Words, name: Name) -> bool:
    """Whether a name stands in the line that says who wrote the text: "By Ann Other", "EXCLUSIVE by Ann Other"."""
    paragraph = words.paragraph[name.first]
    if paragraph > _HEAD or not name.first or words.lower[name.first - 1] != "by":
        return False
    first = name.first - 1
    while first and words.paragraph[first - 1] == paragraph and name.first - first <= _BEFORE_BY + 1:
        first -= 1
    opens = not first or words.paragraph[first - 1] != paragraph
    ends = name.last == len(words) or words.paragraph[name.last] != paragraph or words.text[name.last] in (",", "|")
    return opens and ends and not any(words.pos[i] in ("VERB", "AUX") for i in range(first, name.first - 1))


def find_signatures(words: Words) -> list[Candidate]:
    """Datelines ("DUBLIN, Dec 7 (Reuters) -" is no organisation but the agency is) and "Reporting by Ann Other"."""
    found = []
    size = len(words)
    for index, lower in enumerate(words.lower):
        if lower in _AGENCIES and words.text[index - 1 : index + 2 : 2] == ["(", ")"]:
            if index + 2 < size and words.text[index + 2] in ("-", "–", "—", "--"):
                found.append(Candidate(3.5, index, index + 1, "organisation"))
                start = _dateline_start(words, index - 1)
                if start < index - 1:
                    found.append(Candidate(3.4, start, index - 1, "other"))
        elif (
            lower == "by"
            and index
            and words.lower[index - 1] in ("reporting", "editing", "writing", "written", "edited")
        ):
            last = index + 1
            while last < size and last - index <= 3 and is_capital(words, last) and words.pos[last] == "PROPN":
                last += 1
            if last - index >= 3:
                found.append(Candidate(3.0, index + 1, last, "person"))
    return found


def find_opening_places(words: Words) -> list[Candidate]:
    """The place in capitals that opens a paragraph before a dash: "OTTAWA — ", "NEW YORK, May 3 -"."""
    found = []
    for index, text in enumerate(words.text):
        if text not in _DASHES or words.glued(index):
            continue
        first = index
        while first and words.paragraph[first - 1] == words.paragraph[index] and index - first < 9:
            first -= 1
        if first and words.paragraph[first - 1] == words.paragraph[index]:
            continue
        last = first
        while last < index and (words.text[last].isupper() or words.text[last] == "-"):
            last += 1
        rest = words.text[last:index]
        if last == first + 1 and words.lower[first] in _AGENCIES and not rest:
            found.append(Candidate(3.5, first, last, "organisation"))  # "REUTERS – "
        elif last > first and all(t == "," or t.isdigit() or t[0].isupper() for t in rest) and "(" not in rest:
            found.append(Candidate(3.4, first, last, "other"))
    return found


def find_tags(words: Words) -> list[Candidate]:
    """Hashtags and handles, which are no names."""
    return [
        Candidate(4.0, index, index + 1, "other")
        for index in range(1, len(words))
        if words.text[index - 1] in ("#", "@") and words.glued(index)
    ]


def _dateline_start(words: Words, bracket: int) -> int:
    """First word of the dateline that ends before "(Reuters)": places in capitals, their countries, a date."""
    start = first = bracket
    while first and words.sentence[first - 1] == words.sentence[bracket] and bracket - first < 9:
        text = words.text[first - 1]
        if text.isupper() and text.replace(".", "").isalpha() and (first < 2 or words.text[first - 2] != "/"):
            start = first - 1
        elif not (text in (",", ".", "/", "-") or text.isdigit() or words.lower[first - 1] in CALENDAR):
            if not (text[0].isupper() and first > 1 and words.text[first - 2] == ","):
                break
        first -= 1
    if start and words.text[start - 1] == "/" and words.lower[start - 2] in _AGENCIES:
        return bracket
    return start
