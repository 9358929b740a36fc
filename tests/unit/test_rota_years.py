"""The rota as a picture: every bar has its name and its last day, and nothing sticks out."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.diagram import Line, Panel, Pen, Stroke
from desktop.domain.rota_years import Bar, rota_years

PEN = Pen(10.0, lambda words, bold: len(words) * (5.5 if bold else 5.0))
WIDTH = 500.0
DAYS = st.dates(date(2015, 1, 1), date(2040, 12, 31))


@st.composite
def bars(draw):
    since = draw(DAYS)
    until = since + timedelta(days=draw(st.integers(0, 3000)))
    return Bar(draw(st.text("abc d", max_size=60)), since, until, "31 december")


@given(st.lists(bars(), max_size=20), st.integers(1, 15), st.sets(st.integers(2025, 2040)))
def test_nothing_sticks_out_and_nobody_is_left_out(found, count, crowded):
    drawing = rota_years(found, range(2025, 2025 + count), crowded, WIDTH, PEN)
    said = [one for one in drawing.shapes if isinstance(one, Line)]
    assert sum(one.text == "31 december" for one in said) == len(found)
    for one in drawing.shapes:
        if isinstance(one, Panel):
            assert 0 <= one.x <= one.x + one.width <= WIDTH + PEN.em * 0.5
            assert one.y + one.height <= drawing.height
        elif isinstance(one, Line):
            wide = PEN.measure(one.text, one.bold)
            left = one.x - wide / 2 if one.centred else one.x
            assert left >= -1
            assert not one.text.startswith("31") or left + wide <= WIDTH


def test_a_crowded_year_has_a_ground_of_its_own():
    term = Bar("Lies Smit", date(2022, 6, 2), date(2026, 6, 1), "1 juni")
    drawing = rota_years([term], range(2025, 2028), {2026}, WIDTH, PEN)
    [ground] = [one for one in drawing.shapes if isinstance(one, Panel) and one.fill == "sunken"]
    lines = [one.x1 for one in drawing.shapes if isinstance(one, Stroke)]
    assert abs(ground.x - lines[1]) < 1
    assert abs(ground.x + ground.width - lines[2]) < 1
