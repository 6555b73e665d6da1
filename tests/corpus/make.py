"""Make the binary files of the corpus: PDF, EPUB and WARC, good and broken, each byte by our own hand.

`make(folder)` writes them and returns their paths by name; `python tests/corpus/make.py FOLDER` does it by hand.
"""

from __future__ import annotations

import gzip
import io
import sys
import zipfile
import zlib
from pathlib import Path

GOOD = Path(__file__).with_name("good")

Run = tuple[float, float, int, str, str]
"""(x, y, size, font "R" or "B", words)."""


def pdf(pages: list[list[Run]], title: str = "", encrypt: bool = False) -> bytes:
    """A PDF with the standard fonts, one text object a line."""
    objects: list[bytes] = []
    kids = " ".join(f"{5 + 2 * n} 0 R" for n in range(len(pages)))
    objects.append(b"<< /Type /Catalog /Pages 2 0 R >>")
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode())
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /{} /Encoding /WinAnsiEncoding >>"
    objects.extend(font.format(name).encode() for name in ("Times-Roman", "Times-Bold"))
    for number, page in enumerate(pages):
        lines = [f"BT /{font} {size} Tf {x} {y} Td ({words}) Tj ET" for x, y, size, font, words in page]
        content = zlib.compress("\n".join(lines).encode("cp1252"))
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {6 + 2 * number} 0 R "
            "/Resources << /Font << /R 3 0 R /B 4 0 R >> >> >>".encode()
        )
        objects.append(b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(content), content))
    info = len(objects) + 1
    objects.append(f"<< /Title ({title}) /CreationDate (D:20240305073000Z) >>".encode("cp1252"))
    trailer = f"/Root 1 0 R /Info {info} 0 R"
    if encrypt:  # a password that nobody knows: the checks of the standard handler cannot come out
        objects.append(
            b"<< /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <%s> /U <%s> >>" % (b"ab" * 32, b"cd" * 32)
        )
        trailer += f" /Encrypt {len(objects)} 0 R /ID [<{'00' * 16}> <{'00' * 16}>]"
    out = io.BytesIO(b"")
    out.write(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    table = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % place for place in places)
    out.write(f"trailer\n<< /Size {len(objects) + 1} {trailer} >>\nstartxref\n{table}\n%%EOF\n".encode())
    return out.getvalue()


def report_pages() -> list[list[Run]]:
    """Three pages with running heads, page numbers, words broken at line ends and a paragraph across two pages."""
    body = [
        [
            (72, 770, 18, "B", "River breaks its banks"),
            (72, 730, 10, "R", "Water stood in the streets of Holmbridge on Monday after three days of rain that the"),
            (72, 718, 10, "R", "engineers of the water board called the heaviest in forty years. Work on the embank-"),
            (72, 706, 10, "R", "ment, which has cost forty-"),
            (72, 694, 10, "R", "two million pounds, was to have been finished in the spring of this year, they said."),
            (90, 682, 10, "R", "“We have never seen anything like it,” said Mayor Ruth Ellery, who had been on the"),
            (72, 670, 10, "R", "river wall all night. She asked people to stay away."),
            (72, 640, 10, "B", "What the engineers say"),
            (72, 622, 10, "R", "Daniel Osei, who heads the water board, said that the embankment would be raised by a"),
            (
                72,
                610,
                10,
                "R",
                "metre as soon as the ground was dry, and that the university would be asked to look at",
            ),
        ],
        [
            (
                72,
                730,
                10,
                "R",
                "the plans before anybody laid another stone. He did not say what it would cost the town",
            ),
            (72, 718, 10, "R", "or the county."),
            (72, 700, 10, "R", "- Main Street is closed from the bridge to the market, and will be until Thursday at"),
            (84, 688, 10, "R", "the earliest."),
            (72, 676, 10, "R", "- Trains to Leeds do not run."),
        ],
        [(72, 730, 10, "R", "More rain is due on Wednesday, according to the weather office in Leeds.")],
    ]
    pages = []
    for number, page in enumerate(body, 1):
        furniture: list[Run] = [
            (72, 810, 8, "R", f"Flood report 2024 · {number}"),
            (290, 30, 8, "R", f"Page {number} of 3"),
        ]
        pages.append([*furniture[:1], *page, *furniture[1:]])
    return pages


_NAV_ITEM = '<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>'
_NCX_ITEM = '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'


