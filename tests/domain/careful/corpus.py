"""Seeded texts in three languages, with what was planted in each: names, codes, illnesses, or nothing.

The frames are sentences as workers write them; the names are the invented county's, not the rules' own list.
"""

import json
import random
from dataclasses import dataclass
from pathlib import Path

import kaveri
from kaveri.foundation.careful import Kind

NAMES = json.loads((Path(kaveri.__file__).parent / "demo/names.json").read_text(encoding="utf-8"))
OTHERS = ["Ximena", "Thandiwe", "Oddvar", "Aurélie", "Tjark", "Marcela", "Bogdan", "Nadège"]
ICD = ["F32.1", "M54", "F41.9", "E11", "I21.4", "G35", "J45", "F10.2", "M17.1", "F90"]


@dataclass(frozen=True)
class Text:
    """A text, and what the rules should find in it."""

    language: str
    words: str
    planted: frozenset[Kind]


PLANTED = {
    "sv": {
        Kind.NAME: [
            "Jag ringde {first} {last} om lönen.",
            "Hon bor hos sin syster {first}.",
            "Klienten säger att {first} inte längre hjälper till hemma.",
            "Avtalat med chefen {last} att timmarna minskas.",
            "Grannen {first} kör till mötet på torsdag.",
            "Enligt {first} {last} har inget hänt sedan i våras.",
            "Sonen {first} flyttade in i augusti.",
            "Vi väntar på svar av fru {last}.",
        ],
        Kind.DIAGNOSIS: [
            "Läkaren har skrivit {icd} i intyget.",
            "Det blev sjukskrivning för {ill} i höstas.",
            "Hen tar upp sin {ill} först när vi frågar.",
            "Diagnoserna är {icd} och värk i ryggen.",
        ],
    },
    "fi": {
        Kind.NAME: [
            "Soitin asiasta {first} {last}lle.",
            "Hän asuu siskonsa {first}n luona.",
            "Asiakas kertoo, että {first} ei enää auta kotona.",
            "Esimies {last} lupasi lyhyemmän päivän.",
            "Naapuri {first} ajaa hänet torstaina tapaamiseen.",
            "Sovittiin, että {first} {last} tulee mukaan.",
            "Poika {first} muutti kotiin elokuussa.",
            "Odotamme vastausta, jonka rouva {last} lupasi.",
        ],
        Kind.DIAGNOSIS: [
            "Lääkäri kirjasi lausuntoon {icd}.",
            "Syksyllä tuli sairausloma, syynä {ill}.",
            "Taustalla on {ill}, josta hän puhuu vähän.",
            "Diagnoosina {icd}, lisäksi selkä oireilee.",
        ],
    },
    "en": {
        Kind.NAME: [
            "I called {first} {last} about the pay.",
            "She lives with her sister {first}.",
            "The client says that {first} no longer helps at home.",
            "Agreed with manager {last} on fewer hours.",
            "Their neighbour {first} drives them on Thursday.",
            "According to {first} {last} nothing has changed since spring.",
            "The son {first} moved in last August.",
            "We wait for an answer from Mrs {last}.",
        ],
        Kind.DIAGNOSIS: [
            "The doctor wrote {icd} in the certificate.",
            "The sick leave last autumn was for {ill}.",
            "They bring up their {ill} only when asked.",
            "The codes are {icd} and something about the back.",
        ],
    },
}
ILLNESSES = {
    "sv": [
        "depression",
        "epilepsi",
        "bipolär sjukdom",
        "diskbråck",
        "astma",
        "spelberoende",
        "bröstcancer",
        "schizofreni",
        "sköldkörtelsvikt",
        "reumatism",
    ],
    "fi": [
        "masennus",
        "epilepsia",
        "kaksisuuntainen mielialahäiriö",
        "nivelrikko",
        "astma",
        "alkoholiriippuvuus",
        "rintasyöpä",
        "skitsofrenia",
        "kilpirauhasen vajaatoiminta",
        "reuma",
    ],
    "en": [
        "depression",
        "epilepsy",
        "bipolar disorder",
        "a slipped disc",
        "asthma",
        "alcohol dependence",
        "breast cancer",
        "schizophrenia",
        "underactive thyroid",
        "arthritis",
    ],
}
CODES = {
    "sv": ["Koden är {code}, sade hen.", "Tel. saknas, {code}", "Se papperet ({code}) i mappen."],
    "fi": ["Tunnus on {code}, hän sanoi.", "Puhelin puuttuu, {code}", "Katso paperi ({code})."],
    "en": ["The code is {code}, they said.", "No phone, {code}", "See the paper ({code}) on file."],
}
# Nothing to find, though much of it looks like something.
CLEAN = {
    "sv": """Vi gick igenom läget. Orken räcker till mitt på dagen.
Bo hemma går bra, men resorna till Åbo tar på krafterna.
Per telefon kom vi överens om måndag {day}.
FPA svarar inom två veckor. Sedan ses vi i rum B12.
Maria sjukhus skickade en tid till {day}.
Hen åker E18 till praktiken i Salo varje morgon.
Psykosocialt stöd ordnas av Folkhälsan.
Kontakta Diabetesförbundet om kamratstöd, om hen vill.
Klara mål för hösten: fyra timmar om dagen.
Jan. och feb. blir lugnare, säger hen.
Hans önskan är arbete med händerna.
Arbetsprövning på Södergården {day}, 20 timmar i veckan.
Vera ska det inte låta, men hen vill försöka.
Ring 02 555 01 20 när svaret har kommit.
Faktura 100924-12 är betald.
Systern hjälper med resorna. Sambon arbetar kvällar.
Handläggaren vid Sysselsättningstjänsten hör av sig {day}.
Vitamin B12 togs upp på mötet, inget mer.
Min önskan är att lära mig datorn.
I Pargas finns en verkstad som tar emot.
Nästa möte med Egentliga Finlands välfärdsområde är {day}.
Hen vill bli snickare, inte gå kurs igen.
Blankett E10 lämnas till Arbets- och näringstjänsten.
Stig av bussen vid torget, sade chauffören.
Läkaren på Hälsostationen gör en bedömning.
Vännen följer med. Modern vet om det.
Kurs 3 A börjar {day} kl. 9.05.
Språkkursen i Finska Skolan passar bäst.""",
    "fi": """Kävimme tilanteen läpi. Voimia on keskipäivällä eniten.
Anna palautetta, jos jokin ei sovi.
Toivon, että työkokeilu alkaa {day}.
Kela vastaa kahden viikon kuluessa. Sitten tavataan huoneessa B12.
Aina ei jaksa, mutta aamut sujuvat paremmin.
Hän kulkee E18-tietä Salosta Turkuun joka aamu.
Sovittu Mehiläisen kanssa aika {day}.
Diabetesliitto järjestää vertaistukea.
Onni on, että työnantaja joustaa.
Rauha ja hiljaisuus auttavat keskittymään.
Tuuli oli kova, joten tapaaminen siirtyi.
Päivi päivältä menee paremmin, kun rytmi löytyy.
Varha lähettää kutsun Raision terveysasemalle.
Soita 02 555 0120, kun vastaus on tullut.
Lasku 100924-12 on maksettu.
Sisko auttaa matkoissa. Puoliso tekee iltavuoroa.
Työllisyyspalvelun asiantuntija ottaa yhteyttä {day}.
B12-vitamiini otettiin puheeksi, ei muuta.
Taito on tallella, varmuus puuttuu.
Kaarinan pajalla on tilaa.
Seuraava tapaaminen Varsinais-Suomen hyvinvointialueella on {day}.
Hän haluaa puusepäksi eikä kurssille.
Lomake E10 viedään Kelaan.
Satu ja tosi menevät joskus sekaisin, hän nauroi.
Suvi on hyvää aikaa aloittaa.
Ystävä tulee mukaan. Äiti tietää asiasta.
Kurssi 3 A alkaa {day} klo 9.05.
Mielenterveystalo.fi-sivustolla on harjoituksia.""",
    "en": """We went through the situation. There is energy until noon.
Will they manage? Mark the answer on the form.
May is a better month to begin.
Kela answers within two weeks. Then we meet in room B12.
Jack of all trades, they said and laughed.
They take road E18 to Salo every morning.
Psychosocial support is arranged by Folkhälsan.
Maria Hospital sent an appointment for {day}.
Hope to start on Monday {day}.
Bill and rent are paid.
Grace period ends {day}.
Call 02 555 0120 when the answer has come.
Invoice 100924-12 is paid.
The sister helps with the trips. The partner works evenings.
The Employment Services will be in touch {day}.
Vitamin B12 came up, nothing more.
The client wants Finnish lessons in Turku.
In Pargas there is a workshop with room.
The next meeting with the Wellbeing Services County is {day}.
They want to be a carpenter, not to take another course.
Form E10 goes to the Employment Office.
The Diabetes Association offers peer support.
The doctor at the Health Centre makes an assessment.
A friend comes along. The mother knows.
Course 3 A begins {day} at 9.05.
Rose gardens and nurseries would suit them.
The manager agrees. The landlord too.
Work trial at Harbour Workshop from {day}.""",
}
SIGNS = ["-", "-", " - ", "–", "/", " ", "", "."]


