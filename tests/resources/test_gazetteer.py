"""The names of places on Earth."""

import gzip
import subprocess
import sys

import pytest

from resources.gazetteer import HERE, MOST_WORDS, Sort, listed, spelt_alike

MOST_BYTES = 6_000_000


@pytest.mark.parametrize(
    ("name", "sort"),
    [
        ("Syria", Sort.COUNTRY),
        ("Syrie", Sort.COUNTRY),
        ("Suriye", Sort.COUNTRY),
        ("Сирия", Sort.COUNTRY),
        ("سورية", Sort.COUNTRY),
        ("Diyala", Sort.REGION),
        ("محافظة نينوى", Sort.REGION),
        ("Deir ez-Zor", Sort.REGION),
        ("Deïr Ez Zor", Sort.REGION),
        ("DEIR EZ-ZOR", Sort.REGION),
        ("Mosul", Sort.METROPOLIS),
        ("Mossoul", Sort.METROPOLIS),
        ("Мосул", Sort.METROPOLIS),
        ("الموصل", Sort.METROPOLIS),
        ("Bakhmut", Sort.CITY),
        ("Saraqib", Sort.TOWN),
        ("Мандалай", Sort.METROPOLIS),
        ("Black Sea", Sort.AREA),
        ("قطاع غزة", Sort.REGION),
    ],
)
def test_a_place_is_known_in_all_its_spellings(name, sort):
    assert listed(name).sort is sort


@pytest.mark.parametrize(
    "name", ["", "-", "Xyzzyton", "ceasefire", "said", "United Nations", "Mosu", "Mosull", "الهدنة"]
)
def test_what_is_no_place_is_not_known(name):
    assert listed(name).sort is None


@pytest.mark.parametrize(
    ("words", "goes_on"),
    [("Port", True), ("New York", True), ("Deir", True), ("خان", True), ("Xyzzyton", False), ("Mosu", False)],
)
def test_it_is_known_whether_longer_names_begin_with_words(words, goes_on):
    assert listed(words).goes_on is goes_on


def test_hamza_accents_apostrophes_and_hyphens_make_no_difference():
    assert spelt_alike("إِدلـب") == spelt_alike("ادلب")
    assert spelt_alike("Ma’rib") == spelt_alike("marib")
    assert spelt_alike("Şırnak") == spelt_alike("sirnak")
    assert spelt_alike("Al-Qa'im") == spelt_alike("Al Qaim")


def test_every_line_is_spelt_alike_and_they_are_sorted():
    with gzip.open(HERE / "names.gz") as file:
        lines = [line for line in file.read().splitlines() if not line.startswith(b"#")]
    assert len(lines) > 500_000
    assert lines == sorted(lines)
    for line in lines[::97]:
        name, sort = line.decode().split("\t")
        assert spelt_alike(name) == name
        assert listed(name).sort is Sort(int(sort))
        assert len(name.split()) <= MOST_WORDS


def test_the_sources_and_their_licences_stand_in_the_file():
    with gzip.open(HERE / "names.gz", "rt", encoding="utf-8") as file:
        top = "".join(next(file) for _ in range(4))
    assert "GeoNames" in top
    assert "CC BY 4.0" in top
    assert "Unicode License v3" in top


def test_it_is_small_enough_to_ship():
    assert (HERE / "names.gz").stat().st_size < MOST_BYTES


def test_it_is_not_read_before_a_place_is_looked_for():
    code = "import app.extraction.extract, resources.gazetteer as g; print(g._names.cache_info().currsize)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "0\n"
