"""Use cases of contacts and referrals and who may carry them out."""

from kaveri.steps.referral.actions.contacts import ERASING, ContactAction

__all__ = ["ERASING", "ContactAction"]
