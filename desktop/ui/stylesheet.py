"""The one stylesheet of the app, written again at each change of theme or text size."""

from desktop.ui.theme import TONES, look, tokens


def stylesheet() -> str:
    """Return the whole stylesheet for the look of now."""
    return "\n".join([*_frames(), *_fields(), *_buttons(), *_lists(), *_words()])


def _radius(name: str) -> int:
    return int(tokens()["radius"][name])


def _frames() -> list[str]:
    control, card = _radius("control"), _radius("card")
    line, border = look["line"], look["border"]
    rules = [
        f"QWidget {{ color: {look['text']}; }}",
        "QLabel { background: transparent; }",
        f"#window, #page, QDialog {{ background: {look['window']}; }}",
        f"#sidebar {{ background: {look['sidebar']}; border: 0; border-right: 1px solid {line}; }}",
        f"#topbar {{ background: {look['sidebar']}; border: 0; border-bottom: 1px solid {line}; }}",
        "QScrollArea { border: 0; background: transparent; }",
        "QScrollBar:vertical { background: transparent; width: 12px; margin: 2px; }",
        f"QScrollBar::handle:vertical {{ background: {border}; border-radius: 4px;"
        " min-height: 40px; }",
        "QScrollBar:horizontal { background: transparent; height: 12px; margin: 2px; }",
        f"QScrollBar::handle:horizontal {{ background: {border}; border-radius: 4px;"
        " min-width: 40px; }",
        "QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page"
        " { background: none; width: 0; height: 0; }",
        _frame("card", look["surface"], f"1px solid {line}", card),
        _frame("paper", look["raised"], f"1px solid {line}", 4),
        _frame("sunken", look["sunken"], "0", control),
        _frame("picked", look["accent_soft"], f"2px solid {look['accent']}", control),
        f'QFrame[cls="rule"] {{ background: {line}; border: 0; min-height: 1px;'
        " max-height: 1px; }",
    ]
    rules += [_frame(tone, look[f"{tone}_soft"], f"1px solid {look[tone]}", card) for tone in TONES]
    return rules


def _frame(kind: str, ground: str, edge: str, radius: int) -> str:
    return (
        f'QFrame[cls="{kind}"] {{ background: {ground}; border: {edge};'
        f" border-radius: {radius}px; }}"
    )


def _fields() -> list[str]:
    size, high, radius = look.px(), control_height() - 2, _radius("control")
    every = "QLineEdit, QComboBox, QSpinBox, QPlainTextEdit, QTextEdit"
    selected = (
        f"selection-background-color: {look['accent']}; selection-color: {look['on_accent']};"
    )
    return [
        f"{every} {{ background: {look['raised']}; border: 1px solid {look['border']};"
        f" border-radius: {radius}px; font-size: {size}px; {selected}"
        f" placeholder-text-color: {look['muted']}; }}",
        f"QLineEdit, QComboBox {{ padding: 0 {look.gap(12)}px; min-height: {high}px; }}",
        f"QSpinBox {{ padding: 0; min-height: {high}px; max-height: {high}px; }}",
        f"QPlainTextEdit, QTextEdit {{ padding: {look.gap(6)}px {look.gap(8)}px; }}",
        'QTextEdit[cls="bare"], QPlainTextEdit[cls="bare"]'
        " { background: transparent; border: 0; padding: 0; }",
        f'QLineEdit[error="true"], QComboBox[error="true"], QSpinBox[error="true"],'
        f' QPlainTextEdit[error="true"], QTextEdit[error="true"]'
        f" {{ border: 2px solid {look['danger']}; }}",
        f"QLineEdit:read-only {{ background: {look['sunken']}; }}",
        "QComboBox::drop-down { border: 0; width: 0; }",
        "QComboBox::down-arrow { image: none; }",
        f"QComboBox QAbstractItemView {{ background: {look['raised']};"
        f" border: 1px solid {look['border']}; font-size: {size}px; outline: 0; {selected} }}",
        "QSpinBox QLineEdit { border: 0; min-height: 0; background: transparent; padding: 0; }",
        "QSpinBox::up-button, QSpinBox::down-button { width: 0; border: 0; }",
    ]


