"""My words: which ones did I look up, which ones stand in our papers; also on paper."""

from functools import partial

from desktop.domain.dutch_dates import long_date
from desktop.i18n import tr, trn
from desktop.services.members.booklet import save
from desktop.services.members.rows_onboarding import WordRow
from desktop.ui.boxes import Box, Item, beside, ruled, stack, text
from desktop.ui.desk import Desk
from desktop.ui.kit import button, card, columns, empty, head, quiet
from desktop.ui.members.saving import in_folder
from desktop.ui.members.words import explain_here, meaning
from desktop.ui.pages import Page

_FEW = 12


class WordsPage(Page):
    """My words: what I looked up, and the words of our own papers."""

    area = "members"
    tables = frozenset({"looked_up", "paper"})

    def __init__(self, desk: Desk, member: int) -> None:
        super().__init__()
        self._desk, self._member = desk, member
        self._all = False

    def build(self) -> list[Item]:
        mine = self._desk.office.learning.words_of(self._member)
        ours = self._desk.office.learning.council_words()
        look = button(tr("Look up a word"), partial(explain_here, self._desk), icon="search")
        top = head(
            tr("My words"),
            tr("What you look up with F1 stands here. Take your time."),
            look,
        )
        if not mine and not ours:
            why = tr("Press F1 anywhere in the app to look up a word. It is kept here.")
            return [empty(tr("No words yet"), why, look)]
        learning = [word for word in mine if not word.known]
        known = [word for word in mine if word.known]
        left: list[Item] = [self._learning(learning)]
        if known:
            left.append(card(tr("I know these now"), *ruled(*map(self._known, known))))
        left.append(self._paper())
        return [top, columns(left, self._ours(ours), (1, 1))]

    def _paper(self) -> Box:
        booklets, today = self._desk.office.booklets, self._desk.today()
        large = booklets.wants_large(self._member)

        def make(large: bool) -> None:
            in_folder(
                self._desk,
                lambda: booklets.words(self._member, today, large=large),
                save,
                tr("The sheet is being made."),
            )

        other = tr("In normal print") if large else tr("In large print")
        return card(
            tr("On paper"),
            text(tr("To learn at the kitchen table, or to bring along."), "small"),
            beside(button(tr("Make a sheet"), partial(make, large), icon="file"), ...),
            beside(quiet(other, partial(make, not large)), ...),
        )

    def _learning(self, words: list[WordRow]) -> Box:
        if not words:
            return card(tr("Looked up"), text(tr("Nothing here to learn now.")))
        return card(tr("Looked up"), *ruled(*map(self._mine, words)))

    def _mine(self, word: WordRow) -> Box:
        learning = self._desk.office.learning
        know = button(
            tr("I know it now"),
            partial(learning.know, self._member, word.term),
            kind="chip",
            icon="saved",
            name=tr("I know {word} now", word=word.term),
        )
        last = long_date(word.last).rpartition(" ")[0] if word.last else ""
        told = trn("Looked up on {day}", "Looked up {n} times, last on {day}", word.times, day=last)
        return stack(meaning(word), text(told, "small", "muted"), beside(know, ...), gap=4)

    def _known(self, word: WordRow) -> Box:
        again = button(
            tr("Once more"),
            partial(self._desk.office.learning.know, self._member, word.term, known=False),
            kind="chip",
            name=tr("Practise {word} once more", word=word.term),
        )
        return beside((text(word.term), 1), again)

    def _ours(self, words: list[WordRow]) -> Box:
        shown = words if self._all else words[:_FEW]
        items: list[Item] = ruled(*map(meaning, shown))
        if len(words) > len(shown):
            more = quiet(tr("All {n} words", n=len(words)), self._show_all, "open_down")
            items.append(beside(more, ...))
        if not words:
            items.append(text(tr("They come from your letters and papers.")))
        return card(tr("Words in our own papers"), *items)

    def _show_all(self) -> None:
        self._all = True
        self.rebuild()
