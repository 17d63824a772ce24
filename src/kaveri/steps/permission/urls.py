"""Where the pages live."""

from django.urls import path

from kaveri.steps.permission.views import consents, own, permits

app_name = "permission"
_CASE, _MY = "case/<uuid:case_id>/", "my/<uuid:case_id>/consents/"
_ONE = f"{_CASE}consents/<uuid:consent_id>/"
urlpatterns = [
    path(f"{_CASE}consents/", consents.consents, name="consents"),
    path(f"{_CASE}consents/new/", consents.record, name="record"),
    path(f"{_ONE}change/", consents.replace, name="replace"),
    path(f"{_ONE}scan/", consents.scan_add, name="scan_add"),
    path(f"{_ONE}withdraw/", consents.withdraw, name="withdraw"),
    path(f"{_ONE}told/<uuid:party_id>/", consents.tell, name="tell"),
    path(f"{_CASE}permits/new/", permits.permit, name="permit"),
    path(
        f"{_CASE}permits/<uuid:permit_id>/withdraw/",
        permits.permit_withdraw,
        name="permit_withdraw",
    ),
    path(f"{_CASE}prohibitions/new/", permits.prohibition, name="prohibition"),
    path(
        f"{_CASE}prohibitions/<uuid:prohibition_id>/withdraw/",
        permits.prohibition_withdraw,
        name="prohibition_withdraw",
    ),
    path("consent/<uuid:consent_id>/paper/", consents.paper, name="paper"),
    path("consent/<uuid:consent_id>/scan/", consents.scan, name="scan"),
    path(_MY, own.own, name="own"),
    path(f"{_MY}new/", own.give, name="give"),
    path(f"{_MY}<uuid:consent_id>/change/", own.change, name="change"),
    path(f"{_MY}<uuid:consent_id>/withdraw/", own.withdraw_own, name="withdraw_own"),
]
