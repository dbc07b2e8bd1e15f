"""Where one enters and leaves."""

from django.urls import path

from convenir.web.pages.signin import views

app_name = "signin"
urlpatterns = [
    path("entrer", views.enter, name="enter"),
    path("sortir", views.leave, name="leave"),
]
