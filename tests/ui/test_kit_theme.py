"""The look: every colour pair can be read, sizes follow the factor, the theme changes live."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui import preferences, theme
from desktop.ui.fields import line
from desktop.ui.icons import pixmap
from desktop.ui.kit import card, primary, text
from desktop.ui.preferences import Preferences
from desktop.ui.stylesheet import control_height, stylesheet
from desktop.ui.theme import look, tokens

COLOURS = ("light", "dark", "high_contrast")


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast of WCAG 2.2: 1 (the same) to 21 (black on white)."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _pairs(name: str, kind: str) -> list[tuple[str, str, str]]:
    for_hints = [hint[name] for hint in tokens()["hints"].values()]
    return [
        (f"{front} on {back}", ink, tokens()[name][back])
        for front, *backs in tokens()["contrast"][kind]
        for ink in (for_hints if front == "hints" else [tokens()[name][front]])
        for back in backs
    ]


@pytest.mark.parametrize("name", COLOURS)
@pytest.mark.parametrize(("kind", "need"), [("text", 4.5), ("ui", 3.0)])
def test_every_pair_of_colours_can_be_read(name, kind, need):
    need = 7.0 if name == "high_contrast" else need
    poor = [(what, contrast(a, b)) for what, a, b in _pairs(name, kind) if contrast(a, b) < need]
    assert poor == []


def test_contrast_is_measured_as_wcag_does():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", COLOURS)
def test_every_theme_has_every_colour(name):
    assert set(tokens()[name]) == set(tokens()["light"])


ICONS = sorted(set(tokens()["icons"]) - {"package", "licence", "rule"})


@pytest.mark.parametrize("name", ICONS)
def test_every_icon_can_be_drawn(qapp, name):
    picture = pixmap(name, "#123456", 20).toImage()
    inked = [picture.pixelColor(x, y).alpha() for x in range(40) for y in range(40)]
    assert max(inked) == 255


def test_text_grows_with_the_factor_and_air_with_its_root(qapp):
    theme.apply(qapp, factor=2.0)
    assert look.px("body") == 2 * 15
    assert look.gap(10) == 14
    assert control_height() >= look.px("body") * 1.5


@given(st.sampled_from([1.0, 1.15, 1.3, 1.5, 1.75, 2.0]), st.integers(400, 3000))
def test_narrow_is_a_matter_of_characters_not_of_pixels(factor, width):
    before = look.factor, look.width
    look.factor, look.width = factor, width
    assert look.narrow == (width / round(15 * factor) < 68)
    look.factor, look.width = before


def test_a_1366_screen_is_wide_at_130_and_narrow_at_150_percent(qapp):
    look.width = 1366
    theme.apply(qapp, factor=1.3)
    assert not look.narrow
    theme.apply(qapp, factor=1.5)
    assert look.narrow


def test_the_theme_changes_what_is_on_screen(qtbot, qapp):
    shown = card("Kop", primary("Doe"))
    qtbot.addWidget(shown)
    shown.show()
    light = shown.grab().toImage().pixelColor(shown.width() // 2, 4)
    theme.apply(qapp, "dark")
    dark = shown.grab().toImage().pixelColor(shown.width() // 2, 4)
    assert light.lightness() > 200
    assert dark.lightness() < 60


@pytest.mark.parametrize("name", ["dark", "high_contrast"])
def test_a_change_of_look_leaves_nothing_of_the_look_before(qtbot, qapp, name):
    def made():
        window = QWidget()
        qtbot.addWidget(window)
        window.setObjectName("window")
        parts = card("Kop", text("Woorden"), primary("Doe"), line("naam"))
        QVBoxLayout(window).addWidget(parts)
        window.resize(700, 500)
        window.show()
        return window

    changed = made()
    theme.apply(qapp, name, 2.0)
    qapp.processEvents()
    begun = made()
    qapp.processEvents()
    assert changed.grab().toImage() == begun.grab().toImage()


def test_a_factor_changes_words_that_are_on_screen(qtbot, qapp):
    label = text("Woorden", wrap=False)
    qtbot.addWidget(label)
    label.show()
    before = label.sizeHint()
    theme.apply(qapp, factor=2.0)
    assert label.sizeHint().width() > 1.8 * before.width()


def test_an_unknown_theme_of_the_system_is_light(qapp):
    theme.apply(qapp, "system")
    assert look.theme == "light"
    assert look.wanted == "system"


def test_the_stylesheet_stays_short(qapp):
    assert stylesheet().count("{") < 90


def test_preferences_are_kept(tmp_path):
    council = tmp_path / 'raad "één".samenspraak'
    council.touch()
    chosen = Preferences("dark", 1.5, 1000, 700).with_file(council)
    preferences.save(chosen)
    assert preferences.load() == chosen
    assert preferences.load().files() == [council]


@pytest.mark.parametrize(
    "damage", ["geen toml =", 'factor = "groot"', "factor = 99\nwidth = 'x'", "\x00"]
)
def test_a_damaged_preferences_file_gives_the_normal_choices(damage):
    preferences.folder().mkdir(parents=True)
    (preferences.folder() / "preferences.toml").write_text(damage)
    loaded = preferences.load()
    assert loaded.theme == "system"
    assert 1.0 <= loaded.factor <= 2.0


def test_only_six_recent_files_are_kept(tmp_path):
    chosen = Preferences()
    for number in [*range(9), 8]:
        chosen = chosen.with_file(tmp_path / str(number))
    assert [name[-1] for name in chosen.recent] == list("876543")
