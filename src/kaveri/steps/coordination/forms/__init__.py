"""The forms of coordination."""

from kaveri.steps.coordination.forms.absences import AbsenceForm, EndAbsenceForm, SubstituteForm
from kaveri.steps.coordination.forms.coordinating import DecisionForm, NeedsForm
from kaveri.steps.coordination.forms.handing_over import (
    AcceptForm,
    DeclineForm,
    OfferForm,
    PairForm,
    ReceiverForm,
    RemovePairForm,
    WithdrawForm,
)
from kaveri.steps.coordination.forms.steps import (
    ChangeStepForm,
    DoneForm,
    StepForm,
    StepsFilter,
    TellForm,
)
from kaveri.steps.coordination.forms.waiting import (
    ContactForm,
    EndWaitForm,
    WaitForm,
)

__all__ = [
    "AbsenceForm",
    "AcceptForm",
    "ChangeStepForm",
    "ContactForm",
    "DecisionForm",
    "DeclineForm",
    "DoneForm",
    "EndAbsenceForm",
    "EndWaitForm",
    "NeedsForm",
    "OfferForm",
    "PairForm",
    "ReceiverForm",
    "RemovePairForm",
    "StepForm",
    "StepsFilter",
    "SubstituteForm",
    "TellForm",
    "WaitForm",
    "WithdrawForm",
]
