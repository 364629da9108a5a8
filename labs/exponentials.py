"""Which exponentials and their kin a function takes for each number: seen while its formula runs."""

from functools import cache
from typing import Any

import numpy as np

from activations.spec import Function, GatedActivation

KINDS = {  # what hardware computes by an exponential or a table: the names of NumPy and SciPy, and what each comes to
    **dict.fromkeys(("exp", "expm1", "exp2"), "exp"),
    **dict.fromkeys(("log", "log1p", "log2"), "log"),
    **dict.fromkeys(("tanh", "sinh", "cosh"), "tanh"),
    **dict.fromkeys(("ndtr", "log_ndtr", "erf", "erfc", "erfcx"), "erf"),
}


class _Watched(np.ndarray):
    """An array that shares a list of what was called with all that is computed from it."""

    calls: list[str]

    def __array_finalize__(self, source: Any) -> None:
        self.calls = getattr(source, "calls", [])

    def __array_ufunc__(self, ufunc: np.ufunc, method: str, *inputs: Any, **how: Any) -> Any:
        if kind := KINDS.get(ufunc.__name__):
            self.calls.append(kind)
        return self._handed_on(getattr(ufunc, method)(*map(_plain, inputs), **{k: _plain(v) for k, v in how.items()}))

    def __array_function__(self, function: Any, types: Any, inputs: Any, how: Any) -> Any:
        return self._handed_on(function(*map(_plain, inputs), **{name: _plain(value) for name, value in how.items()}))

    def _handed_on(self, result: Any) -> Any:
        if isinstance(result, tuple | list):
            return type(result)(map(self._handed_on, result))
        if not isinstance(result, np.ndarray | np.generic):
            return result
        heir = np.asarray(result).view(_Watched)
        heir.calls = self.calls
        return heir


def _plain(value: Any) -> Any:
    if isinstance(value, tuple | list):
        return type(value)(map(_plain, value))
    return np.asarray(value) if isinstance(value, _Watched) else value


@cache
def needed(function: Function) -> tuple[str, ...]:
    """Each kind of KINDS that computing `function` takes, as this lesson writes it; () if it is arithmetic alone."""
    x = np.linspace(-2.0, 2.0, 8).view(_Watched)
    x.calls = []
    with np.errstate(all="ignore"):
        function.fn(*([x, x + 1.0] if isinstance(function, GatedActivation) else [x]), **function.defaults)
    return tuple(dict.fromkeys(x.calls))
