"""What every function promises about types, shapes, special values and bad input."""

import warnings

import numpy as np
import pytest
from conftest import ACTS, settings
from failures import every
from ml_dtypes import bfloat16

from activations import ALIASES, CATALOGUE, get
from activations.floats import BLOCK
from activations.spec import Activation, GatedActivation, PoolingActivation

INPUT = np.array([-40.0, -2.5, -0.0, 0.0, 1.5, 40.0])


def flat(act):
    """Every slider that passes 0 at 0, where a slope times infinity would be NaN."""
    return [act.defaults | {p.name: 0.0} for p in act.params if p.low < 0 < p.high]


def calls(function):
    """The faces of a function that take arrays; all but that of Maxout keep their shape."""
    if isinstance(function, Activation):
        return [function.__call__, function.derivative]
    if isinstance(function, GatedActivation):
        partials = [lambda x, i=i, **p: function.derivative(x, x, **p)[i] for i in (0, 1)]
        return [lambda x, **p: function(x, x, **p), *partials]
    return [function.__call__]


each_call = every("call", lambda function: calls(function))
of_every_act = every("name, call", [(name, call) for name, act in ACTS.items() for call in calls(act)])
each_setting = every("act, params", [(act, at) for act in ACTS.values() for at in (*settings(act), *flat(act))])
of_every_function = every("name, call", [(name, call) for name, f in CATALOGUE.items() for call in calls(f)])


@each_call
@every("kind", [np.float16, bfloat16, np.float32, np.float64])
def test_float_types_and_shapes_are_kept(function, call, kind):
    x = INPUT.astype(kind).reshape(2, 3)
    with np.errstate(over="ignore"):
        rounded = call(x.astype(np.float64)).astype(kind)
    assert call(x).shape == ((2,) if isinstance(function, PoolingActivation) else (2, 3)) and call(x).dtype == kind
    np.testing.assert_array_equal(call(x), rounded)


@of_every_function
@every("given", [[1, 2, -3], np.array([True, False]), np.array([3], dtype=np.uint8)])
def test_integers_and_booleans_become_float64(name, call, given):
    assert call(given).dtype == np.float64
    np.testing.assert_array_equal(call(given), call(np.asarray(given, dtype=np.float64)))


@of_every_function
@every("given", [np.array([1j]), "abc", ["a"], np.array([object()]), None])
def test_what_is_not_a_real_number_is_a_type_error(name, call, given):
    with pytest.raises(TypeError):
        call(given)


@of_every_function
def test_masks_and_wider_floats_are_refused_in_words(name, call):
    with pytest.raises(TypeError, match="masked"):
        call(np.ma.masked_invalid([1.0, np.nan]))
    if np.finfo(np.longdouble).bits > 64:
        with pytest.raises(TypeError, match="64 bits"):
            call(np.array([1.0], np.longdouble))


@of_every_act
def test_scalars_and_empty_arrays_work(name, call):
    assert np.ndim(call(0.5)) == 0
    assert call(np.empty((0, 3))).shape == (0, 3)


@of_every_act
def test_a_long_array_is_computed_like_its_parts(name, call):
    x = np.linspace(-5, 5, 2 * BLOCK + 7)
    np.testing.assert_array_equal(call(x)[::997], call(x[::997]))
    np.testing.assert_array_equal(call(x)[-7:], call(x[-7:]))


@each_setting
def test_nan_stays_nan_and_nothing_else_becomes_nan(act, params):
    for name, call in (("f", act), ("slope", act.derivative)):
        assert np.isnan(call(np.nan, **params))
        assert not np.isnan(call([-1e308, *INPUT, 1e308], **params)).any()
        assert np.isnan(call([-np.inf, np.inf], **params)).all() == (name in act.oscillates)


@each_setting
def test_infinities_give_the_limits(act, params):
    for name, call in (("f", act), ("slope", act.derivative)):
        for sign in (-1, 1) if name not in act.oscillates else ():
            far, limit = call(sign * 1e306, **params), call(sign * np.inf, **params)
            growing = (
                np.isinf(limit) and np.sign(limit) == np.sign(far) and abs(far) > abs(call(sign * 1e153, **params))
            )
            fading = limit == 0 and abs(far) < abs(call(sign * 1e153, **params))
            assert growing or fading or np.isclose(limit, far, rtol=1e-12, atol=1e-300)


@each_setting
def test_no_warning_for_any_finite_input(act, params):
    extreme = np.array([s * float(f"1e{k}") for k in range(-323, 309) for s in (-1, 1)])
    with np.errstate(all="ignore"):
        narrow = [extreme.astype(np.float16), extreme.astype(np.float32)]
    with warnings.catch_warnings(), np.errstate(all="raise"):
        warnings.simplefilter("error")
        for call in calls(act):
            for x in (extreme, *narrow):
                call(x, **params)


@of_every_function
def test_the_input_is_never_changed_nor_handed_back(name, call):
    x = INPUT.reshape(2, 3).copy()
    y = call(x)
    y[...] = 7
    np.testing.assert_array_equal(x, INPUT.reshape(2, 3))


@of_every_function
def test_unknown_parameters_are_a_type_error(name, call):
    with pytest.raises(TypeError, match=r"(no parameter|unexpected keyword argument) 'unknown'"):
        call(INPUT, unknown=1.0)


@every("p", lambda tunable: tunable.params)
@every("call", lambda tunable: calls(tunable))
def test_values_outside_a_domain_are_a_value_error(p, call):
    for value in (np.nan, np.inf, *([p.domain.low - 1] if np.isfinite(p.domain.low) else [])):
        with pytest.raises(ValueError, match=p.name):
            call(INPUT, **{p.name: value})


@every("p", lambda tunable: tunable.params)
def test_sliders_lie_inside_their_domain_and_hold_the_default(p):
    assert p.low in p.domain and p.high in p.domain and p.low <= p.default <= p.high
    assert np.isclose((p.high - p.low) / p.step, round((p.high - p.low) / p.step))
    assert (p.high - p.low) / p.step >= 100, "too coarse to follow a hand"


def test_get_finds_ids_and_aliases_and_suggests():
    for name in CATALOGUE:
        assert get(name.upper()) is CATALOGUE[name]
    for alias, name in ALIASES.items():
        assert get(alias) is CATALOGUE[name] and alias not in CATALOGUE
    with pytest.raises(KeyError, match="did you mean relu"):
        get("rleu")


def test_no_alias_is_claimed_twice():
    claimed = [alias for f in CATALOGUE.values() for alias in f.aliases]
    assert len(claimed) == len(set(claimed))
