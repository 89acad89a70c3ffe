"""Articles of 400 words as text files and as saved pages, put together by chance from phrases; the same on every machine."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

WORDS = 400
FIRST = date(2012, 1, 1)
PER_FOLDER = 500

_WHO = """government forces|rebel fighters|the opposition coalition|a United Nations envoy|local doctors|the foreign
minister|two ambassadors|a relief convoy|border guards|the provincial council|armed groups|army units|the health
ministry|a tribal leader|human rights monitors|displaced families|the mayor|police officers|a parliamentary
committee|aid workers|school teachers|the central bank|farmers' unions|a Turkish delegation|Russian advisers|the
Red Crescent|civil defence volunteers|bakery owners|water engineers|the negotiating team""".replace("\n", " ").split(
    "|"
)
_DID = """attacked|shelled|seized|left|surrounded|visited|inspected|reopened|closed|criticised|evacuated|negotiated
over|searched|rebuilt|abandoned|raided|photographed|mapped|supplied|patrolled|blamed neighbours for the loss of|held
talks about|signed an agreement on|called for a ceasefire around|imposed sanctions because of|protested outside|freed
prisoners from|bombed|delivered food to|demanded access to""".replace("\n", " ").split("|")
_WHAT = """the old airport|a village school|the grain silos|a power station|the northern road|the main hospital|a
military base|the river crossing|two checkpoints|a refugee camp|the market square|the customs post|a pumping
station|the prison|the citadel|a textile mill|the ring road|a cement plant|the town hall|the railway yard|an olive
press|the radio mast|the eastern quarter|a fuel depot|the stadium|a field clinic|the tax office|a bus garage""".replace(
    "\n", " "
).split("|")
_WHERE = """Aleppo|Homs|Idlib|Raqqa|Deir ez-Zor|Daraa|Hama|Latakia|Mosul|Kirkuk|Tripoli|Benghazi|Misrata|Sanaa|Aden|Taiz|
Donetsk|Luhansk|Mariupol|Kharkiv|Beirut|Amman|Ankara|Geneva|Vienna|Khartoum|Juba|Goma|Bangui|Kabul""".replace(
    "\n", ""
).split("|")
_HOW = """despite heavy rain|without warning|for the second time|under a new order|with borrowed lorries|after months of
delay|although roads were mined|in spite of earlier promises|while prices doubled|before the winter|as markets
stayed shut|while children slept|with little money left|according to three residents|as state radio put it|to the
surprise of neighbours|in front of reporters|behind closed doors|with few details|amid power cuts|as harvest
began|under a grey sky|after prayers|in small groups|by candle light|near the old bridge""".replace("\n", " ").split(
    "|"
)
_SAID = """a witness said|officials said|the agency reported|one diplomat recalled|relatives told reporters|a letter
showed|the spokesman added|local radio said|court papers show|a trader explained|nurses remembered|the union
claimed|a map seen by reporters suggests|minutes of the meeting note""".replace("\n", " ").split("|")
_NAMES = """Karim|Leila|Yusuf|Nadia|Omar|Salma|Tariq|Hanan|Viktor|Olena|Marta|Jonas|Amina|Idris|Farah|Bilal|Rania|Samir|
Dmytro|Irina|Pavel|Zeynep|Kemal|Aylin""".replace("\n", "").split("|")
_TIMES = (
    "On {weekday}", "Last {weekday}", "On {day} {month}", "On {day} {month} {year}", "In {month} {year}",
    "Two days later", "Since {month}", "A week earlier", "Yesterday", "In early {month}", "By {weekday} evening",
)  # fmt: skip


def write(folder: Path, count: int) -> None:
    """So many files below a folder, text and page in turn."""
    for number in range(count):
        below = folder / f"{number // PER_FOLDER:03}"
        below.mkdir(parents=True, exist_ok=True)
        chance = random.Random(number)
        day = FIRST + timedelta(days=chance.randrange(3000))
        paragraphs = list(_paragraphs(chance, day))
        headline = _headline(chance)
        if number % 2:
            (below / f"{number:05}.html").write_text(_page(number, headline, day, paragraphs), "utf-8")
        else:
            dateline = f"{chance.choice(_WHERE).upper()}, {day.day} {day:%B %Y}: "
            text = "\n\n".join([headline, dateline + paragraphs[0], *paragraphs[1:]])
            (below / f"{number:05}.txt").write_text(text + "\n", "utf-8")


def _headline(chance: random.Random) -> str:
    words = f"{chance.choice(_WHO)} {chance.choice(_DID)} {chance.choice(_WHAT)} in {chance.choice(_WHERE)}"
    return words[:1].upper() + words[1:]


def _paragraphs(chance: random.Random, day: date) -> Iterator[str]:
    """Together as many words as an article has."""
    left = WORDS
    while left > 0:
        sentences = [_sentence(chance, day) for _ in range(chance.randint(2, 4))]
        words = " ".join(sentences).split()[:left]
        left -= len(words)
        yield " ".join(words).rstrip(".,") + "."


def _sentence(chance: random.Random, day: date) -> str:
    near = day - timedelta(days=chance.randrange(1, 60))
    time = chance.choice(_TIMES).format(weekday=f"{near:%A}", day=near.day, month=f"{near:%B}", year=near.year)
    deed = f"{chance.choice(_WHO)} {chance.choice(_DID)} {chance.choice(_WHAT)} in {chance.choice(_WHERE)}"
    manner, said = chance.choice(_HOW), chance.choice(_SAID)
    name, number = chance.choice(_NAMES), chance.randrange(3, 900)
    forms = (
        f"{time} {deed} {manner}, {said}.",
        f"“{name} counted {number} people there,” {said}, and {deed} {manner}.",
        f"{name} {chance.choice(_NAMES)}son, who had walked {number} kilometres, said that {deed}.",
        f"{time}, {manner}, {deed}; {number} homes stood empty.",
        f"Nobody near {chance.choice(_WHAT)} of {chance.choice(_WHERE)} would say why {deed} {manner}.",
    )
    words = chance.choice(forms)
    return words[:1].upper() + words[1:]


def _page(number: int, headline: str, day: date, paragraphs: list[str]) -> str:
    links = "".join(f'<li><a href="/section/{one}">{name}</a></li>' for one, name in enumerate(_NAMES[:14]))
    body = "\n".join(f"<p>{one}</p>" for one in paragraphs)
    address = f"https://news.example/{day:%Y/%m/%d}/{number}"
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{headline} | The Example Post</title>
<meta property="og:title" content="{headline}"><meta property="og:site_name" content="The Example Post">
<meta property="og:url" content="{address}"><link rel="canonical" href="{address}">
<meta property="article:published_time" content="{day}T08:30:00Z">
<style>body {{ font-family: serif }} nav li {{ display: inline }} {".column { width: 50% } " * 40}</style>
<script>var page = {{number: {number}, parts: [{", ".join(map(str, range(200)))}]}};</script></head>
<body><header><nav><ul>{links}</ul></nav></header>
<main><article><h1>{headline}</h1><time datetime="{day}">{day.day} {day:%B %Y}</time>
{body}
</article><aside><h2>Most read</h2><ul>{links}</ul></aside></main>
<footer><p>© The Example Post. <a href="/terms">Terms of use</a> <a href="/privacy">Privacy</a></p></footer>
</body></html>
"""
