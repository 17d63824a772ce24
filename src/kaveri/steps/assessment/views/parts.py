"""Parts of every page here."""

from collections.abc import Callable

from kaveri.foundation.base.errors import AlreadyDone, Refused
from kaveri.foundation.ui.forms import KaveriForm


def carry_out(form: KaveriForm, use_case: Callable[[], object]) -> bool:
    """Whether it is done, also when it already was; a refusal is put on the form."""
    try:
        use_case()
    except AlreadyDone:
        return True
    except Refused as refused:
        form.show_refusal(refused)
        return False
    return True
