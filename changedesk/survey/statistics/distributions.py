"""The distributions that tests need: normal, chi-squared, t and F.

Chi-squared with whole degrees of freedom has a closed form. t and F rest on the incomplete beta
function; its continued fraction (DLMF 8.17.22) is summed here, because a general hypergeometric
series takes seconds where degrees of freedom go into the thousands, and its leading factor, which
loses digits in double precision, is taken from mpmath.
"""

from collections.abc import Callable
from functools import cache, lru_cache
from math import erfc, exp, inf, isfinite, log, pi, sqrt
from threading import Lock
from typing import Any

_DIGITS = 34
_TINY = 1e-300
_STEPS_AT_MOST = 100_000
_ONE_AT_A_TIME = Lock()


@cache
def _precise() -> Any:
    """Return mpmath with its own precision; figures are made in more than one thread."""
    import mpmath  # type: ignore[import-untyped] # noqa: PLC0415 - felt when a page is first shown

    context = mpmath.MPContext()
    context.dps = _DIGITS
    return context


def normal_above(z: float) -> float:
    """Return the probability of a standard normal value above z."""
    return erfc(z / sqrt(2)) / 2


def normal_two_sided(z: float) -> float:
    """Return the probability of a standard normal value at least as far from 0 as z."""
    return erfc(abs(z) / sqrt(2))


def chi2_above(x: float, df: int) -> float:
    """Return the probability of a chi-squared value above x; df is a whole number from 1."""
    if x <= 0:
        return 1.0
    half = x / 2
    # Q(a + 1, h) = Q(a, h) + h^a e^-h / gamma(a + 1), from Q(1/2) or Q(1).
    total, term, a = (
        (erfc(sqrt(half)), exp(-half) * 2 * sqrt(half / pi), 0.5)
        if df % 2
        else (exp(-half), exp(-half) * half, 1.0)
    )
    while a < df / 2:
        total += term
        a += 1
        term *= half / a
    return min(1.0, total)


def t_two_sided(t: float, df: float) -> float:
    """Return the probability of Student's t at least as far from 0 as t."""
    if not isfinite(t):
        return 0.0
    square = t * t
    return _beta_below(df / 2, 0.5, df / (df + square), square / (df + square))


def t_quantile(p: float, df: float) -> float:
    """Return the value of Student's t that lies above a share p, 0 < p < 1."""
    if p < 0.5:
        return -t_quantile(1 - p, df)
    # In the square of t this is the F distribution: one search serves both.
    return sqrt(f_quantile(2 * p - 1, 1, df)) if p > 0.5 else 0.0


def f_above(f: float, df1: float, df2: float) -> float:
    """Return the probability of an F value above f."""
    if f <= 0:
        return 1.0
    if not isfinite(f):
        return 0.0
    whole = df2 + df1 * f
    return _beta_below(df2 / 2, df1 / 2, df2 / whole, df1 * f / whole)


def f_below(f: float, df1: float, df2: float) -> float:
    """Return the probability of an F value below f, without loss where that is small."""
    if f <= 0:
        return 0.0
    whole = df2 + df1 * f
    return _beta_below(df1 / 2, df2 / 2, df1 * f / whole, df2 / whole)


@lru_cache(maxsize=4096)
def f_quantile(p: float, df1: float, df2: float) -> float:
    """Return the value of F that lies above a share p, 0 < p < 1."""
    # The smaller tail is the one that is known to all its digits.
    if p <= 0.5:
        return exp(_root(lambda x: f_below(exp(x), df1, df2) - p, df1, df2))
    return exp(_root(lambda x: (1 - p) - f_above(exp(x), df1, df2), df1, df2))


def _root(miss: Callable[[float], float], df1: float, df2: float) -> float:
    """Return where a rising function of log F crosses zero (Newton's steps within a bracket)."""
    low, high = -1.0, 1.0
    while miss(low) > 0:
        low *= 2
    while miss(high) < 0:
        high *= 2
    x = 0.0
    for _ in range(200):
        off = miss(x)
        if off > 0:
            high = x
        else:
            low = x
        slope = _f_density_of_log(x, df1, df2)
        step = x - off / slope if slope > 0 else inf
        new = step if low < step < high else (low + high) / 2
        if abs(new - x) <= 1e-15 * max(1.0, abs(x)):
            return new
        x = new
    return x


def _f_density_of_log(x: float, df1: float, df2: float) -> float:
    """Return the density of log F at x."""
    a, b = df1 / 2, df2 / 2
    odds = x + log(df1 / df2)
    share = -_log_one_plus_exp(-odds)
    rest = -_log_one_plus_exp(odds)
    return exp(a * share + b * rest - _log_beta(a, b))


def _log_one_plus_exp(x: float) -> float:
    return x if x > 700 else log(1 + exp(x))


@lru_cache(maxsize=4096)
def _log_beta(a: float, b: float) -> float:
    with _ONE_AT_A_TIME:
        context = _precise()
        return float(context.loggamma(a) + context.loggamma(b) - context.loggamma(a + b))


@lru_cache(maxsize=65_536)
def _beta_below(a: float, b: float, x: float, rest: float) -> float:
    """Return the regularised incomplete beta function at x; `rest` is 1 - x to all its digits."""
    if x <= 0:
        return 0.0
    if rest <= 0:
        return 1.0
    front = _front(a, b, x, rest)
    if x < (a + 1) / (a + b + 2):
        return min(1.0, front * _fraction(a, b, x) / a)
    return max(0.0, 1 - front * _fraction(b, a, rest) / b)


def _front(a: float, b: float, x: float, rest: float) -> float:
    """Return x^a (1 - x)^b / B(a, b)."""
    with _ONE_AT_A_TIME:
        context = _precise()
        power = a * context.log(x) + b * context.log(rest)
        beta = context.loggamma(a) + context.loggamma(b) - context.loggamma(a + b)
        return float(context.exp(power - beta))


def _fraction(a: float, b: float, x: float) -> float:
    """Return the continued fraction of the incomplete beta function, by Lentz's method."""
    c, d = 1.0, 1 / _not_zero(1 - (a + b) * x / (a + 1))
    value = d
    for m in range(1, _STEPS_AT_MOST):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        step = 1.0
        for part in (even, odd):
            d = 1 / _not_zero(1 + part * d)
            c = _not_zero(1 + part / c)
            step = c * d
            value *= step
        if abs(step - 1) < 1e-16:
            break
    return value


def _not_zero(value: float) -> float:
    return value if abs(value) > _TINY else _TINY
