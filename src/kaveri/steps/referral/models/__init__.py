"""What referral keeps beside the contact: offers to a named receiver, and checks made."""

from kaveri.steps.referral.models.contacts import ContactOffer, KnownCheck

__all__ = ["ContactOffer", "KnownCheck"]
