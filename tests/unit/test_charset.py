"""Which encoding a text is in: by its marks, by what is stated where that holds, else by how it reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tui.ingest.charset import decode_markup, guess
from tui.ingest.plain import decode
from tui.ingest.sniff import sniff
from tui.ui.first_page import plain_head

if TYPE_CHECKING:
    from pathlib import Path

TEXT = """Ferry “must run all winter”, says mayor

“We can’t strand 340 people,” said Zoë Strömberg in the café – at a cost of 2 million.
"""
JAPANESE = "フェリーは冬も運航すると市長の佐藤花子氏は述べた。\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "cp1252", "mac_roman"]
)
def test_plain_text_is_read_in_its_encoding(encoding: str) -> None:
    data = TEXT.encode(encoding)
    assert sniff(data, "a.txt") == "text"
    assert decode(data, "a.txt") == TEXT


def test_utf_16_page_without_a_mark_is_a_page() -> None:
    data = f"<html><body><p>{TEXT}</p></body></html>".encode("utf-16-le")
    assert sniff(data, "page") == "html"
    assert TEXT in decode_markup(data)


def test_zeros_are_still_no_text() -> None:
    assert sniff(b"abc\0def" * 100, "a.txt") == "other"
    assert sniff(b"\0" * 400, "a.txt") == "other"


@pytest.mark.parametrize("encoding", ["iso2022_jp", "shift_jis", "euc_jp"])
def test_japanese_mail_is_not_taken_for_ascii(encoding: str) -> None:
    # ISO-2022-JP is ASCII byte for byte, so it passes for UTF-8 unless its shifts are looked for
    assert decode((JAPANESE * 3).encode(encoding), "a.txt") == JAPANESE * 3
    assert decode_markup(JAPANESE.encode(encoding), encoding) == JAPANESE


def test_escape_sequences_of_a_terminal_are_not_taken_for_japanese() -> None:
    text = "\x1b(B\x1b[mThe ferry will run.\n"
    assert decode(text.encode(), "a.log") == text


def test_first_page_leaves_japanese_to_the_full_way(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(JAPANESE.encode("iso2022_jp"))
    assert plain_head(str(file)) is None


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", "Zoë said “hello” to the ferry crew – and paid €5 for it, in the café."),
        ("cp1252", "« Nous ne laisserons personne », a déclaré la maire."),
        ("iso8859-15", "The ferry costs €5, said Zoë."),
        ("mac_roman", "Zoë said “hello” to the café crew, and that’s it. Señor Núñez paid."),
        ("cp1250", "Żółta łódź płynie przez Łódź, powiedziała burmistrz Ewa Świątek."),
        ("cp1251", "Паром будет ходить всю зиму, сказала мэр."),
        ("iso8859-7", "Το πλοίο θα λειτουργεί όλο τον χειμώνα, είπε η δήμαρχος."),
        ("cp1254", "Vapur kış boyunca çalışacak, dedi belediye başkanı Ayşe Yılmaz."),
        ("euc_kr", "시장은 화요일 페리가 겨울 내내 운항할 것이라고 말했다"),
    ],
)
def test_encoding_of_a_short_text_is_guessed_by_how_it_reads(encoding: str, text: str) -> None:
    assert guess(text.encode(encoding)) == text


def test_page_whose_header_states_utf_8_and_is_not_is_read_as_it_is() -> None:
    text = "<p>Zoë said “hello” – and paid €5 in the café.</p>"
    assert decode_markup(text.encode("cp1252"), "utf-8") == text


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"WARC/1.0\r\nWARC-Type: response\r\n\r\nHTTP/1.1 200 OK\r\n\r\n%PDF-1.4 1 0 obj", "warc"),
        (b"A file of this kind begins with %PDF-1.4, said Ann Lee.", "text"),
        (b"junk before\n%PDF-1.4\n1 0 obj", "pdf"),
    ],
    ids=["archive", "article", "pdf"],
)
def test_pdf_is_told_from_what_speaks_of_one(data: bytes, kind: str) -> None:
    assert sniff(data, "") == kind
