"""Where the pages live."""

from django.urls import path

from kaveri.steps.identification.views import prompts, quick_ask, work_ability

app_name = "identification"
urlpatterns = [
    path("quick-ask/", quick_ask.quick_ask, name="quick_ask"),
    path("case/<uuid:case_id>/work-ability/", work_ability.for_case, name="for_case"),
    path("case/<uuid:case_id>/my-work-ability/", work_ability.own_answer, name="own_answer"),
    path("contact/<uuid:contact_id>/work-ability/", work_ability.for_contact, name="for_contact"),
    path("prompts/", prompts.prompts, name="prompts"),
    path("prompts/<slug:key>/", prompts.prompt, name="prompt"),
    path("prompts/<slug:key>/edit/", prompts.prompt_edit, name="prompt_edit"),
    path("prompts/<slug:key>/card/<str:language>/", prompts.prompt_card, name="prompt_card"),
    path("prompts/<slug:key>/version/<int:version>/", prompts.prompt, name="prompt_version"),
]
