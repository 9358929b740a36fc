"""What a PDF says about itself: title, council, language, date; never a login name."""

from dataclasses import dataclass
from datetime import datetime
from xml.sax.saxutils import escape


@dataclass(frozen=True)
class Metadata:
    """The facts that go into the file; ``subject`` is the kenmerk and the state of the document."""

    title: str
    author: str
    language: str
    made: datetime
    subject: str = ""
    keywords: tuple[str, ...] = ()
    creator: str = "Samenspraak"


def pdf_date(moment: datetime) -> str:
    """Return *moment* the way PDF writes it, such as D:20260319133000+01'00'."""
    zone = moment.strftime("%z")
    return f"D:{moment:%Y%m%d%H%M%S}" + (f"{zone[:3]}'{zone[3:5]}'" if zone else "")


def xmp(meta: Metadata) -> bytes:
    """Return the XMP packet that declares PDF/A-2a and PDF/UA-1 (ISO 19005-2 and 14289-1)."""

    def bag(name: str, kind: str, items: tuple[str, ...]) -> str:
        said = "".join(f"<rdf:li>{escape(item)}</rdf:li>" for item in items)
        return f"<{name}><rdf:{kind}>{said}</rdf:{kind}></{name}>" if items else ""

    def alternative(name: str, text: str) -> str:
        words = f'<rdf:li xml:lang="x-default">{escape(text)}</rdf:li>'
        return f"<{name}><rdf:Alt>{words}</rdf:Alt></{name}>"

    when = meta.made.replace(microsecond=0).isoformat()
    description = alternative("dc:description", meta.subject) if meta.subject else ""
    keywords = escape(", ".join(meta.keywords))
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
{alternative("dc:title", meta.title)}{bag("dc:creator", "Seq", (meta.author,))}
{bag("dc:language", "Bag", (meta.language,))}{bag("dc:subject", "Bag", meta.keywords)}{description}
<xmp:CreateDate>{when}</xmp:CreateDate><xmp:ModifyDate>{when}</xmp:ModifyDate>
<xmp:CreatorTool>{escape(meta.creator)}</xmp:CreatorTool>
<pdf:Producer>{escape(meta.creator)}</pdf:Producer><pdf:Keywords>{keywords}</pdf:Keywords>
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>PDF/UA part</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>""".encode()
