"""Which copies stay: never without the newest, always one of each period that counts."""

from datetime import datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.rotation import KEPT, expired

NOW = datetime(2026, 3, 10, 14, 30)
MOMENTS = st.lists(
    st.datetimes(datetime(2022, 1, 1), datetime(2026, 4, 1)).map(lambda m: m.replace(microsecond=0))
    | st.integers(0, 60 * 24 * 40).map(lambda minutes: NOW - timedelta(minutes=minutes)),
    max_size=60,
)


@given(MOMENTS)
@settings(max_examples=150, derandomize=True, deadline=None)
def test_the_newest_and_one_of_each_period_stay(moments):
    gone = expired(moments, NOW)
    kept = set(moments) - gone
    assert not moments or max(moments) in kept
    for period, many in KEPT:
        counting = {period(m) for m in moments if period(NOW) - many < period(m)}
        assert counting <= {period(m) for m in kept}
    assert all(moment <= NOW for moment in gone)


@given(MOMENTS, st.integers(0, 60 * 24 * 90))
@settings(max_examples=100, derandomize=True, deadline=None)
def test_clearing_now_and_then_leaves_as_much_as_clearing_at_the_end(moments, minutes):
    """Clearing often may not slowly eat away what clearing once would keep."""
    later = NOW + timedelta(minutes=minutes)
    at_once = set(moments) - expired(moments, later)
    first = set(moments) - expired(moments, NOW)
    assert {m for m in at_once if m <= NOW} <= first


def test_a_year_of_work_leaves_a_list_that_fits_a_screen_and_a_stick():
    hours = [NOW - timedelta(hours=n) for n in range(24 * 800)]
    kept = set(hours) - expired(hours, NOW)
    assert 60 <= len(kept) <= sum(many for _period, many in KEPT)
    assert min(kept) < NOW - timedelta(days=670)


def test_a_clock_that_was_set_back_throws_nothing_away():
    later = [NOW + timedelta(days=n, minutes=5) for n in range(3)]
    same_hour = [NOW + timedelta(days=1, minutes=n) for n in (6, 7)]
    assert not expired([*later, *same_hour], NOW)
