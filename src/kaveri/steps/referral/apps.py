"""Registration."""

from django.apps import AppConfig


class ReferralConfig(AppConfig):
    """Steps: contacts and referrals."""

    name = "kaveri.steps.referral"
    label = "referral"

    def ready(self) -> None:
        """Declare who may do what."""
        from kaveri.steps.referral import actions  # noqa: F401
