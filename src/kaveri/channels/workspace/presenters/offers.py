"""What waits for the worker's yes or no."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from kaveri.channels.workspace.presenters.words import address, day_in_list, language, one_stop
from kaveri.channels.workspace.selectors.my_day import Day
from kaveri.steps.referral_out.domain import UNANSWERED


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """Something offered to me that waits for my yes or no."""

    title: str
    about: str
    href: str


def offers(day: Day) -> list[Offer]:
    """What is offered and asked, each with its page."""
    handed = [
        Offer(
            title=_("%(name)s hands a case over to you") % {"name": row.from_account.full_name},
            about=row.case.reference,
            href=address("coordination:handover_answer", handover_id=row.id),
        )
        for row in day.handovers
    ]
    invited = [
        Offer(
            title=_("You are invited to a network"),
            about=_("%(role)s. Invited by %(name)s.")
            % {"role": row.role, "name": row.case.case_manager.full_name},
            href=address("coordination:invitation", member_id=row.id),
        )
        for row in day.invitations
    ]
    passed = [
        Offer(
            title=_("A contact is passed on to you"),
            about=one_stop(
                _("%(reference)s, answer by %(day)s")
                % {
                    "reference": task.contact.reference if task.contact else "",
                    "day": day_in_list(task.due_on),
                }
            ),
            href=address("referral:answer_offer", offer_id=task.source_id),
        )
        for task in day.offers
    ]
    asked = [
        Offer(
            title=_("Referral to you: %(service)s")
            % {"service": getattr(row.service, f"name_{language()}")},
            about=one_stop(
                _("from %(name)s, answer by %(day)s")
                % {"name": row.sender.full_name, "day": day_in_list(row.answer_by)}
            ),
            href=address("referral_out:received", referral_id=row.id),
        )
        for row in day.referrals
        if row.state in UNANSWERED
    ]
    questions = [
        Offer(
            title=_("%(name)s asks you about a client") % {"name": row.asked_by.full_name},
            about=one_stop(_("answer by %(day)s") % {"day": day_in_list(row.answer_by)}),
            href=address("case_consultation:asked", question_id=row.id),
        )
        for row in day.questions
    ]
    return [*handed, *invited, *passed, *asked, *questions]
