"""Work that must not be done where readers are served: wishes, a queue that is fair to readers, worker processes."""

from ui.pool.places import Full
from ui.pool.pool import Lost, Pool, Wish
from ui.pool.worker import Cancelled, report

__all__ = ["Cancelled", "Full", "Lost", "Pool", "Wish", "report"]
