"""Citations of findings: what is cited, what is left out, and that an article's words never become markup."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from urllib.parse import unquote

import bibtexparser
import pytest
import rispy
from articles import KNOWN, TEXT, article, findings, span
from markdown_it import MarkdownIt

from tui import citation
from tui.citation import STYLES, cite
from tui.citation.fragment import directive_for
from tui.citation.references import latex
from tui.domain.findings import Analysis, Speaker
from tui.domain.text import Document, Facts, Span
from tui.errors import ReaderError
from tui.ingest.plain import make_document

DOCUMENT = article(KNOWN)
BARE = article()
ANALYSIS = findings(DOCUMENT)
TODAY = date(2026, 11, 24)
HOSTILE = (
    "* # 1. \\input{/etc/passwd} {open } $x$ % & # _u_ ~t~ ^2^ [l](javascript:x) ![i](x) <script>alert(1)</script> "
    "`code` &amp; @key [@key] [^1] [[shell:ls][x]] elisp:(x) src_sh{ls} {{{m}}} @@html:<b>@@ ER - TY - X }, "
    "note={evil} </blockquote> http://x.y"
)


def test_plain_names_the_speaker_the_role_and_where_the_words_stand() -> None:
    assert cite(DOCUMENT, ANALYSIS, ANALYSIS.quotes[0]) == (
        "“The old ferry is finished,”\n— Ines Okoro, mayor of Low Haven, in “Harbour town votes on new bridge”, "
        "Grace Okafor and Per Olof Lindqvist, AP, The Daily Ledger, 27 December 2023, https://example.org/news/1, ¶ 3"
    )


def test_what_is_not_known_is_left_out() -> None:
    assert cite(BARE, ANALYSIS, ANALYSIS.quotes[3]) == (
        "“We will not stop,”\n— “Harbour town votes on new bridge”, AP, ¶ 5"
    )
    for style in STYLES:
        shown = cite(BARE, ANALYSIS, ANALYSIS.quotes[3], style, TODAY)
        assert "None" not in shown
        assert "2026" not in shown  # without an address there is nothing that was visited


def test_reported_speech_is_cited_with_its_sentence_and_never_as_spoken() -> None:
    for style in ("plain", "apa", "markdown", "html"):
        shown = cite(DOCUMENT, ANALYSIS, ANALYSIS.quotes[1], style)
        assert "She said that the ferry had “no future” at all." in shown
        assert "Ines Okoro, mayor of Low Haven, as reported" in shown
        assert "“the ferry had" not in shown


def test_a_figure_is_cited_with_its_sentence_and_a_person_with_the_first_sentence_about_them() -> None:
    assert cite(DOCUMENT, ANALYSIS, ANALYSIS.numbers[0]).startswith("LOW HAVEN (AP) — The harbour council voted")
    assert "\n— on Ines Okoro, mayor of Low Haven, in “" in cite(DOCUMENT, ANALYSIS, ANALYSIS.people[0])


def test_a_sentence_and_a_selection_are_cited_as_they_stand() -> None:
    sentence = DOCUMENT.sentences[4]
    assert cite(DOCUMENT, ANALYSIS, sentence).startswith(f"{DOCUMENT.slice(sentence.span)}\n— ")
    assert cite(DOCUMENT, ANALYSIS, span("“no future”")).startswith("“no future”\n— ")


def test_a_selection_over_paragraphs_keeps_them_apart_and_one_beyond_the_text_is_held_to_it() -> None:
    start = TEXT.index("The ferry carried")
    shown = citation.words(DOCUMENT, ANALYSIS, Span(start, 10_000))
    assert shown == "The ferry carried 340 passengers a day. “We will not stop,” said Okoro.\n\n" + (
        "“We will not stop,” answered the ferry's crew."
    )


def test_hard_wrapped_lines_are_joined() -> None:
    lines = [
        "“It was the longest winter that the harbour town had seen,",
        "and the ice held until the last week of April,” she said",
    ]
    text = "\n".join(lines * 4)
    document = make_document(text)
    assert "town had seen, and the ice held" in citation.words(document, Analysis(), Span(0, len(text)))


@pytest.mark.parametrize("style", STYLES)
def test_several_items_come_once_each_in_the_order_of_the_article(style: str) -> None:
    first, second = ANALYSIS.quotes[0], ANALYSIS.quotes[2]
    together = cite(DOCUMENT, ANALYSIS, [second, first, second], style)
    shown = unquote(together)
    assert 0 <= shown.index("The old ferry") < shown.index("We will not stop")
    assert shown.count("The old ferry") == 1


@pytest.mark.parametrize("style", ["apa", "mla", "chicago", "harvard"])
def test_the_comma_of_the_report_gives_way_to_the_citation_and_other_marks_stay(style: str) -> None:
    assert cite(DOCUMENT, ANALYSIS, ANALYSIS.quotes[0], style).startswith(
        "Ines Okoro, mayor of Low Haven: “The old ferry is finished” ("
    )
    document = make_document("Ann asked\n\n“Why the U.S.?” she said to the crowd that had come to the harbour.")
    assert "“Why the U.S.?” (" in cite(document, Analysis(), span_of(document.text, "“Why the U.S.?”"), style)


def span_of(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def test_a_pronoun_is_no_name_of_a_speaker() -> None:
    quote = replace(ANALYSIS.quotes[0], speaker=Speaker("She", None, None, "She", span("She"), "pronoun"))
    assert cite(DOCUMENT, ANALYSIS, quote, "apa").startswith("“The old ferry is finished” (")


def test_every_style_of_the_list_has_its_writer() -> None:
    from tui.citation.styles import WRITERS

    assert list(WRITERS) == list(STYLES)


def test_a_description_that_stands_for_a_name_begins_with_a_capital() -> None:
    speaker = Speaker("senior official", None, None, "Okoro", span("Okoro"), "nominal")
    quote = replace(ANALYSIS.quotes[0], speaker=speaker)
    assert cite(DOCUMENT, ANALYSIS, quote, "apa").startswith("Senior official: “The old ferry is finished” (")


def test_a_style_that_does_not_exist_is_told() -> None:
    with pytest.raises(ReaderError, match="there are plain, apa"):
        cite(DOCUMENT, ANALYSIS, ANALYSIS.quotes[0], "vancouver")


@pytest.mark.parametrize("style", STYLES)
def test_no_control_of_the_article_reaches_a_citation(style: str) -> None:
    text = "Title\x1b]52;c;x\x07 here\n\nShe said “go\x1b[31m\x9b\u202e on” to all of the crew that evening.\n"
    facts = Facts(byline="A\x1b[2J Bee", publication="P\x07aper", url="https://x.y/\x1b\u202e")
    document = make_document(text, facts=facts)
    shown = cite(document, Analysis(), document.sentences[-1], style, TODAY)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", shown)


def hostile(start: str = "") -> tuple[str, dict[str, str]]:
    """Hostile words cited in every style, the facts being as hostile."""
    url = 'https://x.y/a"b<c>{d}\\e %20|f'
    facts = Facts(title=HOSTILE, byline="Ann {Evil} and Bob % Smith", publication=HOSTILE, url=url)
    document = make_document(f"Head line\n\n{start}{HOSTILE}\n", facts=facts)
    finding = document.paragraphs[1].span
    return f"{start}{HOSTILE}", {style: cite(document, Analysis(), finding, style, TODAY) for style in STYLES}


STARTS = ["", "1. ", "- ", "> ", "| a ", "+ ", "#+INCLUDE: x ", ": x ", "(1) ", "A. ", "=== "]


@pytest.mark.parametrize("start", STARTS)
def test_hostile_words_stay_words_in_markdown(start: str) -> None:
    words, shown = hostile(start)
    quotation = shown["markdown"].split("\n\n[^")[0]
    tokens = MarkdownIt("commonmark").parse(quotation)
    assert [token.type for token in tokens] == [
        "blockquote_open", "paragraph_open", "inline", "paragraph_close", "blockquote_close",
    ]  # fmt: skip
    children = tokens[2].children or []
    assert {child.type for child in children} <= {"text", "text_special"}
    assert "".join(child.content for child in children).startswith(words)


@pytest.mark.parametrize("start", STARTS)
def test_hostile_words_stay_words_in_org(start: str) -> None:
    _, shown = hostile(start)
    body = shown["org"].removeprefix("#+begin_quote\n").split("\n#+end_quote\n")
    assert len(body) == 2
    assert not re.match(r"\*+ |#[+ ]|\||: |[-+] |(\d+|[A-Za-z])[.)] ", body[0])
    assert not re.search(r"\[\[|src_|\{\{\{|@@|\[fn:|\[cite|elisp:\(|\$x|\\input|(^|\s)[*/_=~+]\w", body[0])
    assert body[1].count("[[") == 1  # our own link


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.words += data


def test_hostile_words_stay_words_in_html() -> None:
    words, shown = hostile()
    reader = _Reader()
    reader.feed(shown["html"])
    assert reader.tags == ["blockquote", "p", "footer", "a", "cite"]
    assert reader.words.strip().startswith(words)


def test_an_address_that_is_none_is_left_out() -> None:
    document = article(Facts(url="javascript:alert(1)"))
    for style in STYLES:
        assert "javascript" not in cite(document, ANALYSIS, ANALYSIS.quotes[0], style)


def test_bibtex_is_read_back_as_it_was_meant() -> None:
    library = bibtexparser.parse_string(cite(DOCUMENT, ANALYSIS, ANALYSIS.quotes[0], "bibtex", TODAY))
    assert not library.failed_blocks
    (entry,) = library.entries
    fields = {field.key: field.value for field in entry.fields}
    assert (entry.entry_type, entry.key) == ("article", "okafor2023harbour")
    assert fields["author"] == "Okafor, Grace and Lindqvist, Per Olof"
    assert fields["journal"] == "The Daily Ledger"
    assert fields["date"] == "2023-12-27"
    assert fields["urldate"] == "2026-11-24"
    assert fields["annote"].startswith("“The old ferry is finished,” — Ines Okoro")


def test_hostile_words_neither_end_a_bibtex_entry_nor_run_a_command() -> None:
    _, shown = hostile()
    library = bibtexparser.parse_string(shown["bibtex"])
    assert not library.failed_blocks
    (entry,) = library.entries
    assert [field.key for field in entry.fields] == ["author", "title", "journal", "url", "urldate", "annote"]
    assert set(re.findall(r"\\([a-z]+|.)", shown["bibtex"])) <= {
        "textbackslash", "textbraceleft", "textbraceright", "textasciitilde", "textasciicircum", "textless",
        "textgreater", "textbar", "textasciigrave", "$", "&", "#", "_", "%",
    }  # fmt: skip
    assert shown["bibtex"].count("{") == shown["bibtex"].count("}")


def test_latex_prints_dashes_and_braces_as_they_are() -> None:
    assert latex("a -- {b") == r"a -{}- \textbraceleft{}b"


def test_ris_is_read_back_as_it_was_meant() -> None:
    (entry,) = rispy.loads(cite(DOCUMENT, ANALYSIS, list(ANALYSIS.quotes[:2]), "ris", TODAY))
    assert entry["type_of_reference"] == "NEWS"
    assert entry["authors"] == ["Okafor, Grace", "Lindqvist, Per Olof"]
    assert entry["title"] == "Harbour town votes on new bridge"
    assert entry["secondary_title"] == "The Daily Ledger"
    assert entry["date"] == "2023/12/27/"
    assert entry["urls"] == ["https://example.org/news/1"]
    assert len(entry["notes"]) == 2


def test_hostile_words_neither_begin_nor_end_a_ris_record() -> None:
    text = "Head\n\n“One\nER  - \nTY  - BOOK\nTI  - Fake” he told the crew of the ferry on the evening before.\n"
    document = make_document(text, facts=Facts(title="X\nER  - \nTY  - BOOK"))
    (entry,) = rispy.loads(cite(document, Analysis(), Span(0, len(text)), "ris"))
    assert entry["type_of_reference"] == "NEWS"


def test_csl_json_is_an_item_that_citeproc_takes() -> None:
    (item,) = json.loads(cite(DOCUMENT, ANALYSIS, ANALYSIS.quotes[0], "csl-json", TODAY))
    assert item["type"] == "article-newspaper"
    assert item["author"] == [{"family": "Okafor", "given": "Grace"}, {"family": "Lindqvist", "given": "Per Olof"}]
    assert item["issued"] == {"date-parts": [[2023, 12, 27]]}
    assert item["accessed"] == {"date-parts": [[2026, 11, 24]]}
    (bare,) = json.loads(cite(BARE, ANALYSIS, ANALYSIS.quotes[0], "csl-json", TODAY))
    assert set(bare) == {"id", "type", "title", "author", "annote"}


def test_pandocs_key_is_the_one_of_the_entry() -> None:
    shown = cite(DOCUMENT, ANALYSIS, ANALYSIS.quotes[0], "pandoc")
    assert shown.endswith("“The old ferry is finished” [@okafor2023harbour, para. 3].")


def test_an_annotation_selects_the_words_by_quotation_and_by_position() -> None:
    note = json.loads(cite(DOCUMENT, ANALYSIS, ANALYSIS.quotes[2], "annotation"))
    quotation, position = note["target"]["selector"]
    assert (quotation["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
    assert TEXT[position["start"] : position["end"]] == quotation["exact"] == "We will not stop,"
    around = re.sub(r"\s", " ", TEXT)
    assert around.count(quotation["prefix"] + quotation["exact"] + quotation["suffix"]) == 1
    assert note["body"]["value"] == "Ines Okoro, mayor of Low Haven"
    assert note["target"]["source"] == "https://example.org/news/1"


def test_an_annotation_of_a_text_without_address_names_it_by_its_hash() -> None:
    note = json.loads(cite(BARE, ANALYSIS, ANALYSIS.quotes[2], "annotation"))
    assert re.fullmatch(r"ni:///sha-256;[\w-]{43}", note["target"]["source"])
    assert note == json.loads(cite(BARE, ANALYSIS, ANALYSIS.quotes[2], "annotation"))


def test_a_link_escapes_what_means_something_in_a_directive() -> None:
    document = make_document("Head\n\nThe so-called “long-term, safe & sound” deal was off by the end of the week.\n",
                             facts=Facts(url="https://example.org/a#part"))  # fmt: skip
    words = "long-term, safe & sound"
    assert cite(document, Analysis(), span_of(document.text, words), "link") == (
        "https://example.org/a#part:~:text=long%2Dterm%2C%20safe%20%26%20sound"
    )


def test_a_link_to_words_that_occur_twice_tells_them_apart() -> None:
    first, second = (cite(DOCUMENT, ANALYSIS, quote, "link") for quote in ANALYSIS.quotes[2:])
    assert first == "https://example.org/news/1#:~:text=We%20will%20not%20stop"
    assert second != first
    assert "," in unquote(second.split(":~:")[1])


def lands(link: str, text: str) -> Span | None:
    """Where the first directive of `link` leads, found as the specification words it: step by step, whole words."""
    directive = link.split(":~:text=")[1].split("&text=")[0]
    parts = directive.split(",")
    prefix = unquote(parts.pop(0)[:-1]) if parts[0].endswith("-") else ""
    suffix = unquote(parts.pop()[1:]) if parts[-1].startswith("-") else ""
    start, end = unquote(parts[0]), unquote(parts[1]) if len(parts) > 1 else ""
    flat, origin = [], []
    for place, character in enumerate(text):  # white space as a browser shows it: runs are one space
        if not (character.isspace() and flat and flat[-1] == " "):
            flat.append(" " if character.isspace() else character.lower())
            origin.append(place)
    shown = "".join(flat)

    def whole(at: int, words: str, before: bool = True, after: bool = True) -> bool:
        if not shown.startswith(words.lower(), at):
            return False
        stop = at + len(words)
        return not (before and at and shown[at - 1].isalnum() and shown[at].isalnum()) and not (
            after and stop < len(shown) and shown[stop].isalnum() and shown[stop - 1].isalnum()
        )

    for at in range(len(shown)):
        begin = at
        if prefix:
            if not whole(at, prefix, after=False):
                continue
            begin = at + len(prefix) + (shown[at + len(prefix) : at + len(prefix) + 1] == " ")
        if not whole(begin, start):
            continue
        stops = [begin + len(start)]
        if end:
            stops = [e + len(end) for e in range(begin + len(start), len(shown)) if whole(e, end)]
        for stop in stops:
            after = stop + (shown[stop : stop + 1] == " ")
            if not suffix or whole(after, suffix, before=False):
                return Span(origin[begin], origin[stop - 1] + 1)
    return None


def test_every_sentence_and_every_word_of_the_seed_has_a_link_that_lands_on_it(seed: Document) -> None:
    spans = [sentence.span for sentence in seed.sentences]
    spans += [Span(match.start(), match.end()) for match in list(re.finditer(r"\b[A-Z]\w+", seed.text))[::9]]
    spans.append(Span(seed.paragraphs[4].span.start, seed.paragraphs[6].span.end))
    for wanted in spans:
        landed = lands(f"#:~:{directive_for(seed, wanted)}", seed.text)
        assert landed is not None
        assert seed.slice(landed) == seed.slice(wanted).strip("“”‘’.,;:?!")
        inside_a_repeat = seed.paragraphs[seed.paragraph_at(wanted.start)].duplicate_of is not None
        assert landed.start - wanted.start in (0, 1) or (inside_a_repeat and len(wanted) < 12), seed.slice(wanted)


def test_long_words_are_linked_by_their_first_and_last_ones() -> None:
    text = "Head\n\n" + " ".join(f"word{n}" for n in range(200)) + ".\n\nThe last paragraph of the text is this one.\n"
    document = make_document(text)
    directive = directive_for(document, document.paragraphs[1].span)
    assert str(directive) == "text=word0%20word1%20word2%20word3,word196%20word197%20word198%20word199"
