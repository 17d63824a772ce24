"""Where the pages live."""

from django.urls import path

from kaveri.steps.consultation import views

app_name = "consultation"
urlpatterns = [
    path("consultations/", views.consultations, name="consultations"),
    path("consultations/note/", views.note, name="note"),
    path("consultations/ask/", views.ask, name="ask"),
    path("consultations/figures/", views.figures, name="figures"),
    path("consultations/<uuid:consultation_id>/", views.consultation, name="consultation"),
]
