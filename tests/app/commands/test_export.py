"""`dateline export`: what it writes over, what it refuses, what it says."""

from pathlib import Path

import pytest

from app.main import main

pytestmark = pytest.mark.usefixtures("qapp")
PAGES = ("--page", "a4", "--pages", "2")


@pytest.mark.parametrize("ending", [".png", ".svg"])
def test_a_further_page_replaces_no_file_of_another(
    ending: str, path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = tmp_path / f"mine{ending}", tmp_path / f"mine-2{ending}"
    second.write_bytes(b"a picture of my own")
    asked = ["export", str(path), "-o", str(first), *PAGES]
    assert main(asked) == 2
    assert f"“mine-2{ending}”, the name of a further page, is another file already." in capsys.readouterr().err
    assert not first.exists()
    assert second.read_bytes() == b"a picture of my own"
    assert main([*asked, "--force"]) == 0
    made = second.read_bytes()
    assert main(asked) == 0, "its own pages are replaced"
    assert main([*asked, "--title", "Another figure"]) == 2
    assert second.read_bytes() == made


def test_no_page_is_replaced_where_another_cannot_be(path: Path, tmp_path: Path) -> None:
    first = tmp_path / "pp.svg"
    first.write_bytes(b"old")
    (tmp_path / "pp-2.svg").mkdir()
    assert main(["export", str(path), "-o", str(first), *PAGES]) == 1
    assert first.read_bytes() == b"old"
