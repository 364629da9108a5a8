"""As many open connections as the system allows: each is a file descriptor, and 1,024 are soon taken by a class.

A reader holds four: the websocket, and three of an event loop that Streamlit gives each session and keeps for two
minutes after it; while a page loads, six more.
"""

from streamlit.logger import get_logger

try:
    import resource
except ImportError:  # Windows counts otherwise
    resource = None  # type: ignore[assignment]

ENOUGH = 4096  # a class of 200 that arrives while another of 200 leaves, with something to spare
EACH = 5  # of them for one websocket, so that some are left for files and questions
MAC = 10_240  # all that macOS grants where it says "unlimited"


def limit() -> int | None:
    """How many descriptors this process may have now; None if nothing is known."""
    return resource.getrlimit(resource.RLIMIT_NOFILE)[0] if resource else None


def sockets(most: int) -> int:
    """For how many websockets there are descriptors, and `most` if for more."""
    now = limit()
    return most if now is None or now < 0 else min(most, now // EACH)  # macOS says -1 or so for "unlimited"


def _raise_to(soft: int) -> bool:
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    except (ValueError, OSError):
        return False
    return True


def raise_limit() -> None:
    """Take what the system allows, and say so if that is too little for a class."""
    if not resource:
        return
    _raise_to(resource.getrlimit(resource.RLIMIT_NOFILE)[1]) or _raise_to(MAC)
    now = limit()
    if now is not None and now != resource.RLIM_INFINITY and now < ENOUGH:
        said = "Only %d files and connections may be open at once; a class needs %d (ulimit -Hn, LimitNOFILE)."
        get_logger(__name__).warning(said, now, ENOUGH)
