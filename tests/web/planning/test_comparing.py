"""Ten pairs of versions, and what is said of how they differ."""

import uuid

import pytest
from django.urls import reverse
from django.utils import translation

from kaveri.steps.planning.domain import compare
from kaveri.steps.planning.domain.versions import canonical, fingerprint
from kaveri.steps.planning.models import PlanVersion
from kaveri.steps.planning.selectors import change_lines
from tests.factories import casebook, cast, planning
from tests.reading import read

pytestmark = pytest.mark.django_db

WORDS = {"part": "words", "key": "w", "text": "Jag vill jobba."}
GOAL = {
    "part": "goal",
    "key": "g",
    "own_words": "Jag vill ha ett jobb.",
    "level": "career",
    "state": "ahead",
}
ROW = {
    "part": "row",
    "key": "r",
    "service": "Arbetsprövning",
    "what": "",
    "wish": "unsure",
    "by_client": False,
    "due_on": "2026-12-01",
    "state": "planned",
    "responsible": "Kerstin Sjöberg",
    "responsible_id": "1",
    "place": 1,
    "kind": "service",
    "service_id": None,
    "organisation_name": "",
    "responsible_name": "",
    "client_words": "",
    "recommendation": "En dag i veckan.",
    "client_part": "",
    "from_on": None,
    "until_on": None,
    "left_reason": "",
    "agreed_on": None,
}
TOLD = {"part": "statement", "key": "s", "topic": "education", "text": "Snickare"}
FOLLOW = {"part": "follow_up", "key": "f", "what": "Hur går det?", "on": "2026-12-20"}
MAKER = {"part": "maker", "key": "m", "name": "Kalle Korhonen"}
PAIRS = {
    "a goal came": ([WORDS], [WORDS, GOAL]),
    "a row went": ([WORDS, ROW], [WORDS]),
    "the words are others": ([WORDS], [{**WORDS, "text": "Jag vill jobba med trä."}]),
    "the goal was attained": ([GOAL], [{**GOAL, "state": "attained"}]),
    "the day moved": ([ROW], [{**ROW, "due_on": "2027-01-15"}]),
    "the client wants it now": ([ROW], [{**ROW, "wish": "wants"}]),
    "somebody else is responsible": (
        [ROW],
        [{**ROW, "responsible": "Mikko Laine", "responsible_id": "2"}],
    ),
    "the follow-up moved": ([FOLLOW], [{**FOLLOW, "on": "2027-02-01"}]),
    "another recommendation": ([ROW], [{**ROW, "recommendation": "Två dagar i veckan."}]),
    "in the order of the parts": ([TOLD, ROW], [{**ROW, "state": "begun"}, GOAL, FOLLOW]),
}

