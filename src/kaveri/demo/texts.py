"""What invented people say and what their workers do, in Swedish and Finnish."""

OWN_WORDS = {
    "sv": [
        "Jag vill jobba igen, men inte så att ryggen tar slut.",
        "Jag vill veta vad jag klarar av innan jag söker något.",
        "Jag har sökt i två år. Jag vet inte vart jag ska vända mig.",
        "Jag trivs med händerna i jorden. Något med växter skulle passa.",
        "Jag orkar några timmar om dagen, men ingen frågar efter några timmar.",
    ],
    "fi": [
        "Haluan takaisin töihin, jossa saan tehdä jotain käsilläni.",
        "En tiedä, mitä jaksan. Haluaisin kokeilla rauhassa.",
        "Minut on lähetetty luukulta toiselle. Haluan yhden ihmisen, jolle soittaa.",
        "Selkä ei kestä entistä työtä, mutta päässä on vielä paljon käyttöä.",
        "Haluaisin opiskella uuden ammatin, jos rahat vain riittävät.",
        "Nukun huonosti ja aamut ovat vaikeita. Iltapäivisin jaksan paremmin.",
    ],
}
CAREER = {
    "sv": ["Jag har ett arbete på deltid.", "Jag har ett nytt yrke."],
    "fi": ["Minulla on osa-aikatyö.", "Minulla on uusi ammatti."],
}
HELPS = {
    "economy_benefits": {
        "sv": "utreder rehabilitering och förmåner",
        "fi": "selvittää kuntoutuksen ja etuudet",
    },
    "work_education": {
        "sv": "ordnar en arbetsprövning",
        "fi": "järjestää työkokeilun",
    },
    "health": {"sv": "gör en hälsogranskning", "fi": "tekee terveystarkastuksen"},
}
LOOKED_AT = {
    "sv": "Hur går det med det vi har kommit överens om?",
    "fi": "Miten sovittu on edennyt?",
}
STORED = {"sv": "Enhetens arkiv, mapp 12", "fi": "Yksikön arkisto, kansio 12"}
CLOSE_NAMES = ["Maria", "Johan", "Aila", "Seppo", "Noora"]
CLOSE = {"sv": ["min syster", "en vän"], "fi": ["siskoni", "ystävä"]}
STEPS = {
    "sv": [
        "ringer dig",
        "bokar tid hos läkaren",
        "frågar FPA om rehabilitering",
        "träffar dig på hälsostationen",
    ],
    "fi": [
        "soittaa sinulle",
        "varaa ajan lääkärille",
        "kysyy Kelasta kuntoutuksesta",
        "tapaa sinut terveysasemalla",
    ],
}
NOTES = {
    "sv": [
        "Vi gick igenom läget. Orken räcker till mitt på dagen.",
        "Gick igenom frågorna till läkaren.",
    ],
    "fi": [
        "Kävimme tilanteen läpi. Voimia on keskipäivällä eniten.",
        "Sovittiin, että kysyn työkokeilusta.",
    ],
}
ASKED = {
    "sv": "Jag behöver någon som kan säga vad jag ska göra härnäst.",
    "fi": "Tarvitsen jonkun, joka kertoo mitä seuraavaksi tehdään.",
}
WAITED_FOR = {"sv": "undersökning hos läkaren", "fi": "lääkärin tutkimus"}
