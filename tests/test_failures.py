"""`every` tells of all that fails, and takes no test for passed that was given nothing."""

import inspect

import pytest
from failures import Failures, every


@every("a", [1, 2, 3])
@every("b, wanted", [(1, 2), (2, 4)])
def doubled(a, b, wanted):
    assert a * b == wanted


@every("n", lambda start: range(start))
def small(n):
    if n > 1:
        raise ValueError(f"{n} is large")


def told(test, **given):
    with pytest.raises(Failures) as caught:
        test(**given)
    return str(caught.value).splitlines()


def test_all_that_fails_is_told_with_what_it_was_given_and_where():
    lines = told(doubled)
    assert [line.split(":")[0] for line in lines] == ["1; 1, 2", "1; 2, 4", "3; 1, 2", "3; 2, 4"]
    assert all("AssertionError: assert" in line and "a * b == wanted" in line for line in lines)
    assert [line.split(" (")[0] for line in told(small, start=4)] == [f"{n}: ValueError: {n} is large" for n in (2, 3)]


def test_what_passes_is_silent_and_fixtures_are_asked_for_by_name():
    small(start=2)
    assert list(inspect.signature(small).parameters) == ["start"] and not inspect.signature(doubled).parameters


def test_a_test_that_is_given_nothing_fails():
    with pytest.raises(AssertionError, match="nothing is tested"):
        small(start=0)


def test_what_should_have_been_raised_is_told_like_the_rest():
    @every("n", "12")
    def never(n):
        with pytest.raises(ValueError):
            int(n)

    assert [line.split(" (")[0] for line in told(never)] == [f"{n}: Failed: DID NOT RAISE ValueError" for n in "12"]