def corpus(seed: int, each: int) -> list[Text]:
    """So many texts in every language, about half of them clean."""
    chance = random.Random(seed)  # noqa: S311 invented, no secret
    return [_text(chance, language) for language in ("sv", "fi", "en") for _ in range(each)]


def _text(chance: random.Random, language: str) -> Text:
    clean = chance.sample(CLEAN[language].split("\n"), 3)
    day = f"{chance.randint(1, 28)}.{chance.randint(1, 12)}."
    lines = [line.replace("{day}", day) for line in clean[: chance.randint(1, 3)]]
    planted = set()
    if chance.random() < 0.55:
        for kind in chance.sample([Kind.NAME, Kind.NAME, Kind.DIAGNOSIS, Kind.IDENTITY_CODE], 1):
            planted.add(kind)
            lines.insert(chance.randint(0, len(lines)), _line(chance, language, kind))
    return Text(language, " ".join(lines), frozenset(planted))


def _line(chance: random.Random, language: str, kind: Kind) -> str:
    if kind is Kind.IDENTITY_CODE:
        return chance.choice(CODES[language]).format(code=_code(chance))
    of = chance.choice(
        ["finnish", "swedish", "swedish" if language == "sv" else "finnish", "other"]
    )
    first, last = chance.choice(NAMES[f"{of}_first"]), chance.choice(NAMES[f"{of}_last"])
    if chance.random() < 0.1:
        first = chance.choice(OTHERS)
    return chance.choice(PLANTED[language][kind]).format(
        first=first, last=last, icd=chance.choice(ICD), ill=chance.choice(ILLNESSES[language])
    )


def _code(chance: random.Random) -> str:
    """An artificial code, written as people write it."""
    day, number = f"{chance.randint(1, 28):02}{chance.randint(1, 12):02}", chance.randint(900, 999)
    year = f"{chance.randint(40, 99)}"
    last = "0123456789ABCDEFHJKLMNPRSTUVWXY"[int(f"{day}{year}{number}") % 31]
    written = chance.choice(
        [f"{day}{year}", f"{day[:2]} {day[2:]} {year}", f"{day[:2]}.{day[2:]}.{year}"]
    )
    return f"{written}{chance.choice(SIGNS)}{number}{last}"
