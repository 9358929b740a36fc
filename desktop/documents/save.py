"""Put a file in its place in one go: the old one stays whole until the new one is complete."""

import os
from pathlib import Path
from tempfile import mkstemp


def save(path: Path, data: bytes) -> None:
    """Write *data* to *path*; a crash or a full disk leaves the old file as it was.

    Raises OSError when the folder cannot be written, or the file is open in another program.
    """
    handle, name = mkstemp(dir=path.parent, prefix=f".{path.stem[:40]}-", suffix=path.suffix)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
        temporary.chmod(mode)
        os.replace(temporary, path)
    except BaseException:  # also Ctrl+C: no half file may stay behind
        temporary.unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
