"""Depositing a file: what is read, what is refused at the field, and that nothing is kept of a refusal."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.dossiers import People
from tests.web.conftest import TEXTS, Browse
from tests.web.reading import Page, hidden, words

from convenir.access.roles import Actor
from convenir.access.waiting import waiting
from convenir.reader.intake.limits import MOST_BYTES
from convenir.web.uploads import BoundedUpload

WHOLE = (TEXTS / "montreval.txt").read_bytes()
OTHER = (TEXTS / "trois-gues.txt").read_bytes()


def sent(browse: Browse, person: Actor, data: bytes, name: str = "texte.txt") -> Page:
    client = browse(person)
    token = hidden(client.get("/deposer"), "token")
    return client.post("/deposer", {"file": SimpleUploadedFile(name, data), "token": token})


def test_a_text_is_read_and_opens_on_its_review(who: People, browse: Browse) -> None:
    response = sent(browse, who.adviser, WHOLE, "montreval.txt")
    assert response.status_code == 302
    page = words(browse(who.adviser).get(response["Location"]))
    assert "Relire" in page and "relu" in page
    assert "montreval.txt" in words(browse(who.adviser).get("/deposer"))


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-16-le", "utf-8-sig"])
def test_other_encodings_read_the_same(who: People, browse: Browse, encoding: str) -> None:
    data = WHOLE.decode().replace("œ", "oe").encode(encoding)
    page = words(browse(who.adviser).get(sent(browse, who.adviser, data)["Location"]))
    assert "Ville de Montreval" in page and "é" in page and "Ã©" not in page


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "Ce fichier est vide"),
        (b" \n\t ", "Ce fichier est vide"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 40, "Ce PDF est endommagé ou incomplet"),
        (bytes(range(256)) * 40, "n'est pas un texte lisible"),
        (b"Article 1. Objet\n" * 400_000, "dépasse 5 Mo"),
        (b"a" * 12_000_000, "dépasse 5 Mo"),
    ],
    ids=["empty", "blank", "pdf", "binary", "long", "very long"],
)
def test_what_cannot_be_read_is_refused_at_the_field(who: People, browse: Browse, data: bytes, said: str) -> None:
    response = sent(browse, who.adviser, data)
    assert response.status_code == 422
    assert said in words(response)
    assert waiting(who.adviser) == ()


def test_no_file_is_said_at_the_field(who: People, browse: Browse) -> None:
    client = browse(who.adviser)
    response = client.post("/deposer", {"token": hidden(client.get("/deposer"), "token")})
    assert response.status_code == 422
    assert "Choisissez le fichier du texte" in words(response)


def test_a_text_without_a_clause_is_told_and_makes_no_dossier(who: People, browse: Browse) -> None:
    response = sent(browse, who.adviser, b"Une page de notes.\n\nRien d'autre.\n" * 3)
    client = browse(who.adviser)
    page = client.get(response["Location"])
    assert "Aucun terme n'a été lu" in words(page) and "0 terme" not in words(page)
    assert '/dossier"' not in page.content.decode()


def test_the_same_form_posted_twice_gives_one_text(who: People, browse: Browse) -> None:
    client = browse(who.adviser)
    token = hidden(client.get("/deposer"), "token")
    addresses = {
        client.post("/deposer", {"file": SimpleUploadedFile("a.txt", WHOLE), "token": token})["Location"]
        for _ in range(2)
    }
    assert len(addresses) == 1


def test_a_form_gone_back_to_with_another_file_gives_another_text(who: People, browse: Browse) -> None:
    client = browse(who.adviser)
    token = hidden(client.get("/deposer"), "token")
    addresses = [
        client.post("/deposer", {"file": SimpleUploadedFile("a.txt", data), "token": token})["Location"]
        for data in (WHOLE, OTHER)
    ]
    assert addresses[0] != addresses[1]
    assert client.get(addresses[1].replace("relecture", "original")).content == OTHER


def test_the_file_is_kept_byte_for_byte(who: People, browse: Browse) -> None:
    address = sent(browse, who.adviser, WHOLE)["Location"].replace("relecture", "original")
    response = browse(who.adviser).get(address)
    assert response.content == WHOLE
    assert response["Content-Type"] == "application/octet-stream"
    assert browse(who.stranger).get(address).status_code == 404


def test_who_only_reads_is_refused(who: People, browse: Browse) -> None:
    response = browse(who.elected).get("/deposer")
    assert response.status_code == 403
    assert "Votre rôle (élu) ne permet pas de déposer un texte" in words(response)
    assert browse(who.elected).post("/deposer", {"token": "x"}).status_code == 403


def test_what_no_deposit_holds_is_not_kept_while_it_arrives() -> None:
    handler = BoundedUpload()
    handler.new_file("file", "grand.pdf", "application/pdf", None, None, {})
    for start in range(0, 3 * MOST_BYTES, MOST_BYTES // 2):
        handler.receive_data_chunk(bytes(MOST_BYTES // 2), start)
    assert handler.file.tell() == MOST_BYTES + 1
    handler.file.close()


def test_a_review_set_aside_is_found_at_the_foot_of_the_page_and_taken_up_again(who: People, browse: Browse) -> None:
    review = sent(browse, who.adviser, WHOLE, "montreval.txt")["Location"]
    client = browse(who.adviser)
    client.post(review.replace("relecture", "de-cote"))
    page = words(client.get("/deposer"))
    assert "Cette relecture est mise de côté" in page
    assert "Relectures en cours" not in page and "Relectures mises de côté" in page and "montreval.txt" in page
    assert f"mise de côté par {who.adviser.name}" in words(client.get(review))
    client.post(review.replace("relecture", "reprise"))
    assert "mise de côté par" not in words(client.get(review))
    assert "Relectures en cours" in words(client.get("/deposer"))
