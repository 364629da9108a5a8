"""Who is next: one place for each reader, and at that place the newest wish first."""

from collections import OrderedDict, deque
from collections.abc import Hashable
from typing import Generic, TypeVar

T = TypeVar("T")


class Full(Exception):
    """There is no place for another wish now; ask again in a moment."""


class Places(Generic[T]):
    """Readers take turns, however many wishes each of them has; not safe for threads by itself.

    A reader belongs to a group, such as everybody behind one address, and groups take turns as well, so that neither
    many wishes of one reader nor many readers of one group keep the others waiting. At most `most` wishes wait in all,
    and `each` of one reader.
    """

    def __init__(self, most: int, each: int) -> None:
        self.most, self.each = most, each
        self._groups = OrderedDict[Hashable, OrderedDict[Hashable, deque[T]]]()
        self._waiting = 0

    def __len__(self) -> int:
        return self._waiting

    def put(self, wish: T, reader: Hashable, group: Hashable = None) -> T | None:
        """Let a wish wait. Returns the oldest wish of the reader if it has to give way; raises Full."""
        wishes = self._groups[group].get(reader) if group in self._groups else None
        if wishes and len(wishes) >= self.each:
            wishes.append(wish)
            return wishes.popleft()
        if self._waiting >= self.most:
            raise Full
        self._groups.setdefault(group, OrderedDict()).setdefault(reader, deque()).append(wish)
        self._waiting += 1
        return None

    def take(self) -> T:
        """The newest wish of the reader whose turn it is; IndexError if nobody waits."""
        if not self._groups:
            raise IndexError("nobody waits")
        group, readers = self._groups.popitem(last=False)
        reader, wishes = readers.popitem(last=False)
        wish = wishes.pop()
        if wishes:
            readers[reader] = wishes  # at the end: all the others come first
        if readers:
            self._groups[group] = readers
        self._waiting -= 1
        return wish

    def drop(self, wish: T) -> None:
        """Nobody wants it any more; nothing happens if it does not wait."""
        for group, readers in self._groups.items():
            for reader, wishes in readers.items():
                if wish in wishes:
                    wishes.remove(wish)
                    self._waiting -= 1
                    if not wishes:
                        del readers[reader]
                    if not readers:
                        del self._groups[group]
                    return
