"""Each check of the lint fires on words that call for it, and keeps silent on words that nearly do."""

import pytest

from convenir.core.findings import Finding, Severity
from convenir.reader.reading import read_text

TEXT = """CONVENTION TERRITORIALE GLOBALE

Entre :

La Caisse d'allocations familiales de la Sorne, représentée par son directeur, M. Paul Aubin,
ci-après dénommée « la Caf »,

Et

La commune de Valbourg, représentée par son maire, Mme Anne Tissier, ci-après dénommée « la commune »,

Il est convenu ce qui suit :

{visas}

Article 1 : Objet
La présente convention organise la coopération de la Caf et de la commune.

Article 2 : {title}
{words}

Article 3 : Durée
Elle est conclue du 1er janvier 2023 au 31 décembre 2026. Elle ne peut être reconduite que par avenant.

Fait à Valbourg, le 15 décembre 2022, en deux exemplaires originaux.
{closing}

Le directeur de la Caf                Le maire de Valbourg
{signed}

{annexes}
"""
SIGNED = "Paul Aubin                            Anne Tissier"


def findings(
    words: str = "Les parties se rencontrent.", *, title: str = "Gouvernance", visas: str = "", annexes: str = ""
) -> dict[str, Finding]:
    return found_in(TEXT.format(words=words, title=title, visas=visas, annexes=annexes, signed=SIGNED, closing=""))


def closed(signed: str = SIGNED, closing: str = "") -> dict[str, Finding]:
    words = "Les parties se rencontrent."
    return found_in(TEXT.format(words=words, title="Suites", visas="", annexes="", signed=signed, closing=closing))


def found_in(text: str) -> dict[str, Finding]:
    reading = read_text(text)
    assert all(
        source.quote and reading.text[source.start : source.end] == source.quote
        for finding in reading.findings
        for source in finding.sources
    )
    return {finding.about: finding for finding in reading.findings}


def test_the_frame_of_these_tests_has_no_finding() -> None:
    assert findings() == {}


COMMITTEE = (
    "Il est créé un comité de pilotage composé de deux représentants de la Caf et de deux représentants de la commune. "
)


