"""Which tables stand behind the second wall, and which do not and why: every table of the database is named here.

`kaveri migrate` puts the wall up anew each time, as the owner of the tables, so that it always is what stands here.
"""

from django.db import DatabaseError
from django.db.backends.base.base import BaseDatabaseWrapper

from kaveri.foundation.access.wall import (
    TELLING,
    Wall,
    build,
    kept_for_the_transaction,
    let_go_after_writing,
)

# A relation counts until it had ended before the transaction began: who gives something away may finish doing so.
# One that is opened in the transaction counts too, however long that takes and whatever the database's clock says.
_IN_FORCE = """r.account_id = kaveri_me() AND r.from_at <= kaveri_moment() + interval '5 minutes'
    AND (r.until_at IS NULL OR r.until_at >= kaveri_moment())"""

# Besides the relations: who has been asked about a case or a contact by name, or has a task there, until they
# have answered or done it; like a relation it counts to the end of the transaction.
_NEAR_CASES = f"""
  SELECT r.case_id FROM cases_relation r WHERE r.case_id IS NOT NULL AND {_IN_FORCE}
  UNION SELECT case_id FROM coordination_handover WHERE to_account_id = kaveri_me()
    AND (state = 'offered' OR answered_at >= kaveri_moment())
  UNION SELECT case_id FROM coordination_member WHERE account_id = kaveri_me()
    AND removed_at IS NULL AND coalesce(accepted_at, declined_at, kaveri_moment()) >= kaveri_moment()
  UNION SELECT case_id FROM special_team_specialreferral WHERE coordinator_id = kaveri_me()
    AND (closed_at IS NULL OR closed_at >= kaveri_moment())
  UNION SELECT case_id FROM tasks_task WHERE owner_id = kaveri_me() AND case_id IS NOT NULL
    AND (state = 'open' OR closed_at >= kaveri_moment())"""  # noqa: S608
_NEAR_CONTACTS = f"""
  SELECT r.contact_id FROM cases_relation r WHERE r.contact_id IS NOT NULL AND {_IN_FORCE}
  UNION SELECT contact_id FROM referral_contactoffer WHERE to_id = kaveri_me()
    AND (state = 'open' OR answered_at >= kaveri_moment())
  UNION SELECT contact_id FROM tasks_task WHERE owner_id = kaveri_me() AND contact_id IS NOT NULL
    AND (state = 'open' OR closed_at >= kaveri_moment())"""  # noqa: S608
_NEAR_CLIENTS = """SELECT c.client_id FROM cases_case c WHERE c.id IN (SELECT kaveri_near_cases())
  UNION SELECT id FROM clients_client WHERE account_id = kaveri_me()"""
NEAR_IDS = {
    "kaveri_near_cases": _NEAR_CASES,
    "kaveri_near_contacts": _NEAR_CONTACTS,
    "kaveri_near_clients": _NEAR_CLIENTS,
}

# The functions look past the wall, as the owner of the tables: or the wall would ask itself. A page asks them at every
# table of every question, so what they found is kept for the transaction, under the one who acts and the moment.
FUNCTIONS = tuple(kept_for_the_transaction(name, text) for name, text in NEAR_IDS.items())
# Who writes where the ids are gathered from lets go of what was kept.
LETTING_GO = tuple(let_go_after_writing(NEAR_IDS))

_CASE = Wall(near=(("case_id", "case"),))
_CASE_OR_CONTACT = Wall(near=(("case_id", "case"), ("contact_id", "contact")))
_CLIENT = Wall(near=(("client_id", "client"),))


def _part(column: str, whole: str) -> Wall:
    return Wall(part_of=(column, whole))


