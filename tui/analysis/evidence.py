"""What speaks for a name being a person, an organisation or something else: its own words and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from tui.analysis import lexicon

if TYPE_CHECKING:
    from tui.analysis.words import Words

_SAYING = frozenset(["say", "says", "said", "told", "tells", "added", "adds", "wrote", "writes", "tweeted", "asked"])
_COMPANY_NOUNS = frozenset(
    "shares stock spokesman spokeswoman spokesperson ceo executives employees subsidiary".split()
)


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

    def label(self) -> Literal["person", "organisation", "other"]:
        """The reading with the greatest weight."""
        if self.person > self.organisation and self.person > self.other:
            return "person"
        if self.organisation >= self.person and self.organisation > self.other:
            return "organisation"
        return "other"


def form_evidence(form: tuple[str, ...]) -> Evidence:
    """What the words of the name say, wherever it stands."""
    found = Evidence()
    last = form[-1]
    if form in lexicon.known_organisations() and form[0].lower() not in lexicon.words("common_words"):
        found.organisation += 4
    if " ".join(form) in lexicon.words("places"):
        found.other += 5
    if " ".join(form) in lexicon.words("demonyms"):
        found.other += 4
    if len(form) > 1:
        if last in lexicon.words("company_suffixes"):
            found.organisation += 5
        elif last in lexicon.words("organisation_heads"):
            found.organisation += 3
        elif last in lexicon.words("other_words") or last in lexicon.words("place_words"):
            found.other += 3
        elif form[0] in lexicon.words("first_names"):
            found.person += 1.5
        if len(form) > 2 and "of" in form and form[form.index("of") - 1] in lexicon.words("organisation_openers"):
            found.organisation += 3
    elif form[0] in lexicon.words("first_names"):
        found.person += 0.5
    if any(c.isdigit() for c in last):
        found.other += 1.5
    return found


def place_evidence(words: Words, first: int, last: int) -> Evidence:
    """What the place of one occurrence says."""
    found = Evidence()
    size = len(words)
    before = words.lower[first - 1] if first else ""
    after = words.lower[last] if last < size else ""
    if first and words.text[first - 1] in lexicon.words("titles"):
        found.person += 2
    elif before in lexicon.person_nouns() and words.sentence[first - 1] == words.sentence[first]:
        found.person += 1
    if before in ("the", "a", "an"):
        found.person -= 1.5
    if after == "," and last + 2 < size and words.text[last + 1].isdigit() and words.text[last + 2] in (",", "."):
        if len(words.text[last + 1]) == 2:
            found.person += 3
    if after == "who" or (after == "," and last + 1 < size and words.lower[last + 1] in ("who", "whose")):
        found.person += 1.5
    if after in _SAYING:
        found.person += 0.5
        found.organisation += 0.3
    if after in ("'s", "’s") and last + 1 < size and words.lower[last + 1] in _COMPANY_NOUNS:
        found.organisation += 1
    if before in ("at", "by") and words.dep[last - 1] == "pobj":
        found.organisation += 0.2
    if before == "in" and words.dep[last - 1] == "pobj":
        found.other += 0.4
    return found
