"""Where the pages live."""

from django.urls import path

from kaveri.foundation.accounts import views

app_name = "accounts"
urlpatterns = [path("written/", views.written, name="written")]
