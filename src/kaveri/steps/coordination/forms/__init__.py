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
from kaveri.steps.coordination.forms.network import (
    AnswerNoForm,
    AnswerYesForm,
    InviteAgainForm,
    InvitePartnerForm,
    InviteWorkerForm,
    LimitForm,
    NetworkForm,
    OrganisationForm,
    RemoveMemberForm,
    SupporterForm,
    TakeAccountForm,
)
from kaveri.steps.coordination.forms.representing import (
    EndMandateForm,
    RepresentativeForm,
    TakeUpForm,
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
    "AnswerNoForm",
    "AnswerYesForm",
    "ChangeStepForm",
    "ContactForm",
    "DecisionForm",
    "DeclineForm",
    "DoneForm",
    "EndAbsenceForm",
    "EndMandateForm",
    "EndWaitForm",
    "InviteAgainForm",
    "InvitePartnerForm",
    "InviteWorkerForm",
    "LimitForm",
    "NeedsForm",
    "NetworkForm",
    "OfferForm",
    "OrganisationForm",
    "PairForm",
    "ReceiverForm",
    "RemoveMemberForm",
    "RemovePairForm",
    "RepresentativeForm",
    "StepForm",
    "StepsFilter",
    "SubstituteForm",
    "SupporterForm",
    "TakeAccountForm",
    "TakeUpForm",
    "TellForm",
    "WaitForm",
    "WithdrawForm",
]