@pytest.mark.parametrize(
    ("about", "fires", "nearly"),
    [
        (
            "meeting-cadence",
            COMMITTEE,
            COMMITTEE + "Le comité de pilotage se réunit deux fois par an.",
        ),
        (
            "voting",
            COMMITTEE,
            COMMITTEE + "Le quorum est de trois membres.",
        ),
        (
            "thematic-committees",
            "Il est créé des comités thématiques.",
            "Il est créé des comités thématiques, composés de techniciens des deux parties.",
        ),
        (
            "composition",
            "Il est créé un comité de suivi.",
            "Il est créé un comité de suivi composé de représentants de la Caf et de la commune.",
        ),
        (
            "first-chair",
            COMMITTEE + "Le comité de pilotage est présidé alternativement par la Caf et la commune.",
            COMMITTEE + "Le comité de pilotage est présidé par la commune.",
        ),
        (
            "ambiguous-body",
            "Les parties créent un comité de pilotage et un comité technique.\n"
            "Le comité de pilotage est composé d'élus.\nLe comité technique est composé d'agents.\n"
            "Cette instance suit les actions.",
            "Les parties créent un comité de pilotage.\nLe comité de pilotage est composé d'élus.\n"
            "Le comité de pilotage se réunit à Valbourg.\nCette instance suit les actions.",
        ),
        (
            "reply-delay",
            "Toute demande de données fait l'objet d'une étude d'opportunité et de faisabilité par l'autre partie.",
            "Les parties se communiquent les données utiles.",
        ),
        (
            "outsider",
            "La commune agit par le biais de son CCAS auprès des familles.",
            "La commune agit auprès des familles et des usagers du CCAS.",
        ),
        (
            "outside-powers",
            "La commune, en dehors de ses compétences, anime la réflexion sur le logement.",
            "La commune, dans le cadre de ses compétences, anime la réflexion sur le logement.",
        ),
        (
            "undefined-name",
            "La collectivité s'engage à désigner un référent.",
            "Les collectivités voisines sont informées. La commune s'engage à désigner un référent.",
        ),
        (
            "template-choice",
            "Les besoins de la commune ou communauté de communes sont recensés.",
            "Les besoins de la commune, ou de son centre social, sont recensés.",
        ),
        (
            "template-trace",
            "La Caf verse une aide de [montant à compléter] euros.",
            "La Caf verse l'aide prévue au budget [de l'année].",
        ),
        (
            "reference",
            "Les données sont transmises comme le prévoit l'article 9.",
            "Les données sont transmises comme le prévoit l'article 9 du règlement général européen.",
        ),
        (
            "reference-circular",
            "Les données sont transmises comme le prévoit l'article 2.",
            "Les données sont transmises comme le prévoit l'article 3.",
        ),
        (
            "delay-start",
            "La commune crée trois résidences durant la période du plan local (6 ans).",
            "La commune crée trois résidences pendant la durée de la présente convention.",
        ),
        (
            "amendment-scope",
            "Toute modification substantielle fait l'objet d'un avenant.",
            "Toute modification fait l'objet d'un avenant.",
        ),
        (
            "amendment-optional",
            "Toute modification fait l'objet d'un avenant. Si le bilan annuel le justifie, les modifications utiles "
            "peuvent faire l'objet d'un avenant.",
            "Toute modification fait l'objet d'un avenant. Cet avenant précise les modifications apportées.",
        ),
        (
            "tacit-elsewhere",
            "Une convention d'échange de données a été signée le 4 mai 2010 et renouvelée depuis par tacite "
            "reconduction.",
            "Une convention d'échange de données a été signée le 4 mai 2010.",
        ),
        (
            "law-title",
            "La loi n° 2004-809 du 13 août 2004 relative aux droits des citoyens dans les communes s'applique.",
            "La loi n° 2004-809 du 13 août 2004 relative aux libertés et responsabilités locales s'applique.",
        ),
        (
            "figures",
            "La commune compte 9 000 habitants, dont 1 000 allocataires.\n"
            "Le taux de couverture des allocataires est de 35 % des habitants.",
            "La commune compte 9 000 habitants, dont 1 000 allocataires.\n"
            "Le taux de couverture des allocataires est de 11,1 % des habitants.",
        ),
        (
            "repeated-list",
            "Les objectifs sont :\n- aider les familles au quotidien ;\n- soutenir les parents isolés ;\n"
            "- accompagner les jeunes adultes.\nLes champs sont :\n- aider les familles au quotidien ;\n"
            "- soutenir les parents isolés ;\n- accompagner les jeunes adultes.",
            "Les objectifs sont :\n- aider les familles au quotidien ;\n- soutenir les parents isolés ;\n"
            "- accompagner les jeunes adultes.\nLes champs sont :\n- aider les familles au quotidien ;\n"
            "- loger les jeunes travailleurs ;\n- animer la vie des quartiers.",
        ),
        (
            "cure-clock",
            "En cas de manquement, la convention peut être résiliée par l'une ou l'autre des parties un mois après "
            "l'envoi d'une mise en demeure par lettre recommandée avec avis de réception restée sans effet.",
            "En cas de manquement, la convention peut être résiliée par l'une ou l'autre des parties un mois après la "
            "réception d'une mise en demeure par lettre recommandée avec avis de réception restée sans effet.",
        ),
        (
            "asymmetric-powers",
            "La convention est résiliée de plein droit par la Caf, sans mise en demeure, en cas de modification d'un "
            "de ses termes sans avenant.",
            "Chaque partie peut résilier la convention par lettre recommandée, trois mois après la réception de cette "
            "lettre.",
        ),
    ],
)
def test_a_check_of_the_articles(about: str, fires: str, nearly: str) -> None:
    found = findings(fires)
    assert about in found
    assert found[about].sentence and found[about].advice and found[about].sources
    assert about not in findings(nearly)


