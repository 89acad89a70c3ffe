from hypothesis import given
from hypothesis import strategies as st

from widgets.utf16 import Units, units

TEXTS = st.text(alphabet=st.sampled_from("a é ع😀𝔸\n"), max_size=60)


def in_qt(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def test_one_emoji_shifts_what_follows_by_one() -> None:
    converted = Units("a😀b")
    assert [converted.to_qt(at) for at in range(4)] == [0, 1, 3, 4]
    assert [converted.from_qt(at) for at in (0, 1, 3, 4)] == [0, 1, 2, 3]


@given(TEXTS)
def test_every_offset_is_converted_as_the_encoding_says(text: str) -> None:
    converted = Units(text)
    for offset in range(len(text) + 1):
        assert converted.to_qt(offset) == in_qt(text[:offset])
        assert converted.from_qt(converted.to_qt(offset)) == offset
    assert units(text) == in_qt(text)
