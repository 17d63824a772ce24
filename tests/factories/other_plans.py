"""A plan that somebody else holds for the client."""

import datetime as dt

from kaveri.foundation.base import clock
from kaveri.steps.other_plans import services
from kaveri.steps.other_plans.domain import PlanKind, PlanTerms
from kaveri.steps.other_plans.models import OtherPlan
from tests.factories import cast


def terms(**known) -> PlanTerms:
    """An activation plan, held by somebody who does not sign in here."""
    return PlanTerms(
        **{
            "kind": PlanKind.ACTIVATION,
            "holder_name": "Jonna Lind",
            "organisation": "Åbo sysselsättning",
            "kept_in": "Klientregistret",
            "valid_until": clock.today() + dt.timedelta(days=200),
            "review_on": clock.today() + dt.timedelta(days=90),
            **known,
        }
    )


def a_plan(case, **known) -> OtherPlan:
    """Kerstin has noted it."""
    return services.add_plan(
        actor=cast.as_actor(cast.kerstin()), case_id=case.id, terms=terms(**known)
    )


def put_in(row, account=None) -> OtherPlan:
    """The support plan is a part of it."""
    return services.put_in(
        actor=cast.as_actor(account or cast.kerstin()), other_plan_id=row.id, version=row.version
    )
