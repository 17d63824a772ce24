"""Doors of the look itself."""

from django.urls import path

from kaveri.foundation.ui import views

app_name = "ui"
urlpatterns = [path("", views.blocks, name="blocks")]
