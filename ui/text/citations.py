"""Works as they are cited: in full in a list, in short beside what they support, and as plain text in a table."""

from activations.sources import Source


def full(source: Source) -> str:
    """Authors, year and title; the title links to the address if there is one."""
    title = f"[{source.whole_title}]({source.where})" if source.where else f"*{source.whole_title}*"
    return f"{source.names} ({source.year}). {title}."


def short(source: Source) -> str:
    """Family names and year, as a link on which the title shows."""
    # what was read in code goes by the name of the software, which says more than that of its owner
    label = f"{source.title if source.part else source.by} ({source.year})"
    return f'[{label}]({source.where} "{source.whole_title}")' if source.where else label


def plain(source: Source) -> str:
    """Family names, year and title, without a link."""
    return f"{source.by} ({source.year}). {source.whole_title}"
