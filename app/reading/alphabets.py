"""The letters of languages beyond ASCII, the most frequent first: by them the encoding of a text is told.

For languages in Latin letters these are the letters with marks; for others all letters. Chinese, Japanese and Korean
have too many: theirs are those of which a fifth of any text consists.
"""

LATIN = {
    "French": "éèàêçâôûîùëïœüæÿ",
    "German": "üäöß",
    "Spanish": "óíáéñúü",
    "Portuguese": "ãáçéíóêõâúàôü",
    "Italian": "àèùòìé",
    "Turkish": "ışğüçöâîû",
    "Polish": "łąęśóżćńź",
    "Czech": "áíéěřýžšůčúťďňó",
    "Slovak": "áíčéžýšľúôťďňäóĺŕ",
    "Hungarian": "áéöóőíüúű",
    "Romanian": "ăîțâșţş",
    "Croatian": "čšžćđ",
    "Swedish": "äöåé",
    "Norwegian": "øåæéòôä",
    "Finnish": "äöå",
    "Estonian": "äõüöšž",
    "Icelandic": "áíðéöóúþæý",
    "Dutch": "ëéïèöüóä",
    "Catalan": "àéèíóçòúïü",
    "Lithuanian": "ėšųžąįūčę",
    "Latvian": "āīēšūļžņģķč",
    "Albanian": "ëç",
    "English": "éèïñç",
}
OTHERS = {
    "Russian": "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё",
    "Ukrainian": "оаниіветрслкдмупязьбгйчхжцюїшщєфґ",
    "Belarusian": "анеіроклсдтвпмзуяыьгбцйшўчжхюэёфґ",
    "Bulgarian": "аоиентрсвлкдмпзъяугбчйщжцхшюфь",
    "Serbian": "аоиенрстјквудмлпзгбчшцњжћљхђфџ",
    "Greek": "αοιετσνηυρπκμλςίάόγέδήωθύχφβξώζψϊϋ",
    "Hebrew": "יוהלארתבמשנכםדקעחפןגצזטסךץף",
    "Arabic": "الينمروتهبدعسفقكحجشةطصذأىخضغثزظإءئؤآ",
    "Persian": "ایيرندهمتوسبشگکكزخچقپعجحفلصآغطضژذثظئء\u200c",
    "Thai": "ารนกอเง่มยลว้ดทสตัปบคะีหแิจพ็ชขใไุูืึผโ์ถซธณศำษญภฟฉฐฝฎฏฮฆฑฌ",
}
MANY = {
    "Chinese": (
        "的一是不了在人有我他这個个中来上大为和国國地到以说說时時要就出会可也你对對生能而子那得于着下自之年过"
        "過发發后後作里用道行所然家种種事成方多经經么麼去法学學如都同现現当當没動动面起看定天分还還进進好小部"
        "其些主样樣理心本前开開但因只从從想实實日军軍者意无無力它与長长把机"
    ),
    "Japanese": (
        "のにはをたがでてとしれさいるあっかなこもすらりくまけよんどきうおそせだちめつわえみやじばべろ一日人年"
        "大国ーンスルトラアクリイ、。"
    ),
    "Korean": (
        "이다는의에을가고한하를지로은도기사서자대시어인으리정나일그수있들전과부해게라만아보면적제주동와상장원"
        "안진여국스공조경세까"
    ),
}
"""Signs of which a good part of a text in the language consists."""
VIETNAMESE = "đàôáạưảâốêếóơộấớờợủậầịểìíứữệừựùúãồổắặằởỗỏẽẹẻễềăòọõụũỉĩýỳỷỹỵẳẵẫẩửở"
"""Its letters as UTF has them, of which none is rare; other encodings write their marks apart."""
