"""A page whose dossier is undone closes by itself and says so."""

from desktop.i18n import tr
from desktop.ui.advice.dossier import DossierPage
from desktop.ui.places import open_dossier


def test_undoing_the_start_of_an_advice_leaves_its_pages(app, store, council_path, today):
    from desktop.services.office import open_office

    store.close()
    office = open_office(council_path)
    office.dossiers.start("Taxipas", today)
    number = office.dossiers.start("Leerlingenvervoer", today)
    desk = app.open(office, example=True)
    desk.window.show_area("advice")
    open_dossier(desk, number)
    open_dossier(desk, number, "intake")
    desk.attempt(office.store.undo)
    assert not isinstance(desk.window.page, DossierPage)
    assert desk.window.page is not None
    assert desk.window.page.title == tr("Advice")
    assert not desk.window.strip.isHidden()
    desk.attempt(office.store.redo)
    open_dossier(desk, number)
    assert desk.window.page.title == "Leerlingenvervoer"
