"""Evidence is kept with the recommendation that it carries."""

from PySide6.QtWidgets import QPushButton

from desktop.i18n import tr
from desktop.services.office import open_office
from desktop.ui.advice.evidence import EvidencePage


def test_a_claim_is_kept_with_its_recommendation(app, store, council_path, today):
    store.close()
    office = open_office(council_path)
    dossier = office.dossiers.start("Taxipas", today)
    advice = office.drafts.add_recommendation(dossier, what="Houd de taxipas")
    desk = app.open(office, example=True)
    page = EvidencePage(desk, dossier)
    desk.window.open_page(page)
    page._claim.set_values({"claim": "Vier inwoners missen de bus"})
    page._claim.rows["recommendation_id"].field.set_value(str(advice))
    buttons = page.findChildren(QPushButton)
    next(button for button in buttons if button.text() == tr("Add this")).click()
    [kept] = office.dossiers.view(dossier, today).evidence
    assert kept.recommendation_id == advice
