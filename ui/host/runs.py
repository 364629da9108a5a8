"""The run of a page that is under way: why it began, what of the page it is about, and for whom."""

from streamlit.runtime.scriptrunner_utils.script_run_context import get_script_run_ctx


def came_by_history() -> bool:
    """Has the reader gone back or forward to get here?"""
    ctx = get_script_run_ctx()
    return bool(ctx and ctx.is_history_navigation)


def in_fragment() -> bool:
    """Is this run only about a fragment of the page?"""
    ctx = get_script_run_ctx()
    return bool(ctx and ctx.fragment_ids_this_run)


def session() -> str | None:
    """What tells this reader's session from others; None outside of any."""
    ctx = get_script_run_ctx()
    return ctx.session_id if ctx else None
