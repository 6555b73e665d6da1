"""How much of a sentence is what somebody said: the thing with its name, the clause beside an aside, no comment behind.

One parse for all the sentences, each a paragraph of its own, so that a wrong end in one does not hide in another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tui.ingest.plain import make_document

if TYPE_CHECKING:
    from tui.analysis.pipeline import Analyser

CASES: list[tuple[str, list[str]]] = [
    # what is named belongs to its name
    ("Ingrid Solberg called the timetable “a bad joke on commuters.”", ["the timetable “a bad joke on commuters.”"]),
    ("Marcus Bell called the ferry line a relic of the last century.", ["the ferry line a relic of the last century"]),
    ("Ingrid Solberg called Bell “reckless.”", ["Bell “reckless.”"]),
    ("The engineers describe the lock as a bottleneck.", ["the lock as a bottleneck"]),
    ("Ingrid Solberg refers to the harbour master as “the Admiral.”", ["the harbour master as “the Admiral.”"]),
    ("Marcus Bell dubbed the lock “the cork of the canal” on Friday.", ["the lock “the cork of the canal”"]),
    ("Ingrid Solberg did not call the timetable a joke.", []),
    ("Ingrid Solberg called the police.", []),
    ("A swimmer who calls herself the Otter won the race.", []),
    ("A club calling itself Friends of the Lock met on Monday.", []),
    ("Marcus Bell has proved himself a friend of the canal.", []),
    ("Marcus Bell calls himself a friend of the canal.", ["himself a friend of the canal"]),
    ("Marcus Bell declined to comment on the collision.", []),
    ("Ingrid Solberg refused to discuss the invoices.", []),
    # so do those who are to do what they are urged to
    ("Marcus Bell urged the carriers to share one dock.", ["the carriers to share one dock"]),
    ("Ingrid Solberg accused the carriers of hiding two collisions.", ["the carriers of hiding two collisions"]),
    ("Marcus Bell warned the crews not to sail at night.", ["not to sail at night"]),
    ("Ingrid Solberg called on the carriers to share one dock.", ["the carriers to share one dock"]),
    ("Ingrid Solberg told her crew to stay calm.", ["to stay calm"]),
    ("Marcus Bell asked the pilots to wait until Friday.", ["to wait until Friday"]),
    ("The captains begged passengers not to jump.", ["passengers not to jump"]),
    ("Marcus Bell asked to be left alone.", []),
    ("Marcus Bell asked me not to use his name.", []),
    ("Marcus Bell did not tell the pilots to wait.", []),
    ("The board ordered the pilots to wait.", []),
    # an aside with “as” vouches for the clause beside it
    ("As Marcus Bell pointed out, the lock was built for smaller boats.", ["the lock was built for smaller boats"]),
    ("The lock was built for small boats, as Marcus Bell told the council.", ["The lock was built for small boats"]),
    ("But as Ingrid Solberg has noted, the boats keep growing.", ["the boats keep growing"]),
    ("As Marcus Bell spoke, the hall emptied.", []),
    ("As Ingrid Solberg announced the closure, the hall emptied.", []),
    ("As the carriers responded to the plan, the hall emptied.", []),
    # surveys, counts of heads, and those who are quick to say it
    ("A survey of passengers found that most of them prefer the morning boat.",
     ["that most of them prefer the morning boat"]),
    ("Early results of the survey are showing that the morning boat is full.", ["that the morning boat is full"]),
    ("About 3 in 10 say they would rather take the bus.", ["they would rather take the bus"]),
    ("Ingrid Solberg was careful to mention that the boats were half empty.", ["that the boats were half empty"]),
    ("Marcus Bell found that the door was locked.", []),
    # a short fragment is told with the words around it that say what it is about
    ("Ingrid Solberg called for an end to “shadow fees” in the harbour.", ["an end to “shadow fees”"]),
    ("The carriers invited the town to share thousands of “missing” invoices from the archive.",
     ["the town to share thousands of “missing” invoices from the archive"]),
    ("Marcus Bell accused the carriers of a campaign of “ghost sailings” that cost millions.",
     ["the carriers of a campaign of “ghost sailings” that cost millions"]),
    ("Ingrid Solberg sees the lock as a return to the age of “wooden ships,” which has long been over.",
     ["the lock as a return to the age of “wooden ships,”"]),
    ("Marcus Bell told the pilots about the “long night.”", []),
    ("Ingrid Solberg spoke of “shadow fees.”", []),
    ("Ingrid Solberg did not call for an end to “shadow fees” in the harbour.", []),
    ("The fees were called “shadow fees” by Ingrid Solberg.", []),
    # nouns of saying have an owner, and say as much as verbs
    ("Marcus Bell’s claim that the lock had never failed surprised the crews.", ["that the lock had never failed"]),
    ("The crews cheered her vow to reopen the old canal.", ["to reopen the old canal"]),
    ("The claim that the lock had never failed surprised the crews.", []),
    ("The crews cheered her decision to reopen the old canal.", []),
    # the reporter's comment behind it is the reporter's
    ("Marcus Bell said that the closure would be short (naturally).", ["that the closure would be short"]),
    ("Ingrid Solberg said that she would sue the carriers — a threat she has made in three other harbours.",
     ["that she would sue the carriers"]),
    ("Marcus Bell said that the dock would stay — unless the carriers pay.",
     ["that the dock would stay — unless the carriers pay"]),
    ("Most captains say they trust the pilots, while only two pilots say the same of the captains.",
     ["they trust the pilots"]),
    # what the parser takes for what is said, and nobody said
    ("The watchman yelled and waved a lamp that was soon put out.", []),
    ("The collision was reported by a diver who had been working below.", []),
    ("“We were all asleep when it struck,” Marcus Bell told a diver nearby who seemed lost.", []),
    ("Reading her say it on a poster gives it more weight.", []),
    # nor what the speaker did then
    ("Ingrid Solberg said the lock would close and apologised to the crews.", ["the lock would close"]),
    ("Marcus Bell said the boat would sink by noon, then watched it sail on.", ["the boat would sink by noon"]),
    ("Ingrid Solberg said she would not stand again, ending months of speculation.", ["she would not stand again"]),
    ("Marcus Bell said no barge was lost, then walked out of the hall.", ["no barge was lost"]),
    ("Ingrid Solberg said she would not sail, ending her career.", ["she would not sail, ending her career"]),
    ("Marcus Bell promised to pay the crews, after they had protested outside the dock.", ["to pay the crews"]),
    ("Marcus Bell said the quay was sound and lifted the ban.", ["the quay was sound"]),
    ("The lock keeper said the gate was stuck, thanked the crews and walked home.", ["the gate was stuck"]),
    ("Ingrid Solberg said the sluice was unsafe and decided to shut it.", ["the sluice was unsafe"]),
    ("The coach said the team was ready and named her eleven.", ["the team was ready"]),
    ("Marcus Bell said the flood had hit the mill and drowned its cows.",
     ["the flood had hit the mill and drowned its cows"]),
    ("Marcus Bell said the crane was old and lifted nothing.", ["the crane was old and lifted nothing"]),
    ("Ingrid Solberg said the pilot was ill and walked home.", ["the pilot was ill and walked home"]),
    ("Ingrid Solberg said the boats were stolen and driven home.", ["the boats were stolen and driven home"]),
    ("Marcus Bell says the lock is shut and signs letters to the paper.",
     ["the lock is shut and signs letters to the paper"]),
    # nor what went on meanwhile, why it was said then, and who denies it
    ("Ingrid Solberg said two barges had sunk, as flames shot up behind her.", ["two barges had sunk"]),
    ("Marcus Bell said a pilot had drowned, as his wife stood behind him.",
     ["a pilot had drowned, as his wife stood behind him"]),
    ("Marcus Bell insisted that the lock would be sold, as dozens of captains looked on.",
     ["that the lock would be sold"]),
    ("Marcus Bell said tolls would rise, as coal became scarce.", ["tolls would rise, as coal became scarce"]),
    ("Ingrid Solberg said nobody was aboard, her voice shaking.", ["nobody was aboard"]),
    ("Ingrid Solberg said nobody was aboard, tears running down her face.", ["nobody was aboard"]),
    ("Marcus Bell announced that the lock would be mended, with dozens of captains cheering.",
     ["that the lock would be mended"]),
    ("Marcus Bell said the toll was a mistake, echoing the view of the pilots.", ["the toll was a mistake"]),
    ("Ingrid Solberg insisted the towpath is sound, two days after a wall fell on it.", ["the towpath is sound"]),
    ("Ingrid Solberg said the boy was found, a few hours after he vanished.",
     ["the boy was found, a few hours after he vanished"]),
    ("The carriers said they would close two docks, after orders fell by half.", ["they would close two docks"]),
    ("Marcus Bell claimed the gate had failed twice, a charge that the carriers reject.",
     ["the gate had failed twice"]),
    ("Marcus Bell said the gate had failed twice, which the carriers deny.", ["the gate had failed twice"]),
    ("A pilot, who said the fog was too thick, and who begged for a blanket, stood up.", ["the fog was too thick"]),
    ("A pilot, who said she had met a man who sang and who danced, stood up.",
     ["she had met a man who sang and who danced"]),
    ("Marcus Bell said nobody would be paid until the vote in June; the last one had three rounds.",
     ["nobody would be paid until the vote in June"]),
    # what is heard inside stays, and so does a word that the parser breaks
    ("The museum says thieves took two crowns before dawn, and that guards heard nothing.",
     ["thieves took two crowns before dawn, and that guards heard nothing"]),
    ("Marcus Bell accused the carriers of anti-Semitism.", ["the carriers of anti-Semitism"]),
    # a question put with "if"
    ("Ingrid Solberg asked the captains if they had seen the barge.", ["if they had seen the barge"]),
    ("Ingrid Solberg asked for a pay rise if the ferry did well.", []),
    # what an answer or a message is
    ("Ingrid Solberg's message to the crews was that the lock would stay shut.", ["that the lock would stay shut"]),
    ("The answer of Marcus Bell was never that the lock would stay shut.", []),
    ("Ingrid Solberg's problem was that the lock stayed shut.", []),
    # what follows behind the cue, or behind a semicolon
    ("The lock is full, Ingrid Solberg said, and the towpath is closed.",
     ["The lock is full", "and the towpath is closed"]),
    ("The lock is full, Ingrid Solberg said, and she left.", ["The lock is full"]),
    ("Marcus Bell said the roof was gone; the tiles, which are old, came from Delft.", ["the roof was gone"]),
    ("Marcus Bell said the roof was gone; the walls would follow.", ["the roof was gone; the walls would follow"]),
    ("A cook who said she had burnt the soup, and who asked for tea, wept.", ["she had burnt the soup"]),
    ("Marcus Bell told a hastily called meeting that the lock had failed.", ["that the lock had failed"]),
    ("A skipper said, when asked, that the nets were gone.", ["that the nets were gone"]),
    ("Marcus Bell denied through a friend that doors had been slammed.", ["that doors had been slammed"]),
    ("The pilots say their union will block the canal after the firm dug it without, they say, a single meeting.",
     ["their union will block the canal after the firm dug it without, they say, a single meeting"]),
]  # fmt: skip


@pytest.fixture(scope="module")
def said(analyser: Analyser) -> dict[str, list[str]]:
    """What is reported in each sentence."""
    document = make_document("\n\n".join(["A quarrel about a lock", *(sentence for sentence, _ in CASES)]))
    found: dict[str, list[str]] = {sentence: [] for sentence, _ in CASES}
    for quote in analyser.analyse(document).quotes:
        if quote.kind == "indirect":
            paragraph = document.paragraphs[document.paragraph_at(quote.span.start)].span
            found[document.slice(paragraph)].append(document.slice(quote.span))
    return found


@pytest.mark.parametrize(("sentence", "contents"), CASES)
def test_what_is_said_is_whole_and_nothing_else(said: dict[str, list[str]], sentence: str, contents: list[str]) -> None:
    assert said[sentence] == contents
