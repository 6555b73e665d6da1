"""Who speaks in single sentences of shapes that hide it: one document for each kind, one sentence a paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.domain.once import told_once
from tui.ingest.plain import make_document

if TYPE_CHECKING:
    from tui.analysis.pipeline import Analyser
    from tui.domain.findings import Quote

Table = list[tuple[str, str | None]]
"""Sentences, and the name of who speaks in each; None where nobody does."""


def told(analyser: Analyser, sentences: list[str]) -> list[list[Quote]]:
    """What is said in each sentence, all of them read at once."""
    found = analyser.analyse(make_document("\n\n".join(sentences)))
    starts = [sum(len(s) + 2 for s in sentences[:n]) for n in range(len(sentences) + 1)]
    return [[q for q in found.quotes if a <= q.span.start < b] for a, b in zip(starts, starts[1:], strict=False)]


def agrees(analyser: Analyser, table: Table) -> None:
    """Assert that each sentence has its speaker and no other."""
    quotes = told(analyser, [sentence for sentence, _ in table])
    found = [sorted({q.speaker.name if q.speaker else "?" for q in said}) for said in quotes]
    rows = zip(table, found, strict=True)
    wrong = [(sentence, names) for (sentence, name), names in rows if names != ([name] if name else [])]
    assert not wrong


def test_a_document_speaks_for_its_writer_not_for_who_came_by_it(analyser: Analyser) -> None:
    agrees(
        analyser,
        [
            ("A report obtained by the Corran Gazette said the weir was cracked.", "report"),
            ("An audit seen by Tarrant Steel said the books were false.", "audit"),
            ("An e-mail sent to members by the club's treasurer, Iris Malone, said “we are solvent.”", "Iris Malone"),
            ("The e-mail, dated Monday and signed by Owen Strand, said the roof had gone.", "Owen Strand"),
            ("A press release put out by Wexcombe Foods in Perth says the plant will reopen.", "Wexcombe Foods"),
            ("A letter signed by the choir's secretary said the hall was cold.", "choir's secretary"),
            ("A statement from Nadia Fenn's office said she would rest.", "Nadia Fenn's office"),
            ("“The bridge is open,” said a statement from the governor's office.", "governor's office"),
        ],
    )


def test_a_name_behind_what_somebody_is_of_is_who_speaks(analyser: Analyser) -> None:
    agrees(
        analyser,
        [
            ("Ambassador to Vastland Helen Orr said the talks had failed.", "Helen Orr"),
            ("“They are over,” the envoy to Peru Martin Dale said.", "Martin Dale"),
            ("“Nobody was hurt,” said spokesman for the ministry Karl Brandt.", "Karl Brandt"),
            ("The Member for Ashbrook Susan Pell says the road is a disgrace.", "Susan Pell"),
            ("Federal Member for Corran, Peter Lund, says the road is a disgrace.", "Peter Lund"),
            ("Chief executive of Tarrant Mining Julia Stead said the pit would reopen.", "Julia Stead"),
            ("A spokeswoman for the harbour board, Anita Rowe, said the pier was shut.", "Anita Rowe"),
        ],
    )


def test_a_name_behind_a_preposition_is_not_who_speaks_for_it(analyser: Analyser) -> None:
    agrees(
        analyser,
        [
            ("A lawyer for Helen Orr said there would be an appeal.", "lawyer"),
            ("A friend of the victim Susan Pell said there was no warning.", "friend"),
            ("A spokeswoman for the firm Edgar Holt said sales had fallen.", "spokeswoman"),
        ],
    )


def test_neither_a_verb_nor_a_day_belongs_to_a_name(analyser: Analyser) -> None:
    agrees(
        analyser,
        [
            ("Said Karl Brandt: “The pier is a death trap.”", "Karl Brandt"),
            ("Yesterday Page told the court the lights were out.", "Page"),
        ],
    )


def test_a_participle_behind_a_thing_is_of_who_does_what_the_sentence_tells(analyser: Analyser) -> None:
    agrees(
        analyser,
        [
            ("Iris Malone rejected calls for an inquiry into the mine saying there was no need.", "Iris Malone"),
            ("Owen Strand held a press conference at the pier saying the work was done.", "Owen Strand"),
            ("Mr Dale issued a statement on the ban saying it would go ahead.", "Dale"),
            ("The premier defended the levy on water saying it had saved the river.", "premier"),
            ("A spokesman for the plan saying it would work left the hall.", "spokesman for the plan"),
            ("Karl Brandt put up signs saying the pier was closed.", "signs"),
            ("Members heard from a diver saying the pier was unsafe.", None),
        ],
    )


def test_the_last_of_several_deeds_is_to_speak(analyser: Analyser) -> None:
    agrees(
        analyser,
        [
            ("Mr Strand arrived late, sat down beside his wife and told the hearing he had nothing to add.", "Strand"),
            ("Julia Stead, 46, put on a coat, thanked the jury and said home was far.", "Julia Stead"),
            ("“We tried,” Anita Rowe said, then shrugged and added that nobody had listened.", "Anita Rowe"),
            ("Councillors booed, walked out and said they would not return.", "Councillors"),
            ("Helen Orr told the man he had seen at the gate.", None),
        ],
    )


def test_what_was_denied_or_not_said_keeps_its_denial_in_the_cue(analyser: Analyser) -> None:
    table = [
        ("Owen Strand did not say that the pier was safe.", "did not say", "that the pier was safe"),
        ("The ministry would not immediately confirm that talks had failed.", "would not immediately confirm", "that"),
        ("Tarrant Steel has never claimed that the pit was safe.", "has never claimed", "that the pit was safe"),
        ("The audit did not, however, claim that money was lost.", "did not, however, claim", "that money was lost"),
        ("Iris Malone neither confirmed nor denied that she would stand.", "neither confirmed nor denied", "that she"),
        ("Karl Brandt denied the weir was cracked.", "denied", "the weir was cracked"),
        ("Julia Stead told the guests that roads to villages won't last.", "told", "that roads to villages won't last"),
    ]
    text = "\n\n".join(sentence for sentence, _, _ in table)
    quotes = told(analyser, [sentence for sentence, _, _ in table])
    found = [
        [(text[q.cue.start : q.cue.end], text[q.span.start : q.span.end]) for q in said if q.cue] for said in quotes
    ]
    assert [[cue for cue, _ in said] for said in found] == [[cue] for _, cue, _ in table]
    assert all(said[0][1].startswith(words) for said, (_, _, words) in zip(found, table, strict=True))


def test_nobody_is_told_to_have_said_what_no_one_said(analyser: Analyser) -> None:
    agrees(
        analyser,
        [
            ("No official has said that the pier is unsafe.", None),
            ("Neither driver admitted that the brakes were old.", None),
            ("None of the divers claimed that the weir was cracked.", None),
        ],
    )


def test_a_cue_in_the_midst_of_a_question_or_a_trouble_leaves_it_whole(analyser: Analyser) -> None:
    sentences = [
        "The question is, Helen Orr asked, who will pay.",
        "The point is, Martin Dale said, that the pier is old.",
        "What we need, Susan Pell said, is a new weir.",
        "The trouble, said Owen Strand, is that nobody was asked.",
    ]
    text = "\n\n".join(sentences)
    said = [told_once(tuple(quotes)) for quotes in told(analyser, sentences)]
    found = [[text[quote.span.start : quote.span.end] + "." for quote in quotes] for quotes in said]
    assert found == [[sentence] for sentence in sentences]


def test_they_are_the_two_whom_the_sentence_before_is_about(analyser: Analyser) -> None:
    agrees(
        analyser,
        [
            (
                "Iris Malone and Owen Strand run the pier. They said it would close in May.",
                "Iris Malone and Owen Strand",
            ),
            (
                "Wexcombe Foods and Tarrant Steel have met. They said the talks went well.",
                "Wexcombe Foods and Tarrant Steel",
            ),
            ("Karl Brandt and his wife Anna live by the weir. They say it is loud.", "Karl Brandt and Anna"),
        ],
    )
    loose = "Iris Malone and Owen Strand run the pier. Tourists love it. They say it is the best in the country."
    assert told(analyser, [loose])[0][0].speaker is None


def test_who_puts_it_so_or_is_reported_to_have_said_it_speaks(analyser: Analyser) -> None:
    agrees(
        analyser,
        [
            ("“The pier is a death trap,” as Karl Brandt put it.", "Karl Brandt"),
            ("As Helen Orr put it, the weir is “a disaster in waiting.”", "Helen Orr"),
            ("“Nobody was told”: it was Susan Pell who said that.", "Susan Pell"),
            ("The hearing was told by a diver, Martin Dale, that the pier was unsafe.", "Martin Dale"),
            ("Mr Strand is reported to have said that the pier is unsafe.", "Strand"),
            ("They held the rowers, who all night were heard to shout “open the lock”.", "rowers"),
            ("The Corran Gazette reported Anita Rowe as saying that the pier was unsafe.", "Anita Rowe"),
            ("Quoting Julia Stead, the Corran Gazette said the pier was unsafe.", "Julia Stead"),
        ],
    )


def last_speakers(analyser: Analyser, table: Table) -> None:
    """Assert who says the last thing in each text; the texts are read one by one."""
    for text, name in table:
        said = analyser.analyse(make_document(text)).quotes[-1]
        assert (said.speaker.name if said.speaker else None) == name, text


def test_pronouns_and_the_company_stand_for_who_the_words_just_before_are_of(analyser: Analyser) -> None:
    last_speakers(
        analyser,
        [
            (
                "Owen Strand met the premier. An address yesterday by Mr Dale, in which he said the strike must end, "
                "was hailed by the unions.",
                "Dale",
            ),
            (
                "Miners have burned huts. Leaders from three churches have met to speak against what they call a "
                "cruel regime.",
                "Leaders from three churches",
            ),
            (
                "Tarrant Systems Inc said it sold 300,000 shares to <Merrow N.V.> of Lucerne for 40,000 dlrs.\n\n"
                "Tarrant Systems said Merrow could raise its holding where the owners of the company change.\n\n"
                "The company said the warrants run for five years.",
                "Tarrant Systems Inc",
            ),
            (
                "In her report, the coroner, Iris Malone, said the boy was alone.\n\nThe boy was held for a month. But "
                "the coroner said he had been well.",
                "Iris Malone",
            ),
        ],
    )


def test_neither_it_nor_a_noun_with_a_is_several(analyser: Analyser) -> None:
    last_speakers(
        analyser,
        [
            ("Dealers said the note does little to end talk. It does reveal that a bank was hired.", None),
            ("The board cut four posts, a step dealers said would let it stand alone.", "dealers"),
            (
                "In a joint note, Tarrant Mining and Wexcombe Foods said talks were over.",
                "Tarrant Mining and Wexcombe Foods",
            ),
        ],
    )
    assert not told(analyser, ["The cheers and told-you-sos came early."])[0]


def test_a_title_that_is_judged_is_no_quote(analyser: Analyser) -> None:
    agrees(
        analyser,
        [
            ("Iris Malone described “Night Ferry” as her best film.", None),
            ("Critics praised “Slow Harbour” as a triumph.", None),
            ("Karl Brandt described the film as “a triumph.”", "Karl Brandt"),
        ],
    )


def test_a_body_with_others_and_a_firm_with_its_division_keep_their_own_names(analyser: Analyser) -> None:
    agrees(
        analyser,
        [
            ("The Pilots Federation and parents say the plan will fail.", "Pilots Federation and parents"),
            (
                "The lead author and national head of Child Watch, Iris Malone, says the work took ten years.",
                "Iris Malone",
            ),
            ("<Dunmore Corp> said its Dunmore Noble Growers Co division was for sale.", "Dunmore Corp"),
        ],
    )


def test_things_say_nothing_where_they_only_show(analyser: Analyser) -> None:
    agrees(
        analyser,
        [
            ("His death reminds us that the sea is cruel.", None),
            ("The collapse of two weirs makes clear how much is to be done.", None),
            ("The minister made clear that nobody would pay.", "minister"),
        ],
    )