SAID = {
    "a goal came": {
        "sv": ["Ett nytt mål (karriärmål, återstår): Jag vill ha ett jobb."],
        "fi": ["Uusi tavoite (työuratavoite, edessä): Jag vill ha ett jobb."],
        "en": ["A new goal (career goal, ahead): Jag vill ha ett jobb."],
    },
    "a row went": {
        "sv": ["Inte längre i planen: Arbetsprövning"],
        "fi": ["Ei enää suunnitelmassa: Arbetsprövning"],
        "en": ["No longer in the plan: Arbetsprövning"],
    },
    "the words are others": {
        "sv": [
            (
                "Det klienten vill är skrivet med andra ord. | Jag vill "
                "jobba. → Jag vill jobba med trä."
            )
        ],
        "fi": [
            (
                "Se, mitä asiakas haluaa, on kirjoitettu toisin sanoin. | "
                "Jag vill jobba. → Jag vill jobba med trä."
            )
        ],
        "en": [
            (
                "What the client wants is put in other words. | Jag vill "
                "jobba. → Jag vill jobba med trä."
            )
        ],
    },
    "the goal was attained": {
        "sv": ["Ett mål som återstod har nåtts: Jag vill ha ett jobb."],
        "fi": ["Edessä ollut tavoite on saavutettu: Jag vill ha ett jobb."],
        "en": ["A goal that was ahead has been reached: Jag vill ha ett jobb."],
    },
    "the day moved": {
        "sv": ["Arbetsprövning: dagen var 1.12.2026, nu är den 15.1.2027"],
        "fi": ["Arbetsprövning: päivä oli 1.12.2026, nyt se on 15.1.2027"],
        "en": ["Arbetsprövning: the day was 1 December 2026, now it is 15 January 2027"],
    },
    "the client wants it now": {
        "sv": [
            (
                "Arbetsprövning: klientens egen syn var ”klienten är osäker”, "
                "nu är den ”klienten vill ha detta”"
            )
        ],
        "fi": [
            (
                "Arbetsprövning: asiakkaan oma näkemys oli ”asiakas on epävarma”, "
                "nyt se on ”asiakas haluaa tätä”"
            )
        ],
        "en": [
            (
                "Arbetsprövning: the client's own view was “the client is unsure”, "
                "now it is “the client wants this”"
            )
        ],
    },
    "somebody else is responsible": {
        "sv": ["Arbetsprövning: Kerstin Sjöberg var ansvarig, nu är det Mikko Laine"],
        "fi": ["Arbetsprövning: vastuussa oli Kerstin Sjöberg, nyt Mikko Laine"],
        "en": ["Arbetsprövning: Kerstin Sjöberg was responsible, now it is Mikko Laine"],
    },
    "the follow-up moved": {
        "sv": ["Planen skulle ses över 20.12.2026. Nu är dagen 1.2.2027."],
        "fi": ["Suunnitelmaa piti katsoa uudelleen 20.12.2026. Nyt päivä on 1.2.2027."],
        "en": [
            "The plan was to be looked at again on 20 December 2026. Now the day is 1 February 2027."
        ],
    },
    "another recommendation": {
        "sv": [
            "Arbetsprövning: rekommendationen har ändrats | En dag i veckan. → Två dagar i veckan."
        ],
        "fi": ["Arbetsprövning: suositus on muuttunut | En dag i veckan. → Två dagar i veckan."],
        "en": [
            "Arbetsprövning: the recommendation has changed | En dag i veckan. → Två dagar i veckan."
        ],
    },
    "in the order of the parts": {
        "sv": [
            "Ett nytt mål (karriärmål, återstår): Jag vill ha ett jobb.",
            "Inte längre i planen om utbildning: Snickare",
            "Arbetsprövning: var planerat, är nu påbörjat",
            "Nytt: planen ses över 20.12.2026.",
        ],
        "fi": [
            "Uusi tavoite (työuratavoite, edessä): Jag vill ha ett jobb.",
            "Ei enää suunnitelmassa, aiheena koulutus: Snickare",
            "Arbetsprövning: oli suunniteltu, nyt aloitettu",
            "Uutta: suunnitelmaa katsotaan uudelleen 20.12.2026.",
        ],
        "en": [
            "A new goal (career goal, ahead): Jag vill ha ett jobb.",
            "No longer in the plan about education: Snickare",
            "Arbetsprövning: was planned, is now begun",
            "New: the plan is looked at again on 20 December 2026.",
        ],
    },
}


def said(old, new, language):
    with translation.override(language):
        return [
            f"{line.sentence} | {line.before} → {line.after}"
            if line.before or line.after
            else line.sentence
            for line in change_lines(compare(old, new), language)
        ]


@pytest.mark.requirement("PLAN-10")
@pytest.mark.parametrize("language", ["sv", "fi", "en"])
@pytest.mark.parametrize("pair", PAIRS)
def test_two_versions_are_compared_in_sentences_in_the_readers_language(pair, language):
    assert said(*PAIRS[pair], language) == SAID[pair][language]


