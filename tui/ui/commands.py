"""The one list of what the reader can do: it feeds key bindings, footer, help and the command palette.

Every command has an id, so that its keys can be changed in the settings, and says where it applies. A command of the
panes wins over one of the article while a pane has the focus, so that one key can do the like in both.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from textual.binding import BindingType

Where = Literal["anywhere", "panes", "article"]
Group = Literal["Panes", "Items", "Quotes", "Numbers", "Article", "Find", "Text to panes", "Copy", "View", "Program"]


@dataclass(frozen=True, slots=True)
class Command:
    """Something a reader can do by a key, from the palette, and in part by the mouse."""

    id: str
    """Dotted name, stable: keys are changed by it."""
    keys: str
    """Textual's names of the keys, separated by commas; the first is the one that is shown."""
    title: str
    """For the palette and the help: what is done, as an order."""
    help: str
    """One sentence of what happens."""
    group: Group
    """Heading under which the help lists it."""
    action: str
    """Action of the reader screen, of the article view if `where` says so and it has no "screen.", or of the app."""
    hint: str = ""
    """A few words for the footer; empty for a command that the footer leaves out."""
    short: str = ""
    """The same in one word, for where there is little room; empty where `hint` is as short as that."""
    where: Where = "anywhere"
    """Where the keys apply."""
    palette: bool = True
    """Whether the command palette offers it: what only moves by a line is left out."""


