"""Work on a thread that nobody waits for at the end: leaving the program must not take as long as a slow network.

Textual's thread workers run on the event loop's executor, which is waited for when the app ends, and when Python does.
"""

from __future__ import annotations

import asyncio
import threading
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from tui.errors import ReaderError

if TYPE_CHECKING:
    from collections.abc import Callable

Result = TypeVar("Result")


async def aside(work: Callable[[], Result]) -> Result:
    """What `work` returns, done on a thread of its own; raises the ReaderError that it raises.

    Any other exception is a fault of the program: Python reports it from the thread, and here it counts as cancelled.
    """
    loop = asyncio.get_running_loop()
    done: asyncio.Future[Result] = loop.create_future()

    def tell(how: Callable[[], object]) -> None:
        if not done.done():
            how()

    def run() -> None:
        how: Callable[[], object] = done.cancel
        try:
            how = partial(done.set_result, work())
        except ReaderError as error:
            how = partial(done.set_exception, error)
        finally:
            with suppress(RuntimeError):  # the loop is closed: the app has ended meanwhile
                loop.call_soon_threadsafe(tell, how)

    threading.Thread(target=run, daemon=True).start()
    return await done
