"""Days of publication in addresses, file names and fields: a whole day or nothing."""

import pytest

from app.reading.dates import in_address, in_name, written

ADDRESSES = {
    "https://a.example/2016/12/17/convoy": "2016-12-17",
    "https://a.example/world/2016-12-17-convoy.html": "2016-12-17",
    "https://a.example/2016_12_17/": "2016-12-17",
    "https://a.example/world/2016/dec/17/convoy": "2016-12-17",
    "https://a.example/20161217/convoy": "2016-12-17",
    "a.example/2016/1/7/convoy": "2016-01-07",
    "https://a.example/2016/12/convoy": None,
    "https://a.example/2016/13/45/": None,
    "https://a.example/2016/zzz/17/": None,
    "https://2016-12-17.example/convoy": None,
    "https://a.example/convoy?date=2016-12-17": None,
    "https://a.example/120161217/": None,
    "https://a.example/id20161217x": None,
    "https://a.example/٢٠١٦/١٢/١٧/": None,
    "not an address": None,
    "": None,
}
NAMES = {
    "2016-12-17-convoy.txt": "2016-12-17",
    "convoy 2016_12_17.txt": "2016-12-17",
    "20161217 convoy.txt": "2016-12-17",
    "convoy20161217.txt": "2016-12-17",
    "17.12.2016 Aleppo.txt": "2016-12-17",
    "1.2.2016.txt": "2016-02-01",
    "12-17-2016.txt": None,
    "2016-12.txt": None,
    "2016-02-30.txt": None,
    "201612171530.txt": None,
    "12016-12-17.txt": None,
    "convoy.txt": None,
}
FIELDS = {
    "2016-12-17": "2016-12-17",
    " 2016-12-17T23:30:00+03:00 ": "2016-12-17",
    "2016-12-17 10:00": "2016-12-17",
    "2016/12/17": "2016-12-17",
    "20161217": "2016-12-17",
    "Fri, 16 Dec 2016 10:00:00 +0000": "2016-12-16",
    "17 Dec 2016 10:00": "2016-12-17",
    "17/12/2016": None,
    "2016": None,
    "2016-12": None,
    "2016-02-30": None,
    "yesterday": None,
    "\x00": None,
    "": None,
}


@pytest.mark.parametrize(("url", "day"), ADDRESSES.items())
def test_the_day_in_an_address(url: str, day: str | None) -> None:
    found = in_address(url)
    assert (found and found.day.iso()) == day


@pytest.mark.parametrize(("name", "day"), NAMES.items())
def test_the_day_in_a_file_name(name: str, day: str | None) -> None:
    found = in_name(name)
    assert (found and found.day.iso()) == day


@pytest.mark.parametrize(("field", "day"), FIELDS.items())
def test_the_day_in_a_field(field: str, day: str | None) -> None:
    found = written(field)
    assert (found and found.iso()) == day
