"""How much an answer says, so that the style sheet sets it on one sheet of paper in type as large as fits."""

from bisect import bisect_right

from activations.choosing.advice import Advice

SHEETS = (13, 20, 25, 38, 43)  # parts of an answer from which on the next smaller type is taken


def parts(advice: Advice) -> int:
    """Everything that takes a line or more on paper."""
    first = advice.ranking[0]
    told = (*advice.conflicts, *advice.symptoms, *advice.remarks, *advice.measures)
    return len((*told, *first.reasons_for, *first.reasons_against, *advice.ranking))


def size(advice: Advice) -> int:
    """Which of the sizes of type, 0 being the largest."""
    return bisect_right(SHEETS, parts(advice))