@pytest.mark.parametrize(
    ("about", "title", "words", "nearly"),
    [
        (
            "title-content",
            "Reconduction tacite",
            "La convention ne peut être reconduite que de façon expresse.",
            "La convention est renouvelable par tacite reconduction pour un an.",
        ),
        (
            "title-content",
            "Secrétariat tournant",
            COMMITTEE + "Le secrétariat du comité de pilotage est assuré par la Caf.",
            COMMITTEE + "Le secrétariat du comité de pilotage est assuré alternativement par la Caf et la commune.",
        ),
        (
            "termination-title",
            "Résiliation amiable",
            "Chaque partie peut la dénoncer par lettre recommandée, avec un préavis de trois mois.",
            "Les parties peuvent d'un commun accord mettre fin à la convention.",
        ),
    ],
)
def test_a_title_against_its_content(about: str, title: str, words: str, nearly: str) -> None:
    found = findings(words, title=title)[about]
    assert title in found.sources[0].quote
    assert about not in findings(nearly, title=title)


ANNEXES = "Annexe 1 : Plan d'actions\nLe plan compte deux actions.\n\nAnnexe 2 : Évaluation\nNombre de familles aidées."


@pytest.mark.parametrize(
    ("about", "words", "annexes", "other_words", "other_annexes"),
    [
        (
            "annex-reference",
            "Les objectifs figurent dans le plan, constituant l'annexe 2. Le diagnostic est en annexe 1.",
            ANNEXES,
            "Les objectifs figurent dans le plan, constituant l'annexe 1.",
            ANNEXES,
        ),
        (
            "annex-order",
            "Les annexes 1 et 2 sont jointes.",
            "Annexe 2 : Évaluation\nNombre de familles aidées.\n\nAnnexe 1 : Plan\nLe plan compte deux actions.",
            "Les annexes 1 et 2 sont jointes.",
            ANNEXES,
        ),
        (
            "annex-unannounced",
            "L'annexe 1 est jointe.",
            ANNEXES,
            "Les annexes 1 et 2 sont jointes.",
            ANNEXES,
        ),
        (
            "indicators-missing",
            "Les indicateurs d'évaluation figurent en annexe 2.",
            "Annexe 1 : Plan\nDeux actions.\n\nAnnexe 2 : Évaluation\nElle sera menée avec les habitants.",
            "Les indicateurs d'évaluation figurent en annexe 2.",
            ANNEXES,
        ),
        (
            "body-in-annex",
            COMMITTEE,
            "Annexe 1 : Évaluation\nUn comité de suivi de l'évaluation est réuni.",
            COMMITTEE,
            "Annexe 1 : Évaluation\nLe comité de pilotage est réuni.",
        ),
        (
            "cadence-twice",
            COMMITTEE + "Le comité de pilotage se réunit une fois par an.",
            "Annexe 1 : Pilotage\nLe comité de pilotage se réunit deux fois par an.",
            COMMITTEE + "Le comité de pilotage se réunit deux fois par an.",
            "Annexe 1 : Pilotage\nLe comité de pilotage se réunit deux fois par an.",
        ),
        (
            "blank-row",
            "L'annexe 1 est jointe.",
            "Annexe 1 : Équipements\nCrèche\tLes Lutins\nRelais\t",
            "L'annexe 1 est jointe.",
            "Annexe 1 : Équipements\nCrèche\tLes Lutins\nRelais\tLa Passerelle",
        ),
        (
            "amendment-annexes",
            "Toute modification fait l'objet d'un avenant. Cet avenant devra préciser les modifications apportées "
            "à la convention d'origine.",
            ANNEXES,
            "Toute modification fait l'objet d'un avenant. Cet avenant devra préciser les modifications apportées "
            "à la convention d'origine ainsi qu'à ses annexes.",
            ANNEXES,
        ),
    ],
)
def test_a_check_of_the_annexes(about: str, words: str, annexes: str, other_words: str, other_annexes: str) -> None:
    assert about in findings(words, annexes=annexes)
    assert about not in findings(other_words, annexes=other_annexes)


