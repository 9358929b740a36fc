"""Plain-language analysis of Dutch text; knows no screens and no database."""

from desktop.language.engine import Analyser, analyse, prepare
from desktop.language.hints import KINDS, Analysis, Hint, Score

__all__ = ["KINDS", "Analyser", "Analysis", "Hint", "Score", "analyse", "prepare"]
