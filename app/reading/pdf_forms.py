"""Words that were typed into a PDF: values of its forms and notes set on its pages, which are no part of its text."""

import ctypes
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

_MOST = 2000  # on a page
_UNSEEN = 2 | 32  # flags: hidden, not to be shown
_SWITCHES = frozenset(("Off", "On", "Yes", "No"))


def typed_on(page: "PdfPage") -> Iterator[str]:
    """What was typed into the fields and free notes of a page, in the order of the file."""
    from pypdfium2 import raw

    keys = {raw.FPDF_ANNOT_FREETEXT: b"Contents", raw.FPDF_ANNOT_WIDGET: b"V"}
    for number in range(min(raw.FPDFPage_GetAnnotCount(page), _MOST)):
        note = raw.FPDFPage_GetAnnot(page, number)
        key = keys.get(raw.FPDFAnnot_GetSubtype(note))
        if key and not raw.FPDFAnnot_GetFlags(note) & _UNSEEN:
            words = _value(note, key)
            if words not in _SWITCHES and any(map(str.isalnum, words)):
                yield words
        raw.FPDFPage_CloseAnnot(note)


def _value(note: object, key: bytes) -> str:
    from pypdfium2 import raw

    size = raw.FPDFAnnot_GetStringValue(note, key, None, 0)
    found = ctypes.create_string_buffer(size)
    raw.FPDFAnnot_GetStringValue(note, key, ctypes.cast(found, ctypes.POINTER(raw.FPDF_WCHAR)), size)
    return found.raw.decode("utf-16-le", "replace").rstrip("\x00")
