"""Amounts: read as people type them, and always the same again."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain import money
from desktop.domain.errors import CouncilError

CENTS = st.integers(0, money.MOST)


@pytest.mark.parametrize(
    ("words", "cents"),
    [
        ("12,5", 1250),
        ("12.50", 1250),
        ("12", 1200),
        ("€ 12,50", 1250),
        ("12,- euro", 1200),
        ("€12,-", 1200),
        ("1.250", 125000),
        ("1.250,5", 125050),
        ("1 250,00", 125000),
        ("0,23", 23),
        ("12,", 1200),
        ("eur 3", 300),
    ],
)
def test_an_amount_as_people_write_it(words, cents):
    assert money.read_euros(words) == cents


@pytest.mark.parametrize("words", ["", "tien", "12,505", "1.2.3", "-5", "12,5,0", ",50", "€", "١٢"])
def test_what_is_no_amount_is_refused_at_its_field(words):
    with pytest.raises(CouncilError) as told:
        money.read_euros(words, "cost")
    assert told.value.field == "cost"


def test_a_slip_of_the_finger_is_refused():
    with pytest.raises(CouncilError):
        money.read_euros("1000000")


@given(CENTS)
def test_what_is_written_reads_back_the_same(cents):
    assert money.read_euros(money.euros(cents)) == cents
    assert money.read_euros(money.amount(cents)) == cents


@given(st.integers(0, 99_999), st.integers(0, 99))
def test_point_and_comma_mean_the_same_before_two_digits(whole, part):
    assert money.read_euros(f"{whole}.{part:02}") == money.read_euros(f"{whole},{part:02}")


@given(st.text(max_size=12))
def test_any_text_gives_an_amount_or_one_sentence(words):
    with suppress(CouncilError):
        assert 0 <= money.read_euros(words) <= money.MOST


@given(st.integers(1, 999_99).map(lambda n: n / 100))
def test_a_number_reads_back_the_same(value):
    assert money.read_number(money.number(value), "units") == pytest.approx(value)
