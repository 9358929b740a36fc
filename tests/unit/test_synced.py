"""A folder that a cloud service copies, and the second versions that it makes."""

from pathlib import Path

import pytest

from desktop.models import vault
from desktop.services.care.synced import conflicts_of, look_around, service_of

COUNCIL = "Cliëntenraad Duinrede.samenspraak"
KEY = COUNCIL + "-sleutel"


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("OneDrive", "OneDrive"),
        ("OneDrive - Gemeente Duinrede/Raad", "OneDrive"),
        ("Dropbox", "Dropbox"),
        ("Dropbox (Persoonlijk)/a/b", "Dropbox"),
        ("Google Drive/Mijn Drive", "Google Drive"),
        ("GoogleDrive-henk@example.org/My Drive/x", "Google Drive"),
        ("Mijn Drive", "Google Drive"),
        ("Nextcloud", "Nextcloud"),
        ("Nextcloud2/Raad", "Nextcloud"),
        ("Library/Mobile Documents/com~apple~CloudDocs", "iCloud"),
        ("iCloudDrive", "iCloud"),
        ("Documenten/Samenspraak", ""),
        ("Onedriver", ""),
        ("Mijn Dropboxen", ""),
    ],
)
def test_a_service_is_known_by_its_folder(tmp_path, folder, service):
    assert service_of(tmp_path / folder / COUNCIL) == service


@pytest.mark.parametrize(
    ("mark", "service"),
    [
        (".dropbox", "Dropbox"),
        (".sync_a1b2.db", "Nextcloud"),
        ("._sync_a1b2.db", "Nextcloud"),
        (".owncloudsync.log", "Nextcloud"),
        (".tmp.drivedownload", "Google Drive"),
        (".stfolder", "Syncthing"),
    ],
)
def test_a_service_is_known_by_what_it_leaves(tmp_path, mark, service):
    (tmp_path / "werk" / "raad").mkdir(parents=True)
    (tmp_path / "werk" / mark).write_bytes(b"")
    assert service_of(tmp_path / "werk" / "raad" / COUNCIL) == service


CONFLICTS = [
    "{} (conflicted copy 2026-03-01 101112){}",
    "{} (Henk's conflicted copy 2026-03-01){}",
    "{} (LAPTOP-HENK's conflicted copy){}",
    "{} (exemplaar met conflict van Henk 2026-03-01){}",
    "{} (conflictkopie 2026-03-01){}",
    "{} (1){}",
    "{} (12){}",
    "{} 2{}",
    "{}-LAPTOP-HENK{}",
    "{}-LAPTOP-HENK-2{}",
    "{}.sync-conflict-20260301-101112-ABCDEF{}",
    "{}_conflict-20260301-101112{}",
]


@pytest.mark.parametrize("suffix", [".samenspraak", ".samenspraak-sleutel"])
@pytest.mark.parametrize("name", CONFLICTS)
def test_a_second_version_is_recognised(tmp_path, name, suffix):
    for path in (tmp_path / COUNCIL, tmp_path / KEY):
        path.write_bytes(b"x")
    other = tmp_path / name.format("Cliëntenraad Duinrede", suffix)
    other.write_bytes(b"y")
    assert conflicts_of(tmp_path / COUNCIL) == (other,)


@pytest.mark.parametrize(
    "name",
    [
        "Cliëntenraad Duinrede reservekopie 2026-03-01 101112.samenspraak",
        "Cliëntenraad Duinrede reservekopie 2026-03-01 101112.samenspraak-sleutel",
        "Cliëntenraad Duinrede voor terugzetten 2026-03-01 101112.samenspraak",
        "Cliëntenraad Duinrede onderweg.samenspraak",
        "Cliëntenraad Duinrede reservekopie 2026-03-01 101112 voor bijwerken vanaf 3.samenspraak",
        "Cliëntenraad Duinrede en Zee.samenspraak",
        "Cliëntenraad Zeezicht (1).samenspraak",
        "Cliëntenraad Duinrede (1).pdf",
    ],
)
def test_what_is_no_second_version_is_left_alone(tmp_path, name):
    for path in (tmp_path / COUNCIL, tmp_path / KEY, tmp_path / name):
        path.write_bytes(b"x")
    assert conflicts_of(tmp_path / COUNCIL) == ()


@pytest.mark.parametrize("rest", ["-2025", " 2", " (1)"])
def test_another_council_with_its_own_key_is_no_second_version(tmp_path, rest):
    for name in (COUNCIL, KEY, COUNCIL.replace(".", f"{rest}."), KEY.replace(".", f"{rest}.")):
        (tmp_path / name).write_bytes(b"x")
    assert conflicts_of(tmp_path / COUNCIL) == ()


def test_a_second_version_with_a_copy_of_the_key_is_recognised(tmp_path):
    """Google Drive makes a second version of both files."""
    vault.write_key_file(tmp_path / KEY, vault.wrap(vault.new_key(), "een geheime zin", cost=2**4))
    (tmp_path / COUNCIL).write_bytes(b"x")
    others = [tmp_path / name.replace(".", " (1).") for name in (COUNCIL, KEY)]
    for other, of in zip(others, (COUNCIL, KEY), strict=True):
        other.write_bytes((tmp_path / of).read_bytes())
    assert conflicts_of(tmp_path / COUNCIL) == tuple(others)


def test_a_folder_that_is_gone_is_an_ordinary_folder(tmp_path):
    found = look_around(tmp_path / "weg" / COUNCIL)
    assert found.conflicts == ()


def test_nothing_is_ever_thrown_away(tmp_path):
    (tmp_path / COUNCIL).write_bytes(b"x")
    other = Path(tmp_path / "Cliëntenraad Duinrede (1).samenspraak")
    other.write_bytes(b"y")
    look_around(tmp_path / COUNCIL)
    assert other.read_bytes() == b"y"