# --- signatures ----------------------------------------------------------------------------------------------


def test_a_person_who_signs_and_whom_the_parties_do_not_name() -> None:
    found = closed("Paul Aubin, directeur      Lise Morel, présidente      Anne Tissier, maire")
    assert found["signatories"].severity is Severity.BLOCKING
    assert "signatories" not in closed()


def test_a_name_spelled_two_ways_is_one_person() -> None:
    found = closed("Paul Aubin                            Anne Tisier")
    assert "signatory-spelling" in found
    assert "signatories" not in found


def test_originals_counted_by_signatory() -> None:
    text = TEXT.format(
        words="Les parties se rencontrent.",
        title="Suites",
        visas="",
        annexes="",
        closing="",
        signed="Paul Aubin, directeur de la Caf\nLise Morel, présidente de la Caf\nAnne Tissier, maire",
    ).replace("en deux exemplaires originaux", "en autant d'exemplaires originaux que de signataires")
    assert "originals" in found_in(text)
    assert "originals" not in closed()


def test_a_start_before_the_signature() -> None:
    text = TEXT.format(words="Rien.", title="Suites", visas="", annexes="", signed=SIGNED, closing="")
    late = found_in(text.replace("le 15 décembre 2022", "le 15 mars 2023"))
    assert late["retroactive-start"].sources[0].quote.startswith("Elle est conclue")
    assert "retroactive-start" not in found_in(text)


def test_acts_of_the_organs_far_apart() -> None:
    visas = (
        "Vu la décision du conseil d'administration de la Caf du {caf} ;\n"
        "Vu la délibération du conseil municipal de Valbourg du 10 janvier 2022 ;"
    )
    apart = findings(visas=visas.format(caf="5 décembre 2022"))
    assert len(apart["acts-apart"].sources) == 2
    assert "acts-apart" not in findings(visas=visas.format(caf="7 mars 2022"))


def test_an_alternative_on_the_organ_that_decides_is_graver_than_one_elsewhere() -> None:
    visas = "Vu la délibération du conseil municipal (ou du bureau) de Valbourg du 10 janvier 2022 ;"
    assert findings(visas=visas)["alternative"].severity is Severity.WARNING
    assert "alternative" not in findings(visas=visas.replace(" (ou du bureau)", ""))


def test_a_list_of_annexes_that_is_nowhere() -> None:
    closing = "Cette convention comporte 4 pages et les annexes énumérées dans le sommaire."
    assert "annex-list" in closed(closing=closing)
    assert "annex-list" not in closed(closing="Cette convention comporte 4 pages.")


def test_annexes_put_off_where_silent_changes_are_sanctioned() -> None:
    sanction = (
        "La convention est résiliée de plein droit par la Caf, sans mise en demeure, en cas de modification d'un de "
        "ses termes sans avenant. "
    )
    late = "L'annexe 1 sera annexée ultérieurement."
    assert "deferred-change" in findings(sanction + late)
    assert "deferred-change" not in findings(late)


def test_an_unused_name() -> None:
    text = TEXT.format(words="Rien.", title="Suites", visas="", annexes="", signed=SIGNED, closing="")
    assert "unused-name" in found_in(text.replace("« la commune »", "« le cocontractant »"))
    assert "unused-name" not in found_in(text)


def test_a_framework_that_ends_before_the_convention() -> None:
    visas = "Vu le schéma départemental des services aux familles {years} ;"
    assert "framework-lapses" in findings(visas=visas.format(years="2021-2024"))
    assert "framework-lapses" not in findings(visas=visas.format(years="2021-2027"))
