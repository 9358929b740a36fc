"""Lists, pairs and the Kort box as paragraphs of Word."""

from desktop.documents.columns import given_width, label_width
from desktop.documents.document import Box, ListBlock, Pairs
from desktop.documents.text import tidy
from desktop.documents.word_story import Story
from desktop.documents.word_styles import given_styles
from desktop.documents.word_xml import keep_next, paragraph, space_after, text_run


def list_block(story: Story, block: ListBlock) -> list[str]:
    """Return a list, counted from 1."""
    if block.ordered:
        out = story.numbered(block.items, "ListNumber", 0)
    else:
        out = [paragraph("ListBullet", story.runs(item)) for item in block.items]
    return _closed(out, story.look.dress["body"].after)


def _closed(out: list[str], after: float) -> list[str]:
    """Give the last item of a list the air of a whole paragraph."""
    return [*out[:-1], *(space_after(xml, after) for xml in out[-1:])]


def box(story: Story, block: Box) -> list[str]:
    """Return the Kort box: shaded paragraphs with a bar, not a table."""
    out = [paragraph("Kortkop", text_run(tidy(block.title)))] if block.title else []
    if block.ordered:
        out += story.numbered(block.items, "Kort", 2)
    else:
        out += [paragraph("Kortteken", story.runs(item)) for item in block.items]
    out = [*(keep_next(xml) for xml in out[:-1]), *out[-1:]]
    return _closed(out, story.look.dress["body"].line * 0.7)


def pairs(story: Story, block: Pairs) -> list[str]:
    """Return labels with their values, on a hanging indent."""
    if block.role == "word":
        return [
            xml
            for word, meaning in block.items
            for xml in (
                paragraph("Woord", text_run(tidy(word))),
                paragraph("BodyText", story.runs(meaning)),
            )
        ]
    style, width = _pair_style(story, block)
    out: list[str] = []
    for label, content in block.items:
        long = label_width(label, story.look) > width
        gap = "<w:r><w:br/></w:r>" if long else "<w:r><w:tab/></w:r>"
        head = text_run(tidy(label), '<w:rStyle w:val="Strong"/>')
        out.append(paragraph(style, head + gap + story.runs(content)))
    return _closed(out, story.look.dress["body"].after)


def _pair_style(story: Story, block: Pairs) -> tuple[str, float]:
    if block.role == "outcome":
        return "Uitkomst", story.look.outcome
    width = given_width([label for label, _ in block.items], story.look)
    names = {width: name for name, width in given_styles(story.look)}
    return names[width].replace(" ", ""), width
