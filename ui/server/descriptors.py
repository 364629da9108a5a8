"""As many open connections as the system allows: each is a file descriptor, and 1,024 are soon taken by a class.

A reader holds one for the websocket and, while a page loads, six more.
"""

from streamlit.logger import get_logger

try:
    import resource
except ImportError:  # Windows counts otherwise
    resource = None  # type: ignore[assignment]

ENOUGH = 4096  # a class of 200 that arrives while one of 200 leaves, and as many again
MAC = 10_240  # all that macOS grants where it says "unlimited"


def limit() -> int | None:
    """How many descriptors this process may have now; None if nothing is known."""
    return resource.getrlimit(resource.RLIMIT_NOFILE)[0] if resource else None


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
