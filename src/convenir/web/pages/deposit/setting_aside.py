"""Setting a review aside, and taking it up again."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from convenir.usecases import texts
from convenir.web.requests import Request, now

SET_ASIDE = "Cette relecture est mise de côté, avec ce qui y a été décidé. Vous la retrouverez au bas de cette page."
TAKEN_UP = "Cette relecture est reprise où elle en était."


@require_POST
def set_aside(request: Request, pk: UUID) -> HttpResponse:
    """Out of the reviews under way."""
    texts.set_aside(pk, by=request.actor, at=now())
    messages.success(request, SET_ASIDE)
    return redirect("deposit:upload")


@require_POST
def take_up(request: Request, pk: UUID) -> HttpResponse:
    """Back among them."""
    texts.take_up(pk, by=request.actor, at=now())
    messages.success(request, TAKEN_UP)
    return redirect("deposit:review", pk)