COMMANDS: tuple[Command, ...] = (
    Command(
        "pane.people", "1", "Go to people", "Who is in the article, with role and mentions.", "Panes", "pane('people')"
    ),
    Command(
        "pane.organisations",
        "2",
        "Go to organisations",
        "Bodies, companies, parties, newspapers.",
        "Panes",
        "pane('organisations')",
    ),
    Command("pane.quotes", "3", "Go to quotes", "Who said what, in the article's order.", "Panes", "pane('quotes')"),
    Command(
        "pane.numbers", "4", "Go to numbers", "Every figure, with what it counts.", "Panes", "pane('numbers')"
    ),
    Command(
        "pane.next", "tab", "Go to the next pane", "Then to the article, and round.", "Panes", "next_pane(1)",
        palette=False,
    ),
    Command(
        "pane.previous", "shift+tab", "Go to the previous pane", "The same way back.", "Panes", "next_pane(-1)",
        palette=False,
    ),
    Command(
        "item.next", "j,down", "Next item", "Its sentence comes into view, highlighted.", "Items", "item(1)",
        where="panes", palette=False,
    ),
    Command(
        "item.previous", "k,up", "Previous item", "The one above.", "Items", "item(-1)", where="panes", palette=False
    ),
    Command(
        "item.page_down", "pagedown", "A page of items down", "As many as the pane shows.", "Items", "item_page(1)",
        where="panes", palette=False,
    ),
    Command(
        "item.page_up", "pageup", "A page of items up", "As many as the pane shows.", "Items", "item_page(-1)",
        where="panes", palette=False,
    ),
    Command(
        "item.first", "g,home", "First item", "Top of the pane.", "Items", "item_end(0)", where="panes", palette=False
    ),
    Command(
        "item.last", "G,end", "Last item", "Bottom of the pane.", "Items", "item_end(-1)", where="panes", palette=False
    ),
    Command(
        "item.open", "enter", "Read on at the item", "The article takes the keys there.", "Items",
        "open", "read", where="panes",
    ),
    Command(
        "item.filter", "f", "Filter the pane", "What has these words, or nearly; Esc lists all again.", "Items",
        "filter", "filter", where="panes",
    ),
    Command(
        "item.sort", "S", "Sort the pane", "People by importance, first mention, name, mentions; quotes by speaker; "
        "numbers by size.", "Items", "sort", "sort otherwise", "sort", where="panes",
    ),
    Command(
        "mention.next", "n", "Next mention", "For a quote, the speaker's next one; for a figure with ≠, the other one.",
        "Items", "mention(1)", "next mention", "next",
    ),
    Command(
        "mention.previous", "N", "Previous mention", "The one before.", "Items", "mention(-1)",
    ),
    Command(
        "back", "escape", "Back", "To where you were before, to the very line.", "Items", "back", "back",
    ),
    Command(
        "quotes.of_person", "s", "Only this speaker's quotes",
        "Again, or Esc, lists all.", "Quotes", "only_speaker", "only theirs", "theirs",
        where="panes",
    ),
    Command(
        "quotes.reported", "r", "Show or hide reported speech",
        "In the reporter's words, and marked apart.", "Quotes", "reported", "show reported", "reported",
    ),
    Command(
        "quotes.others", "x", "Words in marks that nobody says", "Titles, nicknames, signs, terms: shown or hidden.",
        "Quotes", "others", "show other marks", "marks",
    ),
    Command(
        "numbers.kind", "F", "Only numbers of one kind", "The next kind each time, then all again.", "Numbers",
        "figures_kind", "only one kind", "kind", where="panes",
    ),
    Command(
        "numbers.dates", "d", "Show or hide dates and times", "And places in a row, like “the next”.", "Numbers",
        "figures_dates", "show dates", "dates", where="panes",
    ),
    Command(
        "numbers.convert", "u", "Show other units too", "Miles as kilometers, °F as °C and so on.", "Numbers",
        "figures_convert", "other units", "units", where="panes",
    ),
    Command("article.down", "j,down", "A line down", "", "Article", "line(1)", where="article", palette=False),
    Command("article.up", "k,up", "A line up", "", "Article", "line(-1)", where="article", palette=False),
    Command(
        "article.page_down", "space,pagedown,ctrl+f", "A page down", "Two lines stay for the eye.", "Article",
        "page(1)", where="article", palette=False,
    ),
    Command(
        "article.page_up", "b,pageup,ctrl+b", "A page up", "Two lines stay for the eye.", "Article", "page(-1)",
        where="article", palette=False,
    ),
    Command(
        "article.half_down", "d", "Half a page down", "", "Article", "half_page(1)", where="article", palette=False
    ),
    Command("article.half_up", "u", "Half a page up", "", "Article", "half_page(-1)", where="article", palette=False),
    Command("article.top", "g,home", "Beginning of the article", "", "Article", "top", where="article"),
    Command("article.bottom", "G,end", "End of the article", "", "Article", "end", where="article"),
    Command("article.fold", "e", "Fold or unfold", "What is repeated, and what is not the article.", "Article", "fold"),
    Command(
        "article.others", "O", "Open another", "From the list that this article was chosen from.", "Article",
        "choose_another",
        "list",
    ),
    Command(
        "find", "slash", "Find in the article",
        "As you type; a capital letter makes case count, accents and curly quotes never do. Then n and N.", "Find",
        "find", "find",
    ),
    Command(
        "headings", "t", "List the headings", "Or the paragraphs, where there are no headings; Enter goes there.",
        "Find", "headings",
    ),
    Command(
        "dossier", "o", "Open the dossier",
        "All that is told of a person or organisation; of a quote that nobody is named for, who may have said it.",
        "Items", "dossier", "dossier",
    ),
    Command(
        "jump.back", "less_than_sign,backspace", "Back to where you were",
        "To the very line, a hundred places deep; at the start, to where you left the article the last time.",
        "Find", "jump(-1)",
    ),
    Command("jump.forward", "greater_than_sign", "Forward again", "Undoes Back.", "Find", "jump(1)"),
    Command(
        "sentence.next", "right_square_bracket", "Next sentence", "The panes show what is in it.", "Text to panes",
        "screen.sentence(1)", where="article",
    ),
    Command(
        "sentence.previous", "left_square_bracket", "Previous sentence", "The panes show what is in it.",
        "Text to panes", "screen.sentence(-1)", where="article",
    ),
    Command(
        "paragraph.next", "right_curly_bracket", "Next paragraph", "Its first sentence.", "Text to panes",
        "screen.paragraph(1)", where="article",
    ),
    Command(
        "paragraph.previous", "left_curly_bracket", "Previous paragraph", "Its first sentence.", "Text to panes",
        "screen.paragraph(-1)", where="article",
    ),
    Command(
        "found.next", "l,right", "Next thing found in the text", "Person, organisation, quote or number, as it comes.",
        "Text to panes", "screen.found(1)", where="article",
    ),
    Command(
        "found.previous", "h,left", "Previous thing found in the text", "The same way back.", "Text to panes",
        "screen.found(-1)", where="article",
    ),
    Command(
        "found.open", "enter", "To its pane", "From the words to their item; a click on them does the same.",
        "Text to panes", "screen.to_item", "to the item", "item", where="article",
    ),
    Command(
        "marks", "a", "Highlight everything found", "People, organisations, quotes, numbers; again: none.",
        "Text to panes", "marks", "highlight all", "highlight",
    ),
    Command(
        "copy.citation", "c", "Copy a citation",
        "Of the item, of all marked, or of text selected.", "Copy",
        "copy_citation", "cite",
    ),
    Command(
        "copy.style", "C", "Choose the citation style", "From a list with a preview; remembered.", "Copy",
        "choose_style",
    ),
    Command(
        "copy.words", "y", "Copy the words", "Verbatim, alone.", "Copy", "copy_words", "copy",
    ),
    Command(
        "copy.link", "Y", "Copy a link to the words", "Opens the article there.", "Copy", "copy_link",
    ),
    Command(
        "copy.mark", "m", "Mark for copying, or unmark", "All marked are copied together.", "Copy",
        "mark", "mark",
    ),
    Command("copy.unmark", "M", "Unmark all", "Nothing is marked any more.", "Copy", "unmark"),
    Command(
        "article.details", "i", "Set the article's details",
        "Title, author, date, address; kept with it.", "Copy", "details",
    ),
    Command(
        "view.longer", "plus,equals_sign", "Longer lines", "The measure of the article, remembered.", "View",
        "measure(1)",
    ),
    Command(
        "view.shorter", "minus", "Shorter lines", "The measure of the article, remembered.", "View", "measure(-1)"
    ),
    Command(
        "view.zoom", "z", "Zoom", "What has the keys, pane or article, alone; again, or going elsewhere, ends it.",
        "View", "zoom",
    ),
    Command("view.rail_wider", "right_parenthesis", "Wider rail", "The panes' column, remembered.", "View", "rail(1)"),
    Command(
        "view.rail_narrower", "left_parenthesis", "Narrower rail", "The panes' column, remembered.", "View", "rail(-1)"
    ),
    Command("view.rail_side", "vertical_line", "Rail on the other side", "Left or right, remembered.", "View", "side"),
    Command("view.theme", "T", "Choose a theme", "Seen at once, remembered: paper, ink and more.", "View", "theme"),
    Command("help", "question_mark,f1", "Help", "All keys on one page.", "Program", "help", "help"),
    Command(
        "palette", "ctrl+p", "Command palette", "Every command, found by typing.", "Program", "app.command_palette",
        palette=False,
    ),
    Command("quit", "q,ctrl+q", "Quit", "At once; nothing is left running.", "Program", "app.quit", "quit"),
)  # fmt: skip
"""In the order in which help and footer show them."""

