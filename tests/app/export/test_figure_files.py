"""The files of figures, opened by readers that are not ours: what they say, what they must not hold, that they repeat."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pypdfium2
import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication

from app.export.export import EXPORTERS, export_to
from app.export.job import Export
from app.export.picture import figure_of
from resources.themes import theme
from storage.change import add_articles
from storage.errors import CannotWrite
from storage.library import Library
from storage.model import Article, Extraction, FoundEvent, Moment, Precision, Span, Status, When
from widgets.figure.options import FigureOptions, Paper, Sources

ROOT = Path(__file__).parents[3]
EXPECTED = Path(__file__).parent / "expected"
SVG = "{http://www.w3.org/2000/svg}"
DEJAVU = Path("/usr/share/fonts/truetype/dejavu")
CITED = FigureOptions(page=Paper.A4, sources=Sources.QUOTES, look="print", credit="Figure: A. Rahal")


@pytest.fixture(autouse=True)
def application(qapp: QApplication) -> QApplication:
    return qapp


def written(library: Library, ending: str, options: FigureOptions) -> bytes:
    return EXPORTERS[ending].write(Export(library, [int(one) for one in library.select()], figure=options))


def drawing(library: Library, options: FigureOptions) -> ElementTree.Element:
    return ElementTree.fromstring(written(library, ".svg", options))


def groups(root: ElementTree.Element) -> dict[str, ElementTree.Element]:
    return {one.get("id", ""): one for one in root.iter(f"{SVG}g") if one.get("id")}


def test_a_drawing_has_a_group_with_a_name_for_each_lane_and_each_event(library: Library) -> None:
    found = groups(drawing(library, FigureOptions()))
    for event in library.events(library.columns().ids.tolist()):
        group = found[f"event-{event.id}"]
        assert group.findtext(f"{SVG}title") == event.title
        assert event.title in ["".join(one.itertext()) for one in group.iter(f"{SVG}text")]
    lanes = {name: one.findtext(f"{SVG}title") for name, one in found.items() if name.startswith("lane-")}
    assert lanes == {"lane-talks": "Talks", "lane-siege": "Siege", "lane-attack": "Attack", "lane-protest": "Protest"}


def test_names_in_a_drawing_are_given_once(library: Library) -> None:
    data = written(library, ".svg", FigureOptions(page=Paper.A4, rows=3)).decode()
    names = re.findall(r' id="([^"]*)"', data)
    assert len(names) == len(set(names))
    assert set(re.findall(r"url\(#([^)]*)\)", data)) <= set(names)


def test_a_drawing_tells_in_words_what_it_shows(library: Library) -> None:
    root = drawing(library, FigureOptions())
    assert root.findtext(f"{SVG}title") == "Aleppo 2016"
    told = root.findtext(f"{SVG}desc") or ""
    assert told.startswith("Timeline “Aleppo 2016”")
    for words in ("since March 2015: siege of Foua (siege).", "Fri 16 Dec 2016: Talks began in Astana (talks)."):
        assert words in told
    assert told.index("siege of Foua") < told.index("Talks began")


@pytest.mark.parametrize("options", [FigureOptions(), CITED], ids=["plain", "cited"])
def test_a_drawing_runs_nothing_and_leads_nowhere(options: FigureOptions, library: Library) -> None:
    data = written(library, ".svg", options).decode()
    root = ElementTree.fromstring(data)
    assert not [
        one for one in root.iter() if one.tag.removeprefix(SVG) in ("script", "foreignObject", "image", "style", "use")
    ]
    assert not re.search(r"\son\w+=", data)
    links = [value for one in root.iter() for name, value in one.attrib.items() if name.endswith("href")]
    assert links == []
    assert "javascript:" not in data


def test_a_drawing_of_paper_is_as_large_as_the_paper(library: Library) -> None:
    root = drawing(library, FigureOptions(page=Paper.A4, landscape=False))
    assert (root.get("width"), root.get("height")) == ("210mm", "297mm")


def test_the_sources_of_a_drawing_have_the_numbers_of_its_marks(library: Library) -> None:
    root = drawing(library, CITED)
    told = ["".join(one.itertext()) for one in root.iter(f"{SVG}text")]
    assert told.count("1") >= 2
    assert {"Sources", "The Wire", ", Talks in Astana", "17 Dec 2016 · wire.example/1", "“siege of Foua”"} <= set(told)
    (siege,) = (one for one in library.all_events() if one.kind == "siege")
    assert "1" in ["".join(one.itertext()) for one in groups(root)[f"event-{siege.id}"].iter(f"{SVG}text")]


def document(library: Library, options: FigureOptions) -> Iterator[pypdfium2.PdfDocument]:
    made = pypdfium2.PdfDocument(written(library, ".pdf", options))
    yield made
    made.close()


def test_a_document_has_its_words_as_text_bookmarks_of_lanes_and_its_title(library: Library) -> None:
    for made in document(library, CITED):
        text = made[0].get_textpage().get_text_bounded()
        for words in ("Aleppo 2016", "Talks began in Astana", "siege of Foua", "Sources", "Figure: A. Rahal"):
            assert words in text
        assert [one.get_title() for one in made.get_toc()] == ["Talks", "Siege", "Attack", "Protest", "Sources"]
        facts = made.get_metadata_dict()
        assert facts["Title"] == "Aleppo 2016"
        assert "siege of Foua" in facts["Subject"]
        assert facts["CreationDate"] == ""
        assert [round(side) for side in made[0].get_size()] == [842, 595]


def test_a_document_leads_to_its_sources(library: Library) -> None:
    from pypdf import PdfReader

    page = PdfReader(BytesIO(written(library, ".pdf", CITED))).pages[0]
    (link,) = (one.get_object() for one in page["/Annots"])
    assert link["/A"]["/URI"] == "https://wire.example/1"
    left, foot, right, top = (float(one) for one in link["/Rect"])
    assert 0 < left < right < 842
    assert 0 < foot < top < 595


@pytest.mark.skipif(not shutil.which("pdffonts"), reason="needs poppler-utils, which .ci/run installs")
def test_another_reader_finds_all_words_and_fonts_inside(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "out.pdf"
    path.write_bytes(written(library, ".pdf", CITED))
    text = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout
    assert "Talks began in Astana" in text
    assert "17 Dec 2016 · wire.example/1" in text
    fonts = subprocess.run(["pdffonts", path], capture_output=True, text=True, check=True).stdout.splitlines()[2:]
    assert fonts
    for line in fonts:
        embedded, _, unicode = line.split()[-5:-2]
        assert (embedded, unicode) == ("yes", "yes")


@pytest.mark.parametrize(("options", "size", "dots"), [
    (FigureOptions(width=800, height=600), (800, 600), 96),
    (FigureOptions(width=800, height=600, scale=2), (1600, 1200), 192),
    (FigureOptions(page=Paper.SLIDE), (1600, 900), 96),
    (FigureOptions(page=Paper.A4, scale=2), (3508, 2480), 300),
])  # fmt: skip
def test_an_image_has_the_px_and_the_dots_per_inch(
    options: FigureOptions, size: tuple[int, int], dots: int, library: Library
) -> None:
    with Image.open(BytesIO(written(library, ".png", options))) as image:
        assert image.size == size
        assert image.info["dpi"] == pytest.approx((dots, dots), abs=0.1)


def test_an_image_says_in_its_chunks_what_it_shows(library: Library) -> None:
    with Image.open(BytesIO(written(library, ".png", FigureOptions()))) as image:
        image.load()
        told = image.text
    assert told["Title"] == "Aleppo 2016"
    assert "Talks began in Astana (talks)" in told["Description"]
    assert told["Software"].startswith("Dateline ")
    assert told["Font"]


def test_a_transparent_image_has_no_ground_and_others_have(library: Library) -> None:
    for clear in (True, False):
        options = FigureOptions(width=800, height=600, transparent=clear, look="light")
        with Image.open(BytesIO(written(library, ".png", options))) as image:
            corner = image.convert("RGBA").getpixel((2, 2))
        assert corner[3] == (0 if clear else 255)
    assert (
        theme("light").surface.canvas.lower()
        not in written(library, ".svg", FigureOptions(transparent=True, legend=False))
        .decode()
        .split("</defs>")[1]
        .splitlines()[1]
    )


def test_each_page_of_images_has_a_file_of_its_own(library: Library, tmp_path: Path) -> None:
    job = Export(library, [int(one) for one in library.select()], figure=FigureOptions(page=Paper.A4, pages=2))
    for ending, count in ((".png", 2), (".svg", 2), (".pdf", 1)):
        paths = export_to(job, tmp_path / f"figure{ending}")
        assert [path.name for path in paths] == [f"figure{ending}", f"figure-2{ending}"][:count]
        assert all(path.stat().st_size > 1000 for path in paths)


CHILD = """
import sys
from pathlib import Path
from app.offscreen import prepare_for_figures
prepare_for_figures()
from app.export.export import export_to
from app.export.job import Export
from storage.library import Library
from storage.model import Article, Extraction, FoundEvent, Moment, Precision, Span, Status, When
from widgets.figure.options import FigureOptions, Paper, Sources
library = Library.open(Path(sys.argv[1]), read_only=True)
job = Export(library, [int(one) for one in library.select()], figure=FigureOptions(
    page=Paper.A4, sources=Sources.QUOTES, look="print", credit="Figure: A. Rahal"))
