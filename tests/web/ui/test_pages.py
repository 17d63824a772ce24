"""The frame around every page: language, errors, and the pages that say no."""

import re

import pytest
from django.template import Context, Template
from django.test import Client
from django_cotton.compiler_regex import CottonCompiler

pytestmark = pytest.mark.django_db
BLOCKS = "/blocks/"
TYPED = {"name": "Šárka <b>", "own_goal": "Haluan töihin", "day": "31.2.", "topics": ["work"]}


@pytest.fixture(autouse=True)
def _demo(settings):
    settings.DEMO = True


def _text(answer) -> str:
    return answer.content.decode()


@pytest.mark.parametrize("frame", ["staff", "client", "public"])
def test_every_component_can_be_shown_in_every_frame(client, frame):
    html = _text(client.get(BLOCKS, {"frame": frame}))

    assert html.count("<h1") == 1
    assert not re.search(r"<c-|\sstyle=|<style|<script(?![^>]*\ssrc=)|\son[a-z]+=", html)


def test_ids_are_unique_on_the_page_with_everything(client):
    ids = re.findall(r'\sid="([^"]*)"', _text(client.get(BLOCKS)))

    assert len(ids) == len(set(ids))


def test_outside_the_demo_the_building_blocks_are_not_there(client, settings):
    settings.DEMO = False

    assert client.get(BLOCKS).status_code == 404


def test_errors_come_first_in_the_title_and_in_the_page(client):
    html = _text(client.post(BLOCKS, {}, headers={"accept-language": "sv"}))

    assert re.search(r"<title>\s*Fel:", html)
    assert html.index('id="page-form-errors"') < html.index("<h1")
    assert "Allt du skrev är kvar." in html


def test_switching_language_keeps_what_was_typed_and_judges_nothing(client):
    answer = client.post(BLOCKS, {**TYPED, "language_to": "fi"})
    html = _text(answer)

    assert '<html lang="fi"' in html
    assert 'value="Šárka &lt;b&gt;"' in html
    assert ">\nHaluan töihin</textarea>" in html
    assert 'value="31.2."' in html
    assert re.search(r'value="work"[^>]*checked', html)
    assert "page-form-errors" not in html
    assert answer.cookies["django_language"].value == "fi"


def test_the_language_buttons_send_the_page_s_own_form(client):
    html = _text(client.get(BLOCKS))

    assert re.search(r'name="language_to"\s+value="fi"[^>]*\sform="page-form"', html)
    assert '<form class="k-form"\n      id="page-form"' in html


def test_switching_language_without_anything_typed_leads_back_to_the_page(client):
    answer = client.post("/blocks/?frame=client", {"language_to": "sv"})

    assert answer.status_code == 303
    assert answer.headers["location"] == "/blocks/?frame=client"
    assert '<html lang="sv"' in _text(client.get(BLOCKS))


def test_a_language_we_do_not_speak_is_an_ordinary_sending(client):
    assert "page-form-errors" in _text(client.post(BLOCKS, {"language_to": "xx"}))


def test_the_switch_never_leads_to_another_site(client):
    answer = client.post("//evil.example/", {"language_to": "sv"})

    assert not answer.headers.get("location", "/").startswith("//")


def test_another_site_cannot_fill_our_forms():
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post(BLOCKS, {**TYPED, "language_to": "fi"})

    assert answer.status_code == 403
    assert "Haluan töihin" not in _text(answer)


def test_a_page_that_is_not_there_can_be_read_in_another_language(client):
    client.post("/no/such/page/", {"language_to": "fi"})
    answer = client.get("/no/such/page/")

    assert answer.status_code == 404
    assert "Sivua ei ole, tai se ei ole sinun nähtävissäsi" in _text(answer)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("sv", "Sidan hade varit öppen för länge"),
        ("fi", "Sivu oli auki liian kauan"),
        ("en", "The page had been open for too long"),
    ],
)
def test_a_page_open_too_long_says_so_calmly(language, words):
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post(BLOCKS, {}, headers={"accept-language": language})

    assert words in _text(answer)


def _drawn(source: str, **context) -> str:
    """A piece of template, with its components."""
    return Template(CottonCompiler().process(source)).render(Context(context))


PERSON = '<img src=x onerror="alert(1)"> & Ö'
ESCAPED = "&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; Ö"


@pytest.mark.parametrize(
    "source",
    [
        "<c-button>{{ words }}</c-button>",
        "<c-link-button href='#'>{{ words }}</c-link-button>",
        '<c-button :aria-label="words">x</c-button>',
        '<c-button aria-label="{{ words }}">x</c-button>',
        '<c-fact name="n">{{ words }}</c-fact>',
        '<c-fact name="n" :text="words" />',
        '<c-voice label="l" :words="words" />',
        '<c-voice label="l">{{ words }}</c-voice>',
        '<c-words words="{{ words }}" />',
        '<c-status-tag kind="ok" icon="check" :word="words" />',
        '<c-notice first="{{ words }}">x</c-notice>',
        '<c-card :title="words">x</c-card>',
        '<c-empty :title="words" />',
        '<c-conflict :theirs="words" mine="x" />',
    ],
)
def test_what_people_wrote_is_escaped_exactly_once(source):
    assert ESCAPED in _drawn(source, words=PERSON)
    assert "<img" not in _drawn(source, words=PERSON)


def test_markup_inside_a_button_stays_markup():
    html = _drawn('<c-button>Call<span class="k-hidden">: Leena</span></c-button>')

    assert '<span>Call<span class="k-hidden">: Leena</span></span>' in html


def test_an_object_never_becomes_an_attribute():
    assert "data-x" not in _drawn('<c-button :data-x="thing">x</c-button>', thing=object())