@pytest.mark.requirement("PLAN-10")
@pytest.mark.parametrize(
    ("old", "new", "sentences"),
    [
        (
            {**ROW, "due_on": None},
            ROW,
            ["Arbetsprövning: there was no day, now it is 1 December 2026"],
        ),
        (
            ROW,
            {**ROW, "due_on": None},
            ["Arbetsprövning: the day was 1 December 2026, now there is no day"],
        ),
        (
            {**ROW, "from_on": "2026-12-01"},
            {**ROW, "from_on": "2026-12-01", "until_on": "2027-03-31"},
            [
                (
                    "Arbetsprövning: the period was 1 December 2026–, now it is "
                    "1 December 2026–31 March 2027"
                )
            ],
        ),
        (
            {**ROW, "organisation_name": "Kela"},
            {**ROW, "organisation_name": "Activa"},
            [
                (
                    "Arbetsprövning: Kerstin Sjöberg, Kela was responsible, "
                    "now it is Kerstin Sjöberg, Activa"
                )
            ],
        ),
        (
            {**ROW, "agreed_on": "2026-11-20"},
            {**ROW, "responsible": "", "responsible_id": None},
            [
                "Arbetsprövning: Kerstin Sjöberg was responsible, now nobody is",
                "Arbetsprövning: was agreed to before, now nobody has agreed to it",
            ],
        ),
        (
            {**GOAL, "state": "attained"},
            {**GOAL, "state": "given_up", "level": "main"},
            [
                "A goal that had been reached has now been given up: Jag vill ha ett jobb.",
                "The goal was a career goal and is now a main goal: Jag vill ha ett jobb.",
            ],
        ),
        (
            TOLD,
            {**TOLD, "text": "Snickare, Vasa 2019"},
            ["Written otherwise about education. | Snickare → Snickare, Vasa 2019"],
        ),
        (
            FOLLOW,
            {**FOLLOW, "what": "Räcker orken?"},
            ["What is looked at in the follow-up is put otherwise. | Hur går det? → Räcker orken?"],
        ),
    ],
)
def test_the_comparison_says_what_was_before(old, new, sentences):
    assert said([old], [new], "en") == sentences


def test_a_follow_up_taken_out_tells_the_day_it_had():
    assert said([FOLLOW], [], "en") == [
        "The plan was to be looked at again on 20 December 2026. Now no day is agreed."
    ]


def test_versions_that_say_the_same_differ_in_nothing():
    assert said([GOAL, ROW], [GOAL, ROW], "en") == []


def test_whose_record_an_item_is_in_is_no_difference_to_read():
    assert said([ROW], [{**ROW, "controller_id": "other", "written_at": "2026-11-22"}], "en") == []


def kept(version, number, items):
    """A version with these items, all in the record that Kerstin writes in."""
    home = {name: str(value) for name, value in casebook.home().items()}
    content = canonical({"items": [{"id": str(uuid.uuid4()), **home, **item} for item in items]})
    fields = {
        each.attname: getattr(version, each.attname)
        for each in PlanVersion._meta.concrete_fields
        if each.attname != "id"
    }
    known = {"number": number, "content": content, "sha256": fingerprint(content)}
    return PlanVersion.objects.create(**{**fields, **known})


@pytest.mark.requirement("PLAN-10")
@pytest.mark.parametrize("language", ["sv", "fi", "en"])
def test_the_page_says_every_change_of_ten_pairs_and_nothing_else(language, client):
    assert len(PAIRS) == 10
    version = planning.an_agreed()
    client.cookies["django_language"] = language
    client.force_login(cast.kerstin())

    told = {}
    for number, (pair, (old, new)) in enumerate(PAIRS.items()):
        kept(version, 2 * number + 2, old)
        after = kept(version, 2 * number + 3, new)
        answer = client.get(reverse("planning:compare", args=[version.case_id, after.id]))
        told[pair] = [
            _as_said(card)
            for card in read(answer.content.decode()).all("article", "section", "div")
            if "k-card" in card.classes
        ]

    assert told == {pair: said[language] for pair, said in SAID.items()}


def _as_said(card):
    """The sentence, and both texts where there are two."""
    (sentence,) = (each.text for each in card.all("b"))
    texts = [each.text for each in card.all("del", "ins")]
    return f"{sentence} | {' → '.join(texts)}" if texts else sentence


@pytest.mark.requirement("PLAN-10")
def test_many_versions_stand_on_pages_and_each_is_held_against_the_one_before(client):
    version = planning.an_agreed()
    for number in range(2, 28):
        kept(version, number, [WORDS])
    client.cookies["django_language"] = "en"
    client.force_login(cast.kerstin())
    page = reverse("planning:versions", args=[version.case_id])

    first = client.get(page).content.decode()
    last = client.get(f"{page}?page=2").content.decode()

    assert (first.count("Read it"), last.count("Read it")) == (25, 2)
    assert (first.count("What changed"), last.count("What changed")) == (25, 1)
    assert "Version 27" in first
    assert "Version 2\n" in last
    assert client.get(f"{page}?page=9").content.decode().count("Read it") == 2