for ending in (".svg", ".pdf", ".png"):
    export_to(job, Path(sys.argv[2]) / f"figure{ending}")
"""


def made_apart(path: Path, out: Path, seed: str, **environment: str) -> dict[str, bytes]:
    """The files of a figure, made in a process of its own."""
    out.mkdir()
    told = {**os.environ, "PYTHONHASHSEED": seed, "QT_QPA_PLATFORM": "offscreen", **environment}
    told["PYTHONPATH"] = os.pathsep.join([str(ROOT), told.get("PYTHONPATH", "")])
    subprocess.run([sys.executable, "-c", CHILD, str(path), str(out)], env=told, check=True, cwd=out)
    return {one.name: one.read_bytes() for one in out.iterdir()}


def test_two_processes_write_the_same_files_byte_for_byte(path: Path, tmp_path: Path) -> None:
    first, second = (made_apart(path, tmp_path / seed, seed) for seed in ("1", "22"))
    assert set(first) == {"figure.svg", "figure.pdf", "figure.png"}
    assert first == second


@pytest.mark.skipif(not DEJAVU.is_dir(), reason="needs fonts-dejavu-core, which .ci/run installs")
def test_the_whole_drawing_is_as_expected_in_a_known_font(path: Path, tmp_path: Path) -> None:
    known, fonts = tmp_path / "fonts.conf", tmp_path / "fonts"
    fonts.mkdir()
    for name in ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "DejaVuSerif.ttf"):
        shutil.copy(DEJAVU / name, fonts)
    known.write_text(f"<fontconfig><dir>{fonts}</dir><cachedir>{tmp_path / 'cache'}</cachedir></fontconfig>")
    made = made_apart(path, tmp_path / "out", "0", FONTCONFIG_FILE=str(known))["figure.svg"].decode()
    made = re.sub(r"Dateline \d+[.\d]*", "Dateline VERSION", made)
    expected = EXPECTED / "figure.svg"
    if os.environ.get("DATELINE_WRITE_EXPECTED"):
        expected.write_text(made, "utf-8")
    assert made == expected.read_text("utf-8")


LIMITED = """
import resource, sys
from pathlib import Path
from app.main import main
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
sys.exit(main(["export", sys.argv[1], "-o", sys.argv[2]]))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="limits of file sizes are those of Linux")
@pytest.mark.parametrize("ending", [".png", ".svg", ".pdf"])
def test_an_old_file_stays_whole_where_the_disk_takes_no_more(ending: str, path: Path, tmp_path: Path) -> None:
    old = tmp_path / f"old{ending}"
    old.write_bytes(b"what was there")
    told = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    told["PYTHONPATH"] = os.pathsep.join([str(ROOT), told.get("PYTHONPATH", "")])
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, str(path), str(old)], env=told, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert f"“old{ending}” could not be written: file too large. Choose another folder or name." in done.stderr
    assert "Traceback" not in done.stderr
    assert old.read_bytes() == b"what was there"
    assert sorted(one.name for one in tmp_path.iterdir()) == sorted({path.name, old.name} | lasting(tmp_path))


