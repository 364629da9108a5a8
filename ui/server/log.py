"""One line for one event: what a client has sent cannot write lines of its own, and a flood does not fill the disk."""

import logging
import time
from dataclasses import dataclass

LINES, SECONDS = 20, 60.0  # lines of one kind within this time; of the others only the number is told
KINDS = 1000  # that are told apart
LONGEST = 1000  # letters of one line


def printable(text: str) -> str:
    """The text with everything spelled out that is not to be seen: control characters, line ends, overrides."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]} ..."


class Record(logging.LogRecord):
    """A log record whose message is one line; tracebacks keep theirs, a file that is not there has none."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if isinstance(self.args, tuple):  # uvicorn prints those of its access log itself
            self.args = tuple(printable(a) if isinstance(a, str) else a for a in self.args)
        if self.exc_info and self.exc_info[1]:
            self._shorten(self.exc_info[1])

    def _shorten(self, error: BaseException) -> None:
        if isinstance(error, OSError) and self.name.startswith("streamlit.web."):
            self.msg, self.args, self.exc_info = f"{super().getMessage()}: {error}", (), None
        else:
            lines = logging.Formatter().formatException(self.exc_info).splitlines()  # type: ignore[arg-type]
            self.exc_text = "\n".join(_cut(printable(line)) for line in lines)

    def getMessage(self) -> str:
        text = super().getMessage().rstrip("\n")
        return _cut(printable(text[: LONGEST + 1]))


@dataclass
class Kind:
    """How often one kind of line has come since a moment."""

    since: float
    told: int = 0
    untold: int = 0


class Flood(logging.Filter):
    """Lets a few lines of each kind through, a kind being one place in the code."""

    def __init__(self) -> None:
        super().__init__()
        self.kinds: dict[tuple[str, int], Kind] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        now, place = time.monotonic(), (record.pathname, record.lineno)
        kind = self.kinds.get(place)
        if not kind or now - kind.since > SECONDS:
            if kind and kind.untold:
                record.msg = f"{record.getMessage()} [and {kind.untold} more like it before]"
                record.args = ()
            if len(self.kinds) >= KINDS:
                self.kinds.clear()
            kind = self.kinds[place] = Kind(now)
        kind.told += 1
        kind.untold += kind.told > LINES
        return kind.told <= LINES


FLOOD = Flood()


class Logger(logging.Logger):
    """A logger that is made later."""

    def handle(self, record: logging.LogRecord) -> None:
        if FLOOD.filter(record):
            super().handle(record)


def install() -> None:
    """For every logger of the process, those there are and those to come."""
    logging.setLogRecordFactory(Record)
    logging.setLoggerClass(Logger)
    for known in [*logging.Logger.manager.loggerDict.values(), logging.getLogger()]:
        if isinstance(known, logging.Logger) and not isinstance(known, Logger):
            known.addFilter(FLOOD)  # twice is once
