"""Names of people and organisations in the text: the model's, corrected by what the words and the document say.

Three steps: candidates (`candidates.py`), then one label for each form of name from the evidence of all its
occurrences, then the repeats of known forms that nobody marked. Mikheev, Moens and Grover (1999, "Named Entity
Recognition without Gazetteers") describe the approach: sure rules first, then what the document itself has taught.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.acronyms import bind_acronyms, find_expanded
from tui.analysis.candidates import find_candidates, strongest
from tui.analysis.edges import Candidate, Name, title_before
from tui.analysis.founders import split_owners
from tui.analysis.headlines import capitalised_sentences, settle_headlines
from tui.analysis.labelling import label_forms
from tui.analysis.office_bodies import find_office_bodies
from tui.analysis.overgrown import cut_overgrown
from tui.analysis.parties import find_parties
from tui.analysis.partnerships import find_partnerships
from tui.analysis.posts import find_posts
from tui.analysis.premises import find_premises
from tui.analysis.repeats import add_repeats
from tui.analysis.self_named import find_self_named
from tui.analysis.signatures import find_bylines, find_credits, find_opening_places, find_signatures, find_tags
from tui.analysis.teams import find_teams
from tui.analysis.tickers import find_tickers
from tui.analysis.widening import widen_to_known

if TYPE_CHECKING:
    from tui.analysis.words import Words


def find_names(words: Words) -> list[Name]:
    """All names of the text in order, without overlaps, labelled the same wherever the form is the same."""
    shouting = capitalised_sentences(words)
    found = [*find_candidates(words, shouting), *find_credits(words), *find_signatures(words), *find_teams(words)]
    found += find_bylines(words)
    found += [*find_opening_places(words), *find_tags(words), *find_expanded(words)]
    found += [*find_tickers(words, shouting), *find_partnerships(words), *find_posts(words)]
    found += [*find_parties(words), *find_office_bodies(words), *find_premises(words)]
    told = find_self_named(words)
    found += [Candidate(3.5, one.first, one.last, "person") for one in told]
    names = [
        Name(c.first, c.last, c.label, tuple(words.text[c.first : c.last]), c.weight, title_before(words, c.first))
        for c in strongest(found)
    ]
    names.sort(key=lambda name: name.first)
    names = cut_overgrown(words, widen_to_known(words, split_owners(names)))
    acronyms = bind_acronyms(words, names)
    label_forms(words, names, acronyms, {one.first for one in told})
    settle_headlines(words, names, shouting)
    names = add_repeats(words, names, acronyms, shouting)
    return sorted((n for n in names if n.label != "other"), key=lambda n: n.first)
