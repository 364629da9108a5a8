"""Work that must not be done where readers are served: wishes, a queue that is fair to readers, worker processes."""

from ui.server.pool.places import Full
from ui.server.pool.pool import Lost, Pool, Wish
from ui.server.pool.worker import Cancelled, report

__all__ = ["Cancelled", "Full", "Lost", "Pool", "Wish", "report"]
