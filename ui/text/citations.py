"""Works as they are cited."""

from activations.sources import Source


def cite(source: Source) -> str:
    """Authors, year and title; the title links to the address if there is one."""
    title = f"[{source.title}]({source.where})" if source.where else f"*{source.title}*"
    return f"{source.authors} ({source.year}). {title}."
