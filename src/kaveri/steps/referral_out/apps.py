"""Registration."""

from django.apps import AppConfig


class ReferralOutConfig(AppConfig):
    """Steps: referrals out to services."""

    name = "kaveri.steps.referral_out"
    label = "referral_out"

    def ready(self) -> None:
        """Declare who may do what."""
        from kaveri.steps.referral_out import actions  # noqa: F401
