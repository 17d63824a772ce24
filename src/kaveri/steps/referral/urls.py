"""Where the pages live."""

from django.urls import path

from kaveri.steps.referral.views import handling, inbox, knowing

app_name = "referral"
urlpatterns = [
    path("contacts/", inbox.inbox, name="inbox"),
    path("contacts/new/", inbox.new, name="new"),
    path("contacts/offer/<uuid:offer_id>/", handling.answer_offer, name="answer_offer"),
    path("contacts/<uuid:contact_id>/", inbox.contact, name="contact"),
    path("contacts/<uuid:contact_id>/known/", knowing.check_known, name="check_known"),
    path("contacts/<uuid:contact_id>/take-on/", handling.take_on, name="take_on"),
    path("contacts/<uuid:contact_id>/pass-on/", handling.pass_on, name="pass_on"),
    path("contacts/<uuid:contact_id>/advise/", handling.advise, name="advise"),
    path("contacts/<uuid:contact_id>/close/", handling.close, name="close"),
    path("contacts/<uuid:contact_id>/attempt/", handling.attempt, name="attempt"),
    path("contacts/<uuid:contact_id>/confirm/", handling.confirm, name="confirm"),
]
