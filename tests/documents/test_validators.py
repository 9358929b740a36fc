"""Real validators have no complaint: veraPDF (PDF/UA-1, PDF/A-2a) and Microsoft's Open XML SDK.

Without them these tests fail and say how to set them up; ``make test`` does it by itself.
"""

import sys
from pathlib import Path

import pikepdf
import pytest
from hypothesis import HealthCheck, Phase, given, settings

from desktop.documents.pdf import write_pdf
from desktop.documents.word import write_word

from .generate import DOCUMENTS
from .samples import everything
from .validating import merged

sys.path.insert(0, str(Path(__file__).parents[2] / "tools/validators"))
import validate

pytestmark = pytest.mark.validators


def _generated(count):
    found = []

    @settings(
        max_examples=count,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(DOCUMENTS)
    def collect(document):
        found.append(document)

    collect()
    return found


def test_samples_and_generated_documents_pass(tmp_path):
    for name, document in everything():
        write_pdf(document, tmp_path / f"{name}.pdf")
        write_word(document, tmp_path / f"{name}.docx")
    generated = _generated(40)
    for number, document in enumerate(generated):
        write_pdf(document, tmp_path / f"any-{number}.pdf")
    for size, document in merged(generated):
        write_word(document, tmp_path / f"any-{size}.docx")
    result = validate.validate(tmp_path)
    assert not result.faults, "\n".join(result.faults)
    assert result.pdf_files == len(everything()) + len(generated)
    assert result.word_files == len(everything()) + 3


def _no_language(pdf):
    del pdf.Root.Lang


def _no_alternative_title(pdf):
    del pdf.Root.ViewerPreferences


def _no_artifacts(pdf):
    for page in pdf.pages:
        code = page.Contents.read_bytes()
        page.Contents = pdf.make_stream(code.replace(b"/Artifact", b"/Bogus"))


def _no_scope(pdf):
    def strip(element):
        if element.get("/S") == "/TH":
            del element["/A"]
        for kid in element.get("/K", []):
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                strip(kid)

    strip(pdf.Root.StructTreeRoot.K[0])


def _no_colours(pdf):
    del pdf.Root.OutputIntents


def test_the_validator_sees_what_is_wrong(tmp_path):
    write_pdf(everything()[0][1], tmp_path / "good.pdf")
    faults = (_no_language, _no_alternative_title, _no_artifacts, _no_scope, _no_colours)
    for spoil in faults:
        with pikepdf.open(tmp_path / "good.pdf") as pdf:
            spoil(pdf)
            pdf.save(tmp_path / f"bad{spoil.__name__}.pdf")
    said = validate.validate(tmp_path).faults
    failed = {Path(line.split()[-1]).name for line in said if line.startswith("FAIL")}
    assert failed == {f"bad{spoil.__name__}.pdf" for spoil in faults}


def test_the_word_validator_sees_what_is_wrong(tmp_path):
    from zipfile import ZipFile

    write_word(everything()[0][1], tmp_path / "good.docx")
    with ZipFile(tmp_path / "good.docx") as good, ZipFile(tmp_path / "bad.docx", "w") as bad:
        for name in good.namelist():
            data = good.read(name)
            if name == "word/document.xml":
                data = data.replace(b"<w:tblHeader/>", b'<w:tblHeader w:val="true"/><w:bogus/>')
            bad.writestr(name, data)
    faults = validate.validate(tmp_path).faults
    assert faults
    assert all("bad.docx" in fault for fault in faults)


def test_missing_validators_are_an_error_not_a_pass(tmp_path, monkeypatch):
    monkeypatch.setattr(validate, "VERAPDF", tmp_path / "nowhere")
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    with pytest.raises(validate.NotThereError, match=r"setup\.sh"):
        validate.validate(tmp_path)