def lasting(folder: Path) -> set[str]:
    """What a library keeps beside it."""
    return {one.name for one in folder.iterdir() if one.name.startswith("Aleppo")}


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_is_read_only_is_told(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "closed"
    folder.mkdir()
    folder.chmod(0o500)
    job = Export(library, [int(one) for one in library.select()])
    with pytest.raises(CannotWrite, match="could not be written: permission denied"):
        export_to(job, folder / "figure.svg")


def test_an_end_that_is_not_sure_fades_in_a_document_too(library: Library) -> None:
    first, last = Moment.of(2016, 12, 1), Moment.of(2016, 12, 30)
    about = When(first, last, Precision.INTERVAL, approximate=True)
    event = FoundEvent("attack", "About then", Span(0, 4), "word", about, None, Status.HAPPENED)
    article = Article(0, "word", "Fading")
    library.apply(add_articles([(article, Extraction("en", (), (event,)))], library.new_ids()))
    job = Export(library, [int(one) for one in library.select(kinds=frozenset({"attack"}))], figure=FigureOptions())
    (placed,) = figure_of(job).pages[0].strips
    (mark,) = (one for one in placed.strip.scene.marks if one.label == "About then")
    sizes, page = placed.strip.scene.sizes, figure_of(job).pages[0]
    made = pypdfium2.PdfDocument(EXPORTERS[".pdf"].write(job))
    picture = made[0].render(scale=96 / 72).to_pil().convert("L")
    made.close()
    y = round(placed.top + sizes.axis + mark.y + sizes.bar / 2 - 1.5)
    places = (mark.x0 + 3, (mark.x0 + mark.x1) / 2, mark.x1 - 3)
    tones = [picture.getpixel((round(page.edge + placed.strip.left + x), y)) for x in places]
    assert min(tones[0], tones[2]) > tones[1] + 60
