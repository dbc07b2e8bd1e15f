"""The text page tells every avenant: where it stands, and what it changes."""

from datetime import date

from django.utils import timezone
from tests.dossiers import SIGNED, People, dossier
from tests.web.conftest import Browse
from tests.web.reading import words

END = {
    "type": "ClauseReplaced",
    "clause": {"type": "Duration", "start": "signature", "ends_on": date(2023, 12, 31), "article": "10"},
}
PROPOSED = {"amendment_proposed": "avenant-1", "on": date(2021, 5, 3), "changes": [END]}
BY_CAF = {"signed": "caf", "on": date(2021, 5, 10), "amendment": "avenant-1"}
BY_TOWN = {"signed": "commune", "on": date(2021, 5, 12), "amendment": "avenant-1"}


def test_an_avenant_says_who_has_still_to_sign_and_then_since_when_it_holds(who: People, browse: Browse) -> None:
    today = timezone.localdate()
    half = dossier(who, facts=(*SIGNED, PROPOSED, BY_CAF), on=today)
    whole = dossier(who, facts=(*SIGNED, PROPOSED, BY_CAF, BY_TOWN), on=today)
    client = browse(who.adviser)
    assert "il manque celle de la commune" in words(client.get(f"/conventions/{half.pk}/texte"))
    page = words(client.get(f"/conventions/{whole.pk}/texte"))
    assert "Avenant n° 1" in page
    assert "Vaut depuis le 12 mai 2021" in page
    assert "31 décembre 2023" in page