WALLED = {
    "clients_client": Wall(near=(("id", "client"),)),
    "clients_representative": Wall(near=(("client_id", "client"),), mine=("account_id",)),
    "consent_consent": _CLIENT,
    "consent_consentparty": _part("consent_id", "consent_consent"),
    "consent_permit": _CLIENT,
    "consent_prohibition": _CLIENT,
    "consent_limit": _CLIENT,
    "cases_case": Wall(near=(("id", "case"),)),
    "cases_statechange": _CASE,
    "cases_responsibility": _CASE,
    "cases_relation": Wall(
        near=(("case_id", "case"), ("contact_id", "contact")), mine=("account_id",)
    ),
    "tasks_task": Wall(near=(("case_id", "case"), ("contact_id", "contact")), mine=("owner_id",)),
    "tasks_clientnotice": _part("task_id", "tasks_task"),
    "timeline_entry": _CASE,
    "measures_workability": _CASE_OR_CONTACT,
    "questionnaires_asking": _CASE,
    "questionnaires_scaleresult": _CASE,
    "contacts_contact": Wall(near=(("id", "contact"), ("case_id", "case")), mine=("owner_id",)),
    "contacts_contactattempt": _part("contact_id", "contacts_contact"),
    "referral_contactoffer": Wall(near=(("contact_id", "contact"),), mine=("by_id", "to_id")),
    "referral_knowncheck": Wall(near=(("contact_id", "contact"),), mine=("by_id",)),
    "referral_knowncheck_whom_to_contact": _part("knowncheck_id", "referral_knowncheck"),
    "referral_out_referralout": Wall(near=(("case_id", "case"),), mine=("receiver_id",)),
    "referral_out_referralevent": _part("referral_id", "referral_out_referralout"),
    "assessment_statement": _CASE,
    "assessment_assessment": _CASE,
    "assessment_assessmentevent": _part("assessment_id", "assessment_assessment"),
    "assessment_informationrequest": _CASE,
    "planning_plan": _CASE,
    "planning_ownwords": _CASE,
    "planning_followup": _CASE,
    "planning_review": _CASE,
    "planning_reviewline": _CASE,
    "planning_former": _CASE,
    "planning_goal": _CASE,
    "planning_planstatement": _CASE,
    "planning_planrow": _CASE,
    "planning_rowagreement": _part("row_id", "planning_planrow"),
    "planning_comment": _CASE,
    "planning_planversion": _CASE,
    "planning_approval": _part("of_id", "planning_planversion"),
    "planning_confirmation": _part("of_id", "planning_planversion"),
    "coordination_coordinatingdecision": _CASE,
    "coordination_handover": Wall(near=(("case_id", "case"),), mine=("to_account_id",)),
    "coordination_wait": _CASE,
    "coordination_member": Wall(near=(("case_id", "case"),), mine=("account_id",)),
    "coordination_mandate": _CASE,
    "coordination_endedpart": Wall(mine=("account_id",)),
    "teams_agendaitem": _CASE,
    "teams_decision": _CASE,
    "teams_guest": _part("item_id", "teams_agendaitem"),
    "statements_askedstatement": Wall(near=(("case_id", "case"),), mine=("writer_id",)),
    "statements_signedversion": _part("statement_id", "statements_askedstatement"),
    "special_team_specialreferral": Wall(near=(("case_id", "case"),), mine=("coordinator_id",)),
    "special_team_called": _part("referral_id", "special_team_specialreferral"),
    "appointments_appointment": _CASE,
    "appointments_attendee": _part("appointment_id", "appointments_appointment"),
    "case_consultation_question": Wall(near=(("case_id", "case"),), mine=("asked_id",)),
    "health_checks_healthcheck": _CASE,
    "pre_visit_background": _CASE,
    "pre_visit_backgroundpart": _CASE,
    "other_plans_otherplan": _CASE,
    "participation_peersupport": _CASE,
    "insight_logrequest": Wall(near=(("client_id", "client"), ("case_id", "case"))),
    "ending_ending": _CASE,
    "ending_summary": _CASE,
}

_STAFF = "workers, units and organisations: no client's data"
_WORDS = "what the county lays down for everybody: no client's data"
_DJANGO = "the frame's own: no client's data"
_LOG = "ids and codes only; clients read it by the hour and the privacy officer in a request, each through a use case"
EXEMPT = {
    "audit_event": _LOG,
    "audit_subject": _LOG,
    "usecase_sending": "keys of forms and ids: no client's data",
    "usecase_workround": "when the jobs were done",
    "messaging_notice": "not yet: mail addresses without a name, read by the job that sends and nowhere shown",
    "django_session": "read by its secret key, before it is known who asks",
    "accounts_account": "read at sign-in, before it is known who asks; a client's account holds the name and no more",
    "account_emailaddress": "read at sign-in, before it is known who asks",
    "account_emailconfirmation": "read at sign-in, before it is known who asks",
    "mfa_authenticator": "read at sign-in, before it is known who asks",
    "accounts_organisation": _STAFF,
    "accounts_unit": _STAFF,
    "accounts_assignment": _STAFF,
    "accounts_absence": _STAFF,
    "records_series": "the numbers that references are made of",
    "appointments_calendar": "an account and the fingerprint of an address: no column leads to a client",
    "consultation_consultation": "no column leads to a client, and a test keeps it so",
    "directory_municipality": _WORDS,
    "directory_partner": _WORDS,
    "directory_service": _WORDS,
    "directory_service_municipalities": _WORDS,
    "directory_dutyturn": _STAFF,
    "identification_promptlist": _WORDS,
    "questionnaires_instrument": _WORDS,
    "teams_meeting": "when and where, and how many cases: no client's data",
    "teams_seat": _STAFF,
    "teams_ways": _STAFF,
    "shared_cache": "counted tries under a keyed digest: neither name nor address",
    "django_migrations": _DJANGO,
    "django_content_type": _DJANGO,
    "auth_permission": _DJANGO,
    "auth_group": _DJANGO,
    "auth_group_permissions": _DJANGO,
}


def lay_wall(owner: BaseDatabaseWrapper) -> None:
    """Put the wall up as it stands here, all of it or nothing; SQLite has none."""
    if owner.vendor != "postgresql":
        return
    with owner.cursor() as cursor:
        statements = [*TELLING, *FUNCTIONS, *LETTING_GO, *build(WALLED.items())]
        cursor.execute(f"BEGIN; {'; '.join(statements)}; COMMIT")


_STANDING = """SELECT c.relname FROM pg_class c JOIN pg_policy p ON p.polrelid = c.oid
  WHERE c.relrowsecurity AND c.relnamespace = 'public'::regnamespace AND NOT pg_has_role(c.relowner, 'MEMBER')
  GROUP BY 1 HAVING count(*) FILTER (WHERE p.polname LIKE 'kaveri%') = 4"""
_ABOVE = "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user"


def wall_stands(application: BaseDatabaseWrapper) -> bool:
    """Whether every walled table is walled for the one who asks; SQLite has no wall to miss."""
    if application.vendor != "postgresql":
        return True
    try:
        with application.cursor() as cursor:
            cursor.execute(_ABOVE)
            above = cursor.fetchone()[0]
            cursor.execute(_STANDING)
            return not above and {name for (name,) in cursor.fetchall()} == set(WALLED)
    except DatabaseError:
        return False
