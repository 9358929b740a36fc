def restore(copy: Path, council: Path) -> Path | None:
    """Put *copy* in the place of *council*; return where the present file was kept, if any.

    Raises CouncilError when *copy* is missing or when the disk refuses; nothing is lost then.
    """
    if not copy.is_file():
        raise CouncilError(tr("This backup is not there. Is the USB stick in the computer?"))
    if not _is_council_file(copy):
        raise CouncilError(tr("This is not a backup of Samenspraak, or it is damaged."))
    fresh = [path.with_name(path.name + ".nieuw") for path in _parts(council)]
    try:
        kept = _set_aside(council) if council.exists() else None
        _copy_parts(_parts(copy), fresh)
        # What a crashed app left in the log belongs to the old file: it is kept beside that.
        for rest in ("-wal", "-shm"):
            council.with_name(council.name + rest).unlink(missing_ok=True)
        for source, target in zip(fresh, _parts(council), strict=True):
            if source.exists():
                os.replace(source, target)
    except OSError as error:
        with suppress(OSError):
            for path in fresh:
                path.unlink(missing_ok=True)
        raise CouncilError(
            tr("The backup could not be put back. The present file is unchanged.")
        ) from error
    return kept


def _set_aside(council: Path) -> Path:
    """Copy all that belongs to *council* beside it; return the copy."""
    stamp = f"{datetime.now():%Y-%m-%d %H%M%S}"
    kept = council.with_name(f"{council.stem} voor terugzetten {stamp}{SUFFIX}")
    _copy_parts(_parts(council), _parts(kept))
    return kept


def _copy_parts(sources: Sequence[Path], targets: Sequence[Path]) -> None:
    for source, target in zip(sources, targets, strict=True):
        if source.exists():
            shutil.copyfile(source, target)


def _parts(council: Path) -> tuple[Path, Path, Path]:
    """Return what belongs to a council file: its key, what was not folded in yet, and itself."""
    return vault.key_path(council), council.with_name(council.name + "-wal"), council


def _is_council_file(path: Path) -> bool:
    """Tell whether *path* can be a council file: whole pages, and nothing readable in front."""
    size = path.stat().st_size
    with path.open("rb") as file:
        start = file.read(_PAGE)
    readable = start.startswith(b"SQLite format 3") or max(start, default=0) < 127
    return size > 0 and size % _PAGE == 0 and not readable
