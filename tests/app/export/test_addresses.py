"""Addresses of sources carry no passwords, and none leads elsewhere than it seems."""

import pytest

from app.export.addresses import link, told

CASES = {
    "https://wire.example/1?a=b@c": ("https://wire.example/1?a=b@c", "https://wire.example/1?a=b@c"),
    "HTTP://wire.example/1": ("http://wire.example/1", "HTTP://wire.example/1"),
    "http://user:pw@wire.example/1": ("http://wire.example/1", ""),
    "http://user:pw@bank.example@evil.example/": ("http://evil.example/", ""),
    "http://bank.example\\@evil.example/": ("http://evil.example/", ""),
    "javascript:alert(1)": ("", ""),
    "http://[half": ("", ""),
    "": ("", ""),
}


@pytest.mark.parametrize("address", CASES)
def test_an_address_is_told_without_a_password_and_followed_only_without_one(address: str) -> None:
    assert (told(address), link(address)) == CASES[address]