def epub(chapters: list[tuple[str, str, str]], encryption: str = "", missing: bool = False, old: bool = False) -> bytes:
    """A book of (file name, name in the table of contents, body); `old`: with the table of contents of EPUB 2."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        book.writestr(
            "META-INF/container.xml",
            '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
            '<rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
        )
        if encryption:
            book.writestr(
                "META-INF/encryption.xml",
                '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" '
                'xmlns:e="http://www.w3.org/2001/04/xmlenc#"><e:EncryptedData>'
                f'<e:EncryptionMethod Algorithm="{encryption}"/></e:EncryptedData></encryption>',
            )
        items = "".join(
            f'<item id="c{n}" href="{file}" media-type="application/xhtml+xml"/>'
            for n, (file, _, _) in enumerate(chapters)
        )
        spine = "".join(f'<itemref idref="c{n}"/>' for n in range(len(chapters)))
        if not missing:
            book.writestr(
                "OEBPS/book.opf",
                '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata '
                'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The Wall at Weir Lane</dc:title>'
                "<dc:creator>Ann Lee</dc:creator><dc:language>en-GB</dc:language><dc:date>2024-03-05</dc:date>"
                "<dc:publisher>Courier Books</dc:publisher></metadata><manifest>"
                f"{_NCX_ITEM if old else _NAV_ITEM}{items}</manifest>"
                f"<spine>{spine}</spine></package>",
            )
        links = "".join(f'<li><a href="{file}">{name}</a></li>' for file, name, _ in chapters)
        book.writestr(
            "OEBPS/nav.xhtml",
            f'<html xmlns="http://www.w3.org/1999/xhtml"><body><nav><ol>{links}</ol></nav></body></html>',
        )
        points = "".join(
            f'<navPoint><navLabel><text>{name}</text></navLabel><content src="{file}#top"/></navPoint>'
            for file, name, _ in chapters
        )
        book.writestr(
            "OEBPS/toc.ncx",
            f'<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap>{points}</navMap></ncx>',
        )
        for file, _, body in chapters:
            book.writestr(
                f"OEBPS/{file}",
                f'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>{body}</body></html>',
            )
    return out.getvalue()


CHAPTERS = [
    (
        "one.xhtml",
        "1. The rain",
        "<h1>The rain</h1><p>It rained for three days, said Ruth Ellery.</p><p>Nobody slept.</p>",
    ),
    ("two.xhtml", "2. The wall", "<h1>The wall</h1><p>The wall at Weir Lane gave way at four in the morning.</p>"),
]


def warc(pages: list[tuple[str, bytes, str]], packed: bool = False) -> bytes:
    """An archive of (address, body, media type)."""
    records = []
    for address, body, media in pages:
        answer = b"HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s" % (
            media.encode(),
            len(body),
            body,
        )
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2024-03-05T09:00:00Z\r\n"
            f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{len(records):012}>\r\n"
            f"Content-Type: application/http;msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
        )
        record = head.encode() + answer + b"\r\n\r\n"
        records.append(gzip.compress(record, mtime=0) if packed else record)
    return b"".join(records)


def mht(page: bytes, address: str) -> bytes:
    """A page as a browser saves it whole."""
    head = (
        f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {address}\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="cut"\r\n\r\n--cut\r\nContent-Type: text/html\r\n'
        f"Content-Transfer-Encoding: binary\r\nContent-Location: {address}\r\n\r\n"
    )
    return head.encode() + page + b"\r\n--cut--\r\n"


def files() -> dict[str, bytes]:
    """Every binary file by its name."""
    news = (GOOD / "news.html").read_bytes()
    bare = (GOOD / "bare.html").read_bytes()
    report = pdf(report_pages(), "River breaks its banks")
    book = epub(CHAPTERS)
    bomb = epub([("one.xhtml", "1. Zeros", "<p>" + "0" * (40 << 20) + "</p>"), CHAPTERS[1]])
    archive = warc([("https://courier.example/river", news, "text/html; charset=utf-8"),
                    ("https://courier.example/logo", b"\x89PNG", "image/png"),
                    ("https://courier.example/ferry", bare, "text/html")])  # fmt: skip
    return {
        "report.pdf": report,
        "book.epub": book,
        "fonts-hidden.epub": epub(CHAPTERS, "http://www.idpf.org/2008/embedding"),
        "old.epub": epub(CHAPTERS, old=True),
        "one-chapter.epub": epub(CHAPTERS[:1]),
        "pages.warc": archive,
        "pages.warc.gz": warc([("https://courier.example/river", news, "text/html")], packed=True),
        "saved.mht": mht(news, "https://courier.example/river"),
        "old-charset.html": news.replace(b'<meta charset="utf-8">', b'<meta charset="iso-8859-1">')
        .decode()
        .encode("cp1252", "xmlcharrefreplace"),
        "utf16.txt": "The ferry – “all year” – will run.".encode("utf-16"),
        "page.pdf": news,
        "really-a-pdf.txt": report,
        "broken-encrypted.pdf": pdf(report_pages(), encrypt=True),
        "broken-scan.pdf": pdf([[], []]),
        "broken-cut.pdf": report[: len(report) // 8],
        "broken-cut.epub": book[: len(book) // 2],
        "broken-no-contents.epub": epub(CHAPTERS, missing=True),
        "broken-sold.epub": epub(CHAPTERS, "http://www.w3.org/2001/04/xmlenc#aes128-cbc"),
        "broken-bomb.epub": bomb,
        "broken-cut.warc.gz": gzip.compress(archive)[:40],
        "broken-no-page.warc": warc([("https://courier.example/logo", b"\x89PNG", "image/png")]),
        "broken-office.docx": b"PK\x03\x04" + b"\0" * 26 + b"word/document.xml",
    }


def make(folder: Path) -> dict[str, Path]:
    """Write every file into `folder`; their paths by name."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = {}
    for name, data in files().items():
        paths[name] = folder / name
        paths[name].write_bytes(data)
    return paths


if __name__ == "__main__":
    make(Path(sys.argv[1]))
