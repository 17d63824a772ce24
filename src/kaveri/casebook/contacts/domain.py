"""Channels, states and the first day to answer by."""

import datetime as dt
from enum import StrEnum

# Working days within which a contact is answered (Kaveri's default, the county decides).
ANSWER_WITHIN = 3


class Channel(StrEnum):
    """Every way the handbook names of coming to the service (ACCESS-1)."""

    SELF_WEB = "self_web"
    SELF_PHONE = "self_phone"
    SELF_WALK_IN = "self_walk_in"
    CLOSE_PERSON = "close_person"
    SOCIAL_CARE = "social_care"
    HEALTH_CARE = "health_care"
    EMPLOYMENT_SERVICES = "employment_services"
    KELA = "kela"
    MUNICIPAL_EMPLOYMENT = "municipal_employment"
    STUDY_COUNSELLOR = "study_counsellor"
    SCHOOL = "school"
    OCCUPATIONAL_HEALTH = "occupational_health"
    DEBT_COUNSELLING = "debt_counselling"
    ORGANISATION = "organisation"
    YOUTH_WORK = "youth_work"
    CRIMINAL_SANCTIONS = "criminal_sanctions"
    PRISONER_HEALTH = "prisoner_health"


class Language(StrEnum):
    """The languages somebody can ask to be met in; the last two are arranged with an interpreter."""

    SV = "sv"
    FI = "fi"
    EN = "en"
    UK = "uk"
    RU = "ru"
    AR = "ar"
    SO = "so"
    ET = "et"
    SIGN = "sign"
    OTHER = "other"


class Knows(StrEnum):
    """What the one who writes for somebody says of whether the person knows."""

    AGREES = "agrees"
    KNOWS = "knows"
    DOES_NOT_KNOW = "does_not_know"


class AttemptWay(StrEnum):
    """How somebody tried to reach the person."""

    PHONE = "phone"
    TEXT_MESSAGE = "text_message"
    EMAIL = "email"
    LETTER = "letter"
    VISIT = "visit"


class ContactState(StrEnum):
    """Where a contact stands; passing on is an offer beside it, the sender stays owner."""

    TO_BE_CONFIRMED = "to_be_confirmed"
    OPEN = "open"
    TAKEN_ON = "taken_on"
    ADVISED = "advised"
    CLOSED = "closed"


# The person comes by themself; all other channels write about somebody.
OWN_CHANNELS = frozenset({Channel.SELF_WEB, Channel.SELF_PHONE, Channel.SELF_WALK_IN})
# How long a sender still sees what became of their message.
SENDER_SEES_DAYS = 28
# The languages the service itself speaks; mails and receipts are written in one of them.
WRITTEN_LANGUAGES = ("sv", "fi", "en")

OPEN_STATES = frozenset({ContactState.TO_BE_CONFIRMED, ContactState.OPEN})


class ClosingReason(StrEnum):
    """Why a contact is closed without becoming a case."""

    DOES_NOT_WANT = "does_not_want"
    NOT_REACHED = "not_reached"
    # By whoever holds the receipt, never by a worker.
    TAKEN_BACK = "taken_back"


WORKERS_REASONS = (ClosingReason.DOES_NOT_WANT, ClosingReason.NOT_REACHED)


def answer_by(arrived_on: dt.date, *, holidays: frozenset[dt.date]) -> dt.date:
    """The last day to answer: so many working days after arrival, Finland's holidays apart."""
    day = arrived_on
    for _day in range(ANSWER_WITHIN):
        day = next_working_day(day, holidays=holidays)
    return day


def written_language(language: str) -> str:
    """The language we write to the person in: their own when we speak it, else English."""
    return language if language in WRITTEN_LANGUAGES else Language.EN


def next_working_day(day: dt.date, *, holidays: frozenset[dt.date]) -> dt.date:
    """The working day that follows."""
    day += dt.timedelta(days=1)
    while day.weekday() >= 5 or day in holidays:
        day += dt.timedelta(days=1)
    return day
