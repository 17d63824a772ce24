"""Forms for what the client allows; every one is looked at once more before it is sent."""

from kaveri.steps.permission.forms.consents import (
    ConsentForm,
    fresh,
    from_consent,
)
from kaveri.steps.permission.forms.own import OwnConsentForm
from kaveri.steps.permission.forms.papers import (
    OwnWithdrawForm,
    PermitForm,
    ProhibitionForm,
    ScanForm,
    TellForm,
    WithdrawForm,
    fresh_paper,
)

__all__ = [
    "ConsentForm",
    "OwnConsentForm",
    "OwnWithdrawForm",
    "PermitForm",
    "ProhibitionForm",
    "ScanForm",
    "TellForm",
    "WithdrawForm",
    "fresh",
    "fresh_paper",
    "from_consent",
]
