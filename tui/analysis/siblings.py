"""Names in a list are of one kind: in "Hilsea, Cosham and Havant", what two of them are the third is as well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.definitions import examples_of

if TYPE_CHECKING:
    from tui.analysis.edges import Name
    from tui.analysis.evidence import Evidence
    from tui.analysis.words import Words

_JOINS = frozenset(["and", "or", "&", "nor"])
_SURE = 1.8
"""How far ahead the reading of a name must be to tell something of its neighbours."""
_OPEN = 2.6
"""How far ahead it may be at most to be told something itself."""
_VOTE = 2.2
_PAIR = 0.55
"""What a list of two is worth: "the minister and Parliament" are not of one kind."""


def find_lists(words: Words, names: list[Name]) -> list[list[Name]]:
    """The runs of names with nothing but commas and "and" between them, of two or more with an "and", else of four."""
    found: list[list[Name]] = []
    run: list[Name] = []
    joined = False
    for name in names:
        link = _link(words, run[-1].last, name.first) if run else ""
        if not link:
            found += [run] if _is_list(run, joined) else []
            run, joined = [], False
        run.append(name)
        joined = joined or link == "and"
        if link == "and":  # what follows the last "and" is no part of the list
            found += [run] if _is_list(run, joined) else []
            run, joined = [name], False
    found += [run] if _is_list(run, joined) else []
    return found


def _is_list(run: list[Name], joined: bool) -> bool:
    return len(run) >= (2 if joined else 4)


def _link(words: Words, last: int, first: int) -> str:
    """What joins two names: "and", "," or nothing; an article before the second is passed over."""
    between = words.lower[last:first]
    if words.sentence[last - 1] != words.sentence[first]:
        return ""
    if between and between[-1] == "the":
        between = between[:-1]
    if between == [","]:
        return ","
    return "and" if between and between[-1] in _JOINS and between[:-1] in ([], [","]) else ""


def settle_siblings(words: Words, names: list[Name], totals: dict[tuple[str, ...], Evidence]) -> None:
    """Let the names that are sure of what they are vote for those beside them in a list that are not."""
    votes: list[tuple[Evidence, str, float]] = []
    for run in find_lists(words, names):
        examples = examples_of(words, run[0].first)
        for name in run[1:]:
            if name.words in totals:
                totals[name.words].add(examples)
        known = [(name.words, totals[name.words]) for name in run if name.words in totals]
        sure = {form: e.label() for form, e in known if e.lead() >= _SURE}
        for form, evidence in known:
            labels = {label for other, label in sure.items() if other != form}
            share = 1.0 if len(run) > 2 else _PAIR
            if len(labels) == 1 and evidence.lead() < _OPEN * share:
                votes.append((evidence, labels.pop(), _VOTE * share))
    for evidence, label, weight in votes:
        evidence.vote(label, weight)
