"""Use cases of questionnaires and who may carry them out."""

from django.db.models import Q

from kaveri.casebook.cases.actions import by_relation
from kaveri.casebook.cases.domain import Act
from kaveri.foundation.access import gates, policy
from kaveri.foundation.access.gates import Gate, tables
from kaveri.foundation.base.actor import Actor, Role


class QuestionnaireAction(policy.Action):
    """What can be done with questionnaires."""

    OF_CASE = "questionnaires.list.read"
    READ = "questionnaires.asking.read"
    READ_RESULTS = "questionnaires.result.read"
    DOWNLOAD = "questionnaires.response.download"
    ASK = "questionnaires.asking.ask"
    KEEP = "questionnaires.answers.keep"
    FINISH = "questionnaires.answers.finish"
    TAKE_BACK = "questionnaires.asking.take_back"
    MINE = "questionnaires.my.read"
    READ_BY_LINK = "questionnaires.link.read"
    KEEP_BY_LINK = "questionnaires.link.keep"
    FINISH_BY_LINK = "questionnaires.link.finish"
    RECORD = "questionnaires.result.record"
    IMPORT = "questionnaires.result.import"
    REGISTER = "questionnaires.register.read"
    LOAD = "questionnaires.instrument.load"
    CLOSE = "questionnaires.instrument.close"


def _asked_by(actor: Actor) -> Q:
    """What the actor asked."""
    return Q(asked_by_id=actor.account_id)


def _recorded_by(actor: Actor) -> Q:
    return Q(recorded_by_id=actor.account_id)


_BY_LINK = policy.anyone("whoever holds the link's secret; the service looks it up")

RULES = {
    QuestionnaireAction.OF_CASE: [by_relation(Act.CASE_ITEMS_READ, case="pk")],
    QuestionnaireAction.READ: [by_relation(Act.CASE_ITEMS_READ, own=_asked_by)],
    QuestionnaireAction.READ_RESULTS: [by_relation(Act.CASE_ITEMS_READ, own=_recorded_by)],
    QuestionnaireAction.DOWNLOAD: [by_relation(Act.CASE_ITEMS_READ, own=_asked_by)],
    QuestionnaireAction.ASK: [by_relation(Act.MEASURE_RECORD, case="pk")],
    QuestionnaireAction.KEEP: [by_relation(Act.MEASURE_RECORD)],
    QuestionnaireAction.FINISH: [by_relation(Act.MEASURE_RECORD)],
    QuestionnaireAction.TAKE_BACK: [by_relation(Act.MEASURE_RECORD)],
    QuestionnaireAction.MINE: [by_relation(Act.CASE_ITEMS_READ, case="pk")],
    QuestionnaireAction.READ_BY_LINK: [_BY_LINK],
    QuestionnaireAction.KEEP_BY_LINK: [_BY_LINK],
    QuestionnaireAction.FINISH_BY_LINK: [_BY_LINK],
    QuestionnaireAction.RECORD: [by_relation(Act.MEASURE_RECORD, case="pk")],
    # Which lines of the file one may record is asked line by line, by the rule above.
    QuestionnaireAction.IMPORT: [policy.with_role(Role.PROFESSIONAL)],
    # What the county may ask, and who has permitted it: nobody's data.
    QuestionnaireAction.REGISTER: [
        policy.with_role(Role.PROFESSIONAL, Role.EDITOR, Role.MANAGER, Role.ADMINISTRATOR)
    ],
    QuestionnaireAction.LOAD: [policy.with_role(Role.ADMINISTRATOR)],
    QuestionnaireAction.CLOSE: [policy.with_role(Role.ADMINISTRATOR)],
}
policy.declare(RULES)

_LINK_HOLDER = "whoever holds the link has no account; the row is found by the link's fingerprint"
_AROUND = "cases_case clients_client"
gates.declare(
    {
        QuestionnaireAction.READ_BY_LINK: Gate(
            because=_LINK_HOLDER, reads=tables(f"questionnaires_asking {_AROUND}")
        ),
        QuestionnaireAction.KEEP_BY_LINK: Gate(
            because=_LINK_HOLDER, reads=tables(_AROUND), writes=tables("questionnaires_asking")
        ),
        QuestionnaireAction.FINISH_BY_LINK: Gate(
            because=_LINK_HOLDER,
            reads=tables(f"{_AROUND} cases_relation"),
            writes=tables(
                "questionnaires_asking questionnaires_scaleresult tasks_task tasks_clientnotice"
                " timeline_entry"
            ),
        ),
    }
)
