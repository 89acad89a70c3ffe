"""Search for files on which a reader fails: cases of the hostile set, cut, flipped and grown, read in worker processes.

Run it with `python -m tests.fuzz.reading [SECONDS] [FOLDER]`; it goes on for five minutes and keeps in the folder what
raised anything but a sentence, ended its process, or took too long. Once mended, a file belongs into `tests/hostile`.
"""

import io
import random
import sys
import zipfile
from pathlib import Path
from time import monotonic

from app.importing import load, seconds_for
from app.reading.read import read_source
from app.reading.source import Source
from app.workers import Workers
from storage.errors import CannotRead
from tests.hostile.case import Case
from tests.hostile.make import every

LARGEST = 20_000  # many small files find more than few large ones
TOGETHER = 20


def main() -> None:
    """The command."""
    ends = monotonic() + float(sys.argv[1] if len(sys.argv) > 1 else 300)
    kept = Path(sys.argv[2] if len(sys.argv) > 2 else "fuzz-found")
    seeds = [
        case
        for case in every()
        if isinstance(case.data, bytes) and isinstance(case.name, str) and 8 < len(case.data) < LARGEST
    ]
    chance = random.Random(sys.argv[3] if len(sys.argv) > 3 else 0)
    workers = Workers(1)
    workers.submit(load).result()
    tried = 0
    while monotonic() < ends:
        sources = [changed(chance.choice(seeds), chance) for _ in range(TOGETHER)]
        tried += len(sources)
        failed = workers.submit(failures, sources, seconds=60.0)
        for one in [] if failed.exception() is None and not failed.result() else sources:
            _look_closer(workers, one, kept)
    workers.close()
    print(f"{tried:,} files tried")


def _look_closer(workers: Workers, source: Source, kept: Path) -> None:
    """Read one alone, and keep it if it is the one."""
    asked = workers.submit(failures, [source], seconds=seconds_for(source))
    trouble = asked.exception()
    said = repr(trouble) if trouble else " ".join(asked.result())
    if said:
        kept.mkdir(exist_ok=True)
        (kept / f"{len(list(kept.iterdir())):03}{source.ending}").write_bytes(source.data)
        print(f"{source.name}: {said}", flush=True)


def failures(sources: list[Source]) -> list[str]:
    """What was raised by reading them, without the sentences that are meant to be."""
    found = []
    for source in sources:
        try:
            for _ in read_source(source):
                pass
        except CannotRead:
            pass
        except Exception as trouble:  # noqa: BLE001 - that is what is looked for
            found.append(repr(trouble))
    return found


def changed(case: Case, chance: random.Random) -> Source:
    """A case with some of its bytes changed; of an archive mostly those of a part, so that they are unpacked."""
    assert isinstance(case.name, str)
    name, data = case.name, case.bytes
    if data.startswith(b"PK\x03\x04") and chance.random() < 0.8:
        data = _part_changed(data, chance)
    else:
        data = _bytes_changed(data, chance)
    return Source(name, data)


def _bytes_changed(data: bytes, chance: random.Random) -> bytes:
    made = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4, 9))):
        at = chance.randrange(len(made)) if made else 0
        size = chance.choice((0, 1, 1, 2, 8, 64))
        other = chance.randrange(len(data))
        new = chance.choice(
            (chance.randbytes(size), bytes(size), b"\xff" * size, data[other : other + size * 9], b"9" * size)
        )
        made[at : at + chance.choice((0, size))] = new
    return bytes(made[: chance.randint(1, len(made) or 1)] if chance.random() < 0.2 else made)


def _part_changed(data: bytes, chance: random.Random) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            parts = [(name, file.read(name)) for name in file.namelist()[:200]]
    except Exception:  # noqa: BLE001 - it is broken as it is
        return _bytes_changed(data, chance)
    chosen = chance.choice(range(len(parts))) if parts else 0
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for number, (name, words) in enumerate(parts):
            file.writestr(name, _bytes_changed(words, chance) if number == chosen and words else words)
    return made.getvalue()


if __name__ == "__main__":
    main()
