"""The writing desk: a text editor in a few shapes, with plain-language tips while you write."""

from desktop.ui.writing.comparing import CompareView
from desktop.ui.writing.desk import WritingDesk
from desktop.ui.writing.tips import TipsPanel
from desktop.ui.writing.writing import Writing

__all__ = ["CompareView", "TipsPanel", "Writing", "WritingDesk"]
