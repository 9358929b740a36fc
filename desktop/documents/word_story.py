"""What the body of a Word file shares while it grows: look, lists, pictures and links."""

from collections.abc import Iterable
from io import BytesIO
from typing import TYPE_CHECKING

from desktop.documents.document import Figure, Run, Runs
from desktop.documents.look import Look
from desktop.documents.pictures import fit, for_word
from desktop.documents.text import clean, safe_link, tidy
from desktop.documents.word_xml import paragraph, picture, text_run

if TYPE_CHECKING:
    from docx.parts.story import StoryPart

_DRESS = {
    (False, False): "",
    (True, False): '<w:rStyle w:val="Strong"/>',
    (False, True): '<w:rStyle w:val="Emphasis"/>',
    (True, True): '<w:rStyle w:val="Strong"/><w:i/><w:iCs/>',
}


class Story:
    """Collects what the blocks share; *part* keeps pictures and links.

    ``numbering`` holds the lists made so far, ``after_table`` says whether a table came last.
    """

    def __init__(self, look: Look, part: "StoryPart") -> None:
        self.look, self.part = look, part
        self.numbering: list[str] = []
        self.new_page = False
        self.after_table = False
        self._lists = 4  # the template uses 1 to 4
        self._pictures = 10

    def runs(self, content: Runs) -> str:
        """Return *content* with its dress and links."""
        return "".join(self._run(run) for run in content)

    def _run(self, run: Run) -> str:
        text = tidy(run.text)
        url = safe_link(run.link) if run.link else ""
        if url and text:
            from docx.opc.constants import RELATIONSHIP_TYPE

            ident = self.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            inside = text_run(text, '<w:rStyle w:val="Hyperlink"/>')
            return f'<w:hyperlink r:id="{ident}" w:history="1">{inside}</w:hyperlink>'
        return text_run(text, _DRESS[run.bold, run.italic])

    def numbered(self, items: Iterable[Runs], style: str, kind: int) -> list[str]:
        """Return items that count from 1 again: a list of their own on the numbering of *style*."""
        self._lists += 1
        self.numbering.append(
            f'<w:num w:numId="{self._lists}"><w:abstractNumId w:val="{kind}"/>'
            '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        )
        number = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{self._lists}"/></w:numPr>'
        return [paragraph(style, self.runs(item), number) for item in items]

    def drawing(self, figure: Figure, widest: float) -> str:
        """Return *figure* as a run, at most *widest* mm wide."""
        data, look = for_word(figure.png), self.look
        highest = (look.height - look.top - look.bottom) * 0.8
        width, high = fit(data, min(figure.width, widest), highest)
        ident, _ = self.part.get_or_add_image(BytesIO(data))
        alt = clean(figure.alt) or clean(figure.caption) or "–"
        self._pictures += 1
        return f"<w:r>{picture(ident, width, high, alt, self._pictures)}</w:r>"
