"""The one kind of error that a person is shown: a title and a sentence that says what to do."""


class ReaderError(Exception):
    """Something the reader of an article has to know about and can act on.

    `title` is two or three words for a dialogue's border; `message` is one clear sentence. Commands print the message
    on standard error and end with status 1.
    """

    def __init__(self, message: str, title: str = "Cannot go on") -> None:
        super().__init__(message)
        self.message = message
        self.title = title
