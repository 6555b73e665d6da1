"""The article view: what stands where, what is highlighted, what is painted, what is copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.app import App
from textual.geometry import Offset, Region
from textual.selection import Selection

from tui.domain.text import Span
from tui.ingest.plain import make_document
from tui.ui.widgets.article_view import ArticleView, Target

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.style import Style
    from textual.app import ComposeResult
    from textual.pilot import Pilot

    from tui.domain.text import Document

BODY = " ".join(f"Sentence number {n} says that the bridge at Kettle{n} will not open this year." for n in range(60))
TEXT = (
    "Bridge opening put off again\n\nBy Ada Lindqvist\n\n"
    "The new bridge over the sound at Norrby, seen from the ferry. Photo: Imre Vass\n\n"
    "NORRBY, Sweden (AP) — The bridge will not open this year, the mayor said.\n\n"
    "Not this year\n\n" + BODY + "\n\nThe bridge will not open this year, said nobody.\n\nAdvertisement\n\n" + BODY
)


class Reader(App[None]):
    """An app of nothing but the article."""

    def __init__(self, document: Document) -> None:
        super().__init__()
        self.document = document
        self.places: list[int] = []

    def compose(self) -> ComposeResult:
        yield ArticleView(self.document, id="article")

    def on_article_view_moved(self, event: ArticleView.Moved) -> None:
        self.places.append(event.place)

    @property
    def view(self) -> ArticleView:
        return self.query_one(ArticleView)


def reader(text: str = TEXT) -> Reader:
    return Reader(make_document(text))


def line(view: ArticleView, y: int) -> str:
    return view.render_line(y).text.rstrip()


def screen(view: ArticleView) -> str:
    return "\n".join(line(view, y) for y in range(view.size.height))


def style_of(view: ArticleView, words: str) -> Style:
    """The style of the first characters of `words` on screen."""
    for y in range(view.size.height):
        strip = view.render_line(y)
        if words in strip.text:
            at = strip.text.index(words)
            for segment in strip:
                if at < len(segment.text):
                    assert segment.style is not None
                    return segment.style
                at -= len(segment.text)
    raise AssertionError(f"{words!r} is not on screen")


def span(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


SAID = "Sentence number 3 says that the bridge at Kettle3 will not open this year."
FAR = "Sentence number 50 says that the bridge at Kettle50 will not open this year."


async def test_parts_of_an_article_are_told_apart_without_colour() -> None:
    app = reader()
    async with app.run_test(size=(90, 30)):
        view = app.view
        assert style_of(view, "Bridge opening").bold
        assert style_of(view, "NORRBY").bold
        assert not style_of(view, "The bridge will").bold
        assert style_of(view, "By Ada").italic
        assert style_of(view, "The new bridge").italic
        assert style_of(view, "Not this year").bold


async def test_the_sentence_its_words_and_its_speaker_stand_out_without_colour() -> None:
    app = reader()
    async with app.run_test(size=(90, 40)):
        view = app.view
        assert not style_of(view, "Sentence number 3 ").bold
        view.show(Target(span(SAID), (span("at Kettle3"),), cue=span("says", SAID), speaker=None))
        cue, speaker = span("says that the bridge at Kettle3"), span("Sentence number 3 ")
        view.show(Target(span(SAID), (span("Kettle3 will"),), Span(cue.start, cue.start + 4), speaker))
        assert style_of(view, "that the bridge at Kettle3").bold
        assert style_of(view, "Kettle3 will").reverse
        assert style_of(view, "says that the bridge at Kettle3").italic
        assert style_of(view, "Sentence number 3 ").underline
        assert not style_of(view, "Sentence number 2 ").bold
        view.show(None)
        assert not style_of(view, "Kettle3").reverse


async def test_a_target_in_comfortable_view_does_not_move_the_text_and_a_far_one_stands_a_third_down() -> None:
    app = reader()
    async with app.run_test(size=(90, 30)) as pilot:
        view = app.view
        view.fold(False)
        view.show(Target(span(SAID)))
        assert view.scroll_offset.y == 0
        view.show(Target(span(FAR)))
        await pilot.pause()
        top = next(y for y in range(30) if "Sentence number 50 " in line(view, y) or "number 50 says" in line(view, y))
        assert 8 <= top <= 11
        assert app.places == [view.place()]
        view.show(Target(span(SAID)), reveal=False)
        assert app.places == [view.place()]


async def test_every_sentence_can_be_brought_into_view_at_any_size() -> None:
    for size in ((90, 30), (30, 8), (20, 3)):
        app = reader()
        async with app.run_test(size=size):
            view = app.view
            for sentence in app.document.sentences:
                view.show(Target(sentence.span))
                assert app.document.sentence_at(sentence.span.start) in view.visible_sentences


async def test_words_at_the_end_of_an_endless_sentence_are_brought_into_view() -> None:
    text = "The list runs on: " + ", ".join(f"item {n}" for n in range(400)) + ", and Marga Holt."
    app = reader(text)
    async with app.run_test(size=(60, 12)):
        app.view.show(Target(Span(0, len(text)), (span("Marga Holt", text),)))
        assert "Marga Holt" in screen(app.view)


async def test_going_back_to_a_place_shows_the_same_page() -> None:
    app = reader()
    async with app.run_test(size=(90, 20)):
        view = app.view
        for keys in range(0, 60, 7):
            view.action_top()
            view.action_line(keys)
            place, before = view.place(), screen(view)
            view.action_end()
            view.go_to(place)
            assert screen(view) == before


async def resize(pilot: Pilot[None], view: ArticleView, columns: int) -> None:
    await pilot.resize_terminal(columns, 20)
    while view.size.width != columns:  # on a busy machine the news may take longer than the pilot waits
        await pilot.pause()


async def test_a_resize_keeps_the_text_at_the_top_and_comes_back_to_it() -> None:
    app = reader()
    async with app.run_test(size=(90, 20)) as pilot:
        view = app.view
        view.go_to(span("Sentence number 20 ").start)
        place = view.place()
        await resize(pilot, view, 40)
        start, end = view.rows.span(view.scroll_offset.y)
        assert start <= span("Sentence number 20 ").start < end
        await resize(pilot, view, 90)
        assert view.place() == place


async def test_pager_keys_move_as_a_reader_expects() -> None:
    app = reader()
    async with app.run_test(size=(90, 20)) as pilot:
        view = app.view
        view.focus()
        tops = []
        for key in ("down", "j", "up", "k", "pagedown", "space", "pageup", "b", "d", "u", "G", "g", "end", "home"):
            await pilot.press(key)
            tops.append(view.scroll_offset.y)
        end = len(view.rows) - 20
        assert tops == [1, 2, 1, 0, 18, 36, 18, 0, 10, 0, end, 0, end, 0]
        assert view.percent < 100
        await pilot.press("G")
        assert view.percent == 100


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Region, ...]]:
    """What the view has asked to be painted."""
    asked: list[tuple[Region, ...]] = []
    original = ArticleView.refresh

    def refresh(self: ArticleView, *regions: Region, **options: bool) -> ArticleView:
        asked.append(regions)
        return original(self, *regions, **options)

    monkeypatch.setattr(ArticleView, "refresh", refresh)
    return asked


def covered(asked: Iterable[tuple[Region, ...]]) -> set[int]:
    return {region.y for regions in asked for region in regions}


async def test_a_jump_within_the_page_paints_only_the_lines_that_changed(painted: list[tuple[Region, ...]]) -> None:
    app = reader()
    async with app.run_test(size=(90, 40)) as pilot:
        view = app.view
        view.show(Target(span(SAID)))
        await pilot.pause()
        painted.clear()
        before = [view.render_line(y) for y in range(40)]
        other = "Sentence number 6 says that the bridge at Kettle6 will not open this year."
        view.show(Target(span(other), (span("Kettle6"),)))
        changed = {y for y in range(40) if view.render_line(y) != before[y]}
        assert all(painted)
        assert covered(painted) == changed
        assert 2 <= len(changed) <= 5
        painted.clear()
        view.show(Target(span(other), (span("Kettle6"),)))
        assert not painted


async def test_a_far_jump_paints_once(painted: list[tuple[Region, ...]]) -> None:
    app = reader()
    async with app.run_test(size=(90, 30)) as pilot:
        view = app.view
        view.show(Target(span(SAID)))
        await pilot.pause()
        painted.clear()
        view.show(Target(span(FAR)))
        assert painted == [(view.size.region,)]


async def test_hostile_text_is_shown_literally_and_no_control_is_drawn() -> None:
    app = reader("[/b] [@click=app.quit]go[/] \x1b]52;c;AAAA\x07 \x9b31m \u202eevil\u202c\n" + BODY)
    async with app.run_test(size=(90, 20)):
        shown = screen(app.view)
        assert "[/b] [@click=app.quit]go[/]" in shown
        assert not set(shown) & set("\x1b\x07\x9b\u202e\u202c\u200b")


async def test_wide_characters_are_found_under_the_pointer() -> None:
    text = "Une phrase avec 港口 et 👩‍💻 puis ici, rien de plus que cela.\n" + BODY
    app = reader(text)
    async with app.run_test(size=(90, 20)):
        view = app.view
        at = {offset: text[offset] for x in range(90) if (offset := view.offset_at(x, 1)) is not None}
        assert "".join(at.values()) == text.partition("\n")[0].replace("\u200d💻", "")
        assert view.offset_at(0, 1) is None
        assert view.offset_at(5, 0) is None


async def test_copied_text_has_no_breaks_of_wrapping_and_no_controls() -> None:
    app = reader("First \x1b[2J paragraph " + BODY + "\n\n\nSecond one is here, and ends.")
    async with app.run_test(size=(90, 40)):
        view = app.view
        copied = view.get_selection(Selection(None, None))
        assert copied is not None
        first, _, second = copied[0].partition("\n\n")
        assert first == "First ␛[2J paragraph " + BODY
        assert second == "Second one is here, and ends."


async def test_the_mouse_selects_from_cell_to_cell() -> None:
    app = reader()
    async with app.run_test(size=(90, 40)) as pilot:
        view = app.view
        y = next(y for y in range(40) if "Sentence number 1 " in line(view, y))
        x = line(view, y).index("number 1")
        await pilot.mouse_down(view, offset=(x, y))
        await pilot.hover(view, offset=(x + 3, y + 1))
        await pilot.mouse_up(view, offset=(x + 3, y + 1))
        copied = app.screen.get_selected_text()
        assert copied is not None
        start = TEXT.index("number 1")
        assert copied == TEXT[start : start + len(copied)]
        assert "\n" not in copied
        assert len(copied) > 40
        assert style_of(view, "number 1").bgcolor != style_of(view, "Sentence number 4").bgcolor


async def test_selecting_from_the_margin_takes_the_line_from_its_beginning() -> None:
    app = reader()
    async with app.run_test(size=(90, 40)) as pilot:
        view = app.view
        y = next(y for y in range(40) if "Sentence number 1 " in line(view, y))
        await pilot.mouse_down(view, offset=(1, y))
        await pilot.hover(view, offset=(1, y + 1))
        await pilot.mouse_up(view, offset=(1, y + 1))
        start, end = view.rows.span(y)
        assert app.screen.get_selected_text() == TEXT[start : end + 1]


async def test_a_long_text_can_be_read_before_it_has_been_wrapped_to_its_end() -> None:
    text = "\n\n".join([BODY] * 150)
    app = reader(text)
    async with app.run_test(size=(90, 30)) as pilot:
        view = app.view
        view.fold(False)
        view.go_to(len(text) - 400)
        assert (
            text[len(text) - 400 : len(text) - 380] in screen(view).replace("\n", " ").replace("  ", " ")
            or view.percent == 100
        )
        view.action_end()
        assert view.percent == 100
        await pilot.pause()
        assert view.rows.complete
        assert view.place() > len(text) * 0.99


async def test_offset_places_are_those_of_the_selection() -> None:
    app = reader()
    async with app.run_test(size=(90, 30)):
        view = app.view
        picked = view.get_selection(Selection(Offset(0, 1), Offset(6, 1)))
        assert picked == ("Bridge", "\n")