def _buttons() -> list[str]:
    high, side, radius = control_height() - 2, look.gap(16), _radius("control")
    accent, soft = look["accent"], look["accent_soft"]
    return [
        f"QPushButton {{ background: {look['surface']}; border: 1px solid {look['border']};"
        f" border-radius: {radius}px; padding: 0 {side}px; min-height: {high}px;"
        f" font-size: {look.px()}px; font-weight: 600; }}",
        f"QPushButton:hover {{ background: {soft}; }}",
        f"QPushButton:disabled {{ color: {look['muted']}; border-style: dashed;"
        f" background: {look['sunken']}; }}",
        "QPushButton::menu-indicator { width: 0; image: none; }",
        f'QPushButton[cls="primary"] {{ background: {accent}; color: {look["on_accent"]};'
        f" border-color: {accent}; }}",
        f'QPushButton[cls="primary"]:hover {{ background: {look["accent_hover"]}; }}',
        f'QPushButton[cls="primary"]:disabled {{ background: {look["sunken"]};'
        f" color: {look['muted']}; border-color: {look['border']}; }}",
        f'QPushButton[cls="quiet"] {{ background: transparent; border-color: transparent;'
        f" color: {accent}; padding: 0 {look.gap(6)}px; }}",
        f'QPushButton[cls="quiet"]:hover {{ background: {soft}; }}',
        f'QPushButton[cls="chip"] {{ min-height: {look.gap(32) - 2}px;'
        f" padding: 0 {look.gap(12)}px; color: {accent}; border-color: {accent}; }}",
        f'QPushButton[cls="nav"] {{ background: transparent; border: 2px solid transparent;'
        f" text-align: left; font-weight: 400; padding: 0 {look.gap(10)}px; }}",
        f'QPushButton[cls="nav"]:hover {{ background: {soft}; }}',
        f'QPushButton[cls="nav"][here="true"] {{ background: {look["raised"]};'
        f" border-color: {accent}; font-weight: 700; color: {accent}; }}",
    ]


def _lists() -> list[str]:
    strong = look.theme == "high_contrast"  # there a tint alone says nothing
    ground, ink = ("accent", "on_accent") if strong else ("accent_soft", "text")
    picked = f"background: {look[ground]}; color: {look[ink]};"
    return [
        f"QTableView, QListView {{ background: {look['surface']}; border: 0; outline: 0;"
        f" gridline-color: {look['line']}; font-size: {look.px()}px;"
        f" selection-background-color: {look[ground]}; selection-color: {look[ink]}; }}",
        f"QTableView::item, QListView::item {{ padding: {look.gap(8)}px;"
        f" border-bottom: 1px solid {look['line']}; }}",
        f"QTableView::item:selected, QListView::item:selected {{ {picked} }}",
        f"QHeaderView::section {{ background: {look['surface']}; color: {look['muted']}; border: 0;"
        f" border-bottom: 1px solid {look['line']}; padding: {look.gap(6)}px {look.gap(8)}px;"
        f" font-size: {look.px('label')}px; font-weight: 600; }}",
        f"QMenu {{ background: {look['raised']}; border: 1px solid {look['border']};"
        f" padding: {look.gap(6)}px; font-size: {look.px()}px; }}",
        f"QMenu::item {{ padding: {look.gap(8)}px {look.gap(34)}px {look.gap(8)}px"
        f" {look.gap(14)}px; border-radius: {_radius('control') - 3}px; }}",
        f"QMenu::item:selected {{ background: {look['accent_soft']}; color: {look['accent']}; }}",
        f"QMenu::item:disabled {{ color: {look['muted']}; }}",
        f"QMenu::separator {{ height: 1px; background: {look['line']};"
        f" margin: {look.gap(5)}px {look.gap(8)}px; }}",
        f"QToolTip {{ background: {look['raised']}; color: {look['text']};"
        f" border: 1px solid {look['border']}; padding: {look.gap(4)}px;"
        f" font-size: {look.px('small')}px; }}",
    ]


def _words() -> list[str]:
    rules = [
        f'QLabel[role="{name}"] {{ font-size: {look.px(name)}px; font-weight: {weight}; }}'
        for name, (_, weight) in tokens()["type"].items()
    ]
    rules += [f'QLabel[tone="{tone}"] {{ color: {look[tone]}; }}' for tone in (*TONES, "muted")]
    pills = {tone: (look[f"{tone}_soft"], look[tone], f"{tone}_soft") for tone in TONES}
    pills["plain"] = (look["sunken"], look["muted"], "line")
    for name, (ground, ink, edge) in pills.items():
        line = look["border" if look.theme == "high_contrast" else edge]
        rules.append(
            f'QLabel[pill="{name}"] {{ background: {ground}; color: {ink};'
            f" border: 1px solid {line}; border-radius: {look.size(_radius('pill'))}px;"
            f" padding: {look.gap(2)}px {look.gap(10)}px; }}"
        )
    return rules


def control_height() -> int:
    """Return the height of a button or field in pixels: room for its text, whatever the size."""
    return max(look.gap(int(tokens()["size"]["control"])), round(look.px() * 1.7))
