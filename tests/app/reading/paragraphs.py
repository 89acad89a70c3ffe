"""One paragraph in many languages, for whatever must not depend on the alphabet."""

PARAGRAPHS = {
    "English": (
        "The convoy left the city at dawn – “nobody had slept,” said the driver’s brother, who waited "
        "near the café. Drivers said the road was open until noon."
    ),
    "French": (
        "Le convoi a quitté la ville à l’aube, après une nuit où personne n’avait dormi. « Nous étions "
        "gelés », a déclaré une mère de famille près de l’hôpital, où des blessés avaient été évacués "
        "dès février."
    ),
    "German": (
        "Der Konvoi verließ die Stadt im Morgengrauen. Niemand habe geschlafen, erzählte ein Fahrer, "
        "der vor dem Krankenhaus wartete. Die Straße über den Fluss sei für größere Fahrzeuge gesperrt, "
        "hieß es später."
    ),
    "Spanish": (
        "El convoy salió de la ciudad al amanecer. Según un médico del hospital, nadie durmió durante "
        "la noche. «¿Cuándo volveremos?», preguntó una niña. La operación continuará mañana, señaló el "
        "portavoz."
    ),
    "Portuguese": (
        "O comboio deixou a cidade ao amanhecer. Ninguém dormiu, contou um motorista que esperava à "
        "porta do hospital. As negociações não terminarão antes de março, disse a porta-voz da missão "
        "de observação."
    ),
    "Italian": (
        "Il convoglio ha lasciato la città all’alba. Nessuno aveva dormito, raccontò un autista vicino "
        "all’ospedale. La strada è chiusa perché il ponte è stato colpito più volte e non si può "
        "passare."
    ),
    "Turkish": (
        "Konvoy şafakta şehirden ayrıldı. Kimsenin uyumadığını söyleyen sürücü, hastanenin önünde "
        "bekliyordu. Görüşmelerin önümüzdeki hafta başlayacağı açıklandı; köprü ağır araçlara kapalı "
        "kalacak. Irmağın öte yakasında çığlıklar duyuldu."
    ),
    "Polish": (
        "Konwój opuścił miasto o świcie. Nikt nie spał, opowiadał kierowca, który czekał przed "
        "szpitalem. Most na rzece jest zamknięty dla większych pojazdów, ponieważ został dwukrotnie "
        "trafiony. Żołnierze mówią, że będzie gorzej."
    ),
    "Czech": (
        "Konvoj opustil město za úsvitu. Nikdo nespal, řekl řidič, který čekal před nemocnicí. Most "
        "přes řeku je uzavřen pro větší vozidla, protože byl dvakrát zasažen. Jednání budou pokračovat "
        "příští týden v Ženevě."
    ),
    "Hungarian": (
        "A konvoj hajnalban hagyta el a várost. Senki sem aludt, mesélte egy sofőr, aki a kórház előtt "
        "várakozott. A folyón átívelő hidat lezárták a nagyobb járművek előtt, mert kétszer is "
        "eltalálták. Később újra lőttek."
    ),
    "Romanian": (
        "Convoiul a părăsit orașul în zori. Nimeni nu a dormit, a povestit un șofer care aștepta în "
        "fața spitalului. Podul peste râu este închis pentru mașini mari, fiindcă a fost lovit de două "
        "ori și nu mai ține."
    ),
    "Croatian": (
        "Konvoj je napustio grad u zoru. Nitko nije spavao, pričao je vozač koji je čekao ispred "
        "bolnice. Most preko rijeke zatvoren je za veća vozila jer je dvaput pogođen. Pregovori će se "
        "nastaviti idući tjedan."
    ),
    "Russian": (
        "Колонна покинула город на рассвете. Никто не спал, рассказал водитель, ждавший у больницы. "
        "Мост через реку закрыт для грузовиков: в него дважды попали снаряды. Переговоры продолжатся на "
        "следующей неделе."
    ),
    "Ukrainian": (
        "Колона залишила місто на світанку. Ніхто не спав, розповів водій, який чекав біля лікарні. "
        "Міст через річку закрито для вантажівок: у нього двічі влучили снаряди. Її брат ґрунтовно все "
        "описав, і є ще свідки."
    ),
    "Bulgarian": (
        "Колоната напусна града призори. Никой не беше спал, разказа шофьор, който чакаше пред "
        "болницата. Мостът над реката е затворен за камиони, защото два пъти е бил улучен. Преговорите "
        "ще продължат другата седмица."
    ),
    "Serbian": (
        "Конвој је напустио град у зору. Нико није спавао, причао је возач који је чекао испред "
        "болнице. Мост преко реке затворен је за већа возила, јер је двапут погођен. Преговори ће се "
        "наставити идуће недеље."
    ),
    "Greek": (
        "Η φάλαγγα έφυγε από την πόλη την αυγή. Κανείς δεν κοιμήθηκε, είπε ένας οδηγός που περίμενε "
        "μπροστά στο νοσοκομείο. Η γέφυρα πάνω από το ποτάμι έκλεισε για τα φορτηγά, γιατί χτυπήθηκε "
        "δύο φορές."
    ),
    "Hebrew": (
        "השיירה עזבה את העיר עם שחר. איש לא ישן, סיפר נהג שהמתין ליד בית החולים. הגשר מעל הנהר סגור "
        "למשאיות משום שנפגע פעמיים. השיחות יימשכו בשבוע הבא בעיר הבירה, כך נמסר."
    ),
    "Arabic": (
        "غادرت القافلة المدينة عند الفجر. لم ينم أحد، كما روى سائق كان ينتظر أمام المستشفى. الجسر فوق "
        "النهر مغلق أمام الشاحنات لأنه أصيب مرتين. وستستأنف المحادثات الأسبوع المقبل، وفق ما أعلن "
        "المتحدث."
    ),
    "Persian": (
        "کاروان سپیده\u200cدم شهر را ترک کرد. راننده\u200cای که جلوی بیمارستان منتظر بود گفت هیچ کس نخوابیده است. "
        "پل روی رودخانه برای کامیون\u200cها بسته است چون دو بار هدف قرار گرفته است. گفتگوها هفته آینده ادامه "
        "می\u200cیابد."
    ),
    "Thai": (
        "ขบวนรถออกจากเมืองตอนรุ่งสาง ไม่มีใครได้นอน คนขับรถที่รออยู่หน้าโรงพยาบาลเล่า "
        "สะพานข้ามแม่น้ำปิดสำหรับรถบรรทุกเพราะถูกยิงสองครั้ง การเจรจาจะดำเนินต่อไปในสัปดาห์หน้า"
    ),
    "Japanese": (
        "車列は夜明けに町を離れた。誰も眠れなかったと、病院の前で待っていた運転手は話した。川にかかる橋は二度"
        "砲撃を受け、トラックは通れない。交渉は来週再開される見通しだ。"
    ),
    "Chinese": (
        "车队黎明时分离开了城市。在医院门前等候的一名司机说，没有人睡觉。河上的大桥两次被击中，目前禁止卡车通"
        "行。谈判将于下周继续，发言人表示。"
    ),
    "Taiwanese": (
        "車隊黎明時分離開了城市。在醫院門前等候的一名司機說，沒有人睡覺。河上的大橋兩次被擊中，目前禁止卡車通"
        "行。談判將於下週繼續，發言人表示。"
    ),
    "Korean": (
        "차량 행렬은 새벽에 도시를 떠났다. 병원 앞에서 기다리던 운전사는 아무도 잠을 자지 "
        "못했다고 말했다. 강을 건너는 다리는 두 차례 포격을 받아 트럭이 다닐 수 없다. 회담은 "
        "다음 주에 재개된다."
    ),
    "Lithuanian": (
        "Kolona paliko miestą auštant. Niekas nemiegojo, pasakojo vairuotojas, laukęs prie ligoninės. "
        "Tiltas per upę uždarytas sunkvežimiams, nes į jį du kartus pataikė. Derybos bus tęsiamos kitą "
        "savaitę, pranešė šaltiniai."
    ),
    "Latvian": (
        "Kolonna atstāja pilsētu rītausmā. Neviens nebija gulējis, stāstīja šoferis, kurš gaidīja pie "
        "slimnīcas. Tilts pār upi slēgts lielākām mašīnām, jo tam divreiz trāpīts. Sarunas turpināsies "
        "nākamnedēļ, ziņoja avoti."
    ),
    "Swedish": (
        "Konvojen lämnade staden i gryningen. Ingen hade sovit, berättade en förare som väntade framför "
        "sjukhuset. Bron över floden är stängd för större fordon eftersom den träffats två gånger. "
        "Förhandlingarna fortsätter nästa vecka."
    ),
    "Vietnamese": (
        "Đoàn xe rời thành phố lúc rạng sáng. Không ai ngủ được, một tài xế chờ trước bệnh viện kể lại. "
        "Cây cầu bắc qua sông đã đóng với xe tải vì bị bắn trúng hai lần."
    ),
}
