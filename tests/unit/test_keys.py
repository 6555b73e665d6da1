"""Keys from the settings are used where they can be, and what is wrong with the others is said in one sentence."""

from __future__ import annotations

import pytest

from tui.ui.commands import BY_ID, COMMANDS
from tui.ui.keys import normal, usable


def test_no_two_commands_have_a_key_where_both_apply() -> None:
    assert usable({command.id: command.keys for command in COMMANDS})[1] == ""


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("/", "slash"), ("slash", "slash"), ("Ctrl+Y", "ctrl+y"), ("ctrl+y", "ctrl+y"), ("F5", "f5"),
        ("Enter", "enter"), ("G", "G"), ("(", "left_parenthesis"), ("é", "é"),
        ("ctrl+shift+left", "ctrl+shift+left"), ("nothing", None),
        ("hyperspace+a", None), ("", None), ("+", "plus"), ("PageDown", "pagedown"),
    ],
)  # fmt: skip
def test_keys_are_understood_as_people_write_them(written: str, key: str | None) -> None:
    assert normal(written) == key


@pytest.mark.parametrize(
    ("keys", "used", "said"),
    [
        ({"find": "Ctrl+T"}, {"find": "ctrl+t"}, ""),
        ({"find": "F3, ctrl+t"}, {"find": "f3,ctrl+t"}, ""),
        ({"finds": "f3"}, {}, "Keys in the settings: there is no command “finds” (do you mean “find”?)."),
        ({"find": "banana"}, {}, "Keys in the settings: “banana” for “find” is no key."),
        ({"find": ""}, {}, "Keys in the settings: “” for “find” is no key."),
        ({"find": "q"}, {}, "Keys in the settings: q for “find” is the key of “quit”."),
        ({"find": "Q", "quit": "Q"}, {"quit": "Q"}, "Keys in the settings: Q for “find” is the key of “quit”."),
        ({"find": "q", "quit": "Q"}, {"find": "q", "quit": "Q"}, ""),
        ({"article.down": "j"}, {"article.down": "j"}, ""),
    ],
)
def test_what_cannot_be_used_is_said_and_the_rest_is_used(
    keys: dict[str, str], used: dict[str, str], said: str
) -> None:
    assert usable(keys) == (used, said)


def test_every_command_has_a_title_and_a_key() -> None:
    assert len(BY_ID) == len(COMMANDS)
    assert all(command.title and command.keys for command in COMMANDS)


def test_every_command_does_something() -> None:
    from textual.actions import parse

    from tui.ui.app import ReaderApp
    from tui.ui.screens.reader import ReaderScreen
    from tui.ui.widgets.article_view import ArticleView

    for command in COMMANDS:
        namespace, name, _ = parse(command.action)
        own = command.where == "article" and not namespace
        does = ReaderApp if namespace == "app" else ArticleView if own else ReaderScreen
        assert hasattr(does, f"action_{name}"), command.id
        assert hasattr(ReaderScreen if does is ArticleView else does, f"action_{name}"), command.id  # from a pane too
