"""`dateline export`: the timeline of a library as a figure or a table."""

from argparse import Namespace

from app.commands import output
from app.commands.applying import must_apply
from app.commands.arguments import DONE
from app.commands.events import chosen, must_go_forward
from app.commands.figure_arguments import figure_options
from app.export.earlier import must_be_earlier
from app.export.export import exporter_for, made
from app.export.job import Export
from app.export.writing import write_files
from storage.library import Library


def run(told: Namespace) -> int:
    """Write the file, or one for each page of images and drawings, and print its path."""
    exporter = exporter_for(told.output)
    must_go_forward(told)
    must_apply(told)
    if exporter.figure or told.output.suffix.lower() == ".html":
        from app.offscreen import prepare_for_figures

        prepare_for_figures()
        _tell_of_fonts()
    library = Library.open(told.library, read_only=True)
    try:
        job = Export(
            library=library,
            events=chosen(library, told),
            first=told.first,
            last=told.last,
            figure=figure_options(told),
        )
        files = made(job, told.output)
    finally:
        library.close()
    if not job.events:
        output.note("dateline: No event is in what was asked for, so there is nothing in the file but its frame.")
    if not told.force:
        must_be_earlier(files)
    write_files(files)
    for path, _ in files:
        output.text(str(path))
    return DONE


def _tell_of_fonts() -> None:
    from widgets.fonts import any_font  # Qt, which the tables do without

    if not any_font():
        output.note(
            "dateline: No fonts were found on this system, so letters of the figure are empty boxes or missing. "
            "Install a font, such as Inter or DejaVu Sans, and export again."
        )