BY_ID: dict[str, Command] = {command.id: command for command in COMMANDS}

_SIGNS = {
    "question_mark": "?", "escape": "Esc", "enter": "Enter", "tab": "Tab", "space": "Space", "down": "↓", "up": "↑",
    "left": "←", "right": "→", "pagedown": "PgDn", "pageup": "PgUp", "home": "Home", "end": "End", "slash": "/",
    "left_square_bracket": "[", "right_square_bracket": "]", "left_curly_bracket": "{", "right_curly_bracket": "}",
    "plus": "+", "minus": "-", "less_than_sign": "<", "greater_than_sign": ">", "full_stop": ".", "comma": ",",
    "backspace": "Backspace", "equals_sign": "=", "left_parenthesis": "(", "right_parenthesis": ")",
    "vertical_line": "|",
}  # fmt: skip


def key_sign(key: str) -> str:
    """A key as a reader knows it: "ctrl+p" is "Ctrl+P", "question_mark" is "?"."""
    *modifiers, name = key.strip().split("+")
    sign = _SIGNS.get(name, name.capitalize() if name.startswith("f") and name[1:].isdigit() else name)
    if not modifiers:
        return sign
    return "+".join([*(modifier.capitalize() for modifier in modifiers), sign.upper() if len(sign) == 1 else sign])


def keys_of(command: Command, changed: Mapping[str, str] | None = None) -> list[str]:
    """The keys of `command` as a reader knows them, with what the settings changed (by the command's id)."""
    keys = (changed or {}).get(command.id, command.keys)
    return [key_sign(key) for key in keys.split(",") if key.strip()]


def bindings(*where: Where, own: bool = False) -> list[BindingType]:
    """Textual's bindings of the commands that apply in one of `where`; each carries the command's id.

    `own`: the widget that has the bindings does the actions itself; else the reader screen does.
    """
    from textual.binding import Binding

    return [
        Binding(
            command.keys,
            command.action if own or command.action.startswith(("app.", "screen.")) else f"screen.{command.action}",
            command.title,
            id=command.id,
            tooltip=command.help or command.title,
            show=False,
        )
        for command in COMMANDS
        if command.where in where
    ]


def applying(in_pane: bool) -> Iterator[Command]:
    """The commands that apply while a pane, or the article, has the focus."""
    for command in COMMANDS:
        if command.where == "anywhere" or (command.where == "panes") == in_pane:
            yield command


def by_context(here: str) -> list[tuple[str, list[Command]]]:
    """(heading, commands) for the help: those of "article" or of the pane `here` first, then the others by group.

    Of the commands for panes, those for quotes or numbers alone belong to their pane.
    """
    own: list[Command] = []
    rest: dict[str, list[Command]] = {}
    for command in COMMANDS:
        where = "article" if here == "article" else "panes"
        only = command.group.lower() if command.group in ("Quotes", "Numbers") else here
        if only == here and (command.where == where or (command.where == "anywhere" and command.group.lower() == here)):
            own.append(command)
        else:
            rest.setdefault(command.group, []).append(command)
    place = "article" if here == "article" else f"{here} pane"
    return [(f"Here, in the {place}", own), *rest.items()]
