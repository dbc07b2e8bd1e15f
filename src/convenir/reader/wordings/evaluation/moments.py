"""How texts say when an evaluation or a bilan is due, and what a body does with it."""

from collections.abc import Iterator
from dataclasses import dataclass

from convenir.core.terms.evaluation import BodyRole, Moment
from convenir.reader.french.marking import T
from convenir.reader.french.numbers import NUMBER, number
from convenir.reader.french.shapes import Shape

NOUN = Shape(
    r"\b(?:(?P<evaluation>rapports? d'evaluations?|(?<!d')(?<!l'equipe d')evaluations?|evaluee?s?(?! a (?:<"
    r"|\d|titre|environ|la somme|pres))"
    r"|evalue(?:nt|ra|ront|rons|rait|raient)|evaluons|evaluer (?=chaque|tous les|annuellement|a mi|au terme|ensemble)"
    r"|auto-?evaluation"
    r"|reevaluee?s?)|(?P<review>bilans?"
    r"|points? (?:d'etape|annuels?(?= (?:est|sera|sur|d'avancement)))|revues?(?= (?:annuelle|semestrielle|du plan"
    r"|de la (?:presente )?convention|d'etape))"
    r"|f(?:ai|e)(?:t|re|ra|ront|rons|sons|sant|rait|raient|ont) (?:ensemble |chaque annee "
    r"|tous les ans )?le point(?! d)|font le point(?! d)"
    r"|rend\w* compte[^.;,]{0,25}? de (?:l'|la |leur |son )(?:avancement|execution|application|realisation"
    r"|mise en oeuvre)"
    r"|etats? (?:d'avancement|d'execution|des (?:actions|realisations|engagements)|de (?:l'avancement|l'execution))"
    r"|(?:premier|second|deuxieme|dernier|nouvel|un) examen(?= (?:intervient|a lieu|est|d'ensemble|annuel|final))"
    r"|(?:mesur|appreci)\w* (?:ensemble |conjointement |chaque annee |tous les ans |annuellement )?(?:les |leurs |ses "
    r"|l'|la )(?:resultats|effets|progres|atteinte|portee|impact)"
    r"|regards? (?:exterieur|independant)s?|(?:comptes? rendus?|rapports?|bilans?) d'execution"
    r"|(?<=resultats sont )(?:appreci|mesur)\w+|(?<=effets sont )(?:appreci|mesur)\w+|retour d'experience))\b"
    r"(?! (?:annuels? )?(?:financiers?|comptables?|de competences|social|carbone|de sante|d'activite))"
)
_OF = Shape(
    r"\b(?:indicateurs?|questions?|comite de suivi|demarche|modalites?|criteres?|methode|grille"
    r"|referentiel|outils?|elements?|aux fins) (?:de l'|d'|de la |de )$"
    r"|\btire\w* (?:la lecon |les lecons |les consequences )?(?:de (?:ces|cette|l'|la)|des|d') ?$"
)
# What is evaluated is somebody, a need or a price.
_OF_OTHERS = Shape(
    r"\b(?:enfants?|eleves?|agents?|jeunes|candidat\w*|familles?|parents?|usagers|poste|couts?|montants?|depenses?"
    r"|charges?"
    r"|aides?|besoins?|situations?|demandes?|dossiers?|risques?|locaux|biens?) (?:est|sont|sera|seront|fait|font)? ?$"
)
_CONVENTION = (
    r"(?:la |cette |sa |ce |du |le )?(?:presente )?(?:convention|ctg|contrat|partenariat|celle-ci|projet|programme"
    r"|plan|charte|protocole|schema"
    r"|duree|execution|periode|engagement|cette derniere)"
)
_MOMENTS: tuple[tuple[Moment, Shape], ...] = (
    (
        Moment.YEARLY,
        Shape(
            r"\b(?:chaque|par) (?:an|annee)\b|\bannuel(?:le|s|les|lement)?\b|\btous les ans\b|\bl'an\b"
            r"|\ben fin d'annee|\ba la fin de chaque annee|\btoutes les annees\b|\bd'annee en annee\b"
            r"|\b(?:semestriel|trimestriel)(?:le)?s?\b|\b(?:chaque|par) (?:semestre|trimestre)\b"
            r"|\ba l'issue de chaque annee|\bchaque (?:printemps|automne|hiver|ete|rentree|exercice)\b"
        ),
    ),
    (
        Moment.MID_TERM,
        Shape(
            r"\bmi-? ?(?:parcours|terme|periode|chemin|convention|duree|projet|mandat)\b"
            r"|\bintermediaires?\b|\ba la moitie d|\bau milieu d"
        ),
    ),
    (
        Moment.FINAL,
        Shape(
            r"\b(?:a l'issue|au terme|a la fin|en fin|a l'expiration|a l'echeance|avant la fin"
            r"|avant l'echeance|avant le terme|au moment de l'echeance"
            rf"|prec\w+ (?:la fin|le terme|l'echeance|l'expiration)) (?:de |du |d')?{_CONVENTION}"
            r"|\bavant (?:la|sa) fin\b(?! d)|\ba la fin\b(?! d)|\ben fin de parcours\b"
            r"|\b(?:a|avant) son (?:terme|issue|echeance|expiration)\b|\bfinale?s?\b|\bterminale?s?\b|\bde cloture\b"
            r"|\bex[ -]post\b"
            r"|\bdernier (?:semestre|trimestre)\b|\bderniers mois\b|\bau terme\b(?! d)"
            r"|\blorsqu(?:e la convention|'elle) (?:prend|arrive) (?:fin|a)"
            r"|\bavant (?:l'echeance|l'expiration|le terme)\b(?! d)|\bannee (?:qui precede|precedant) (?:son|sa|le|la"
            r"|l') ?(?:terme|echeance|expiration|fin)"
            r"|\bfin de (?:la )?(?:convention|ctg)\b|\b(?:la|sa) derniere annee\b"
        ),
    ),
    (
        Moment.ROLLING,
        Shape(
            r"\bau fur et a mesure\b|\ben continu\b|\btout au long\b|\bchemin faisant\b|\bin itinere\b"
            r"|\bde maniere continue\b"
        ),
    ),
    (
        Moment.OPEN,
        Shape(
            r"\b(?:conditions?|modalites?|criteres?|calendrier) (?:restant |restent |reste |sont |seront "
            r"|qui seront |encore )*"
            r"(?:a (?:definir|determiner|preciser|convenir)|(?:definie?s?|arretee?s?|fixee?s?|precisee?s?"
            r"|determinee?s?) (?:ulterieurement|plus tard))"
        ),
    ),
)
# «Au bout de dix-huit mois», «à l'issue de la deuxième année»: half-way, where no word of the same review says else.
_ELAPSED = Shape(
    rf"\bau bout de {T}|\bapres {T} (?:de |d')(?:mise en oeuvre|execution|application|fonctionnement|partenariat|vie)\b"
    r"|\b(?:a l'issue|au terme|a la fin|au cours|lors|au bout) de (?:la|sa) "
    r"(?:premiere|deuxieme|seconde|troisieme|quatrieme) annee\b"
    rf"|\b(?:bilan|evaluation)(?: d'etape)? a {T}(?! (?:avant|de la fin|du terme))"
    rf"|\b(?:a l'issue|au terme|a la fin|au bout) des (?:{NUMBER}) premi(?:ers|eres) (?:mois|annees|semestres)\b"
)
# What was done, what is only supposed, the review of one action.
_NOT_OF_CONVENTION = Shape(
    r"\b(?:a|ont) (?:deja )?ete\b|^si\b|\bde (?:l'|cette )action\b|\bchaque (?:action|projet|operation)\b"
)
_FIRST_EVALUATION = Shape(r"\bpremiere (?:auto-?)?$")
_ROLES: tuple[tuple[BodyRole, Shape], ...] = (
    (BodyRole.VALIDATES, Shape(r"\b(?:valid|approuv|adopte)\w*")),
    (BodyRole.EXAMINES, Shape(r"\b(?:examin|debatt|analys|discut)\w*")),
    (
        BodyRole.RECEIVES,
        Shape(
            r"\b(?:present(?:e|ee|es|ees|er|ation|ent)\b(?! convention| ctg| contrat)|(?:remis|restitu"
            r"|communiqu|transmis|soumi|adress|rend\w* compte)\w*)"
        ),
    ),
    (
        BodyRole.DRAWS_UP,
        Shape(r"\b(?:elabor|prepar|dress|etabli|realis|condui|produi|redig|effectu|assur|proced)\w*"),
    ),
)
_TIMES = Shape(rf"({NUMBER}) fois (?:par|l'|chaque) ?an")
_OFTEN = (
    (2, Shape(r"\bsemestriel\w*|\b(?:chaque|par) semestre\b|\btous les six mois\b")),
    (4, Shape(r"\btrimestriel\w*|\b(?:chaque|par) trimestre\b|\btous les trois mois\b")),
)
_UNREAL = Shape(
    r"\b(?:si|lorsque|quand|toute) (?:l'|cette |l)?evaluation|\bevaluation (?:entrainant|appelle)"
    r"|\bn'a (?:ete|pas (?:ete|eu|fait|donne))|\baucune evaluation"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """An evaluation or a review that a sentence makes due."""

    review: bool
    moment: Moment
    per_year: int = 1


def due(words: str) -> tuple[Due, ...]:
    """The evaluations and reviews that a sentence makes due: each moment goes to the nearest noun before it.

    >>> [(d.review, d.moment.value) for d in due("les actions sont evaluees chaque annee et un bilan final est dresse")]
    [(False, 'yearly'), (True, 'final')]
    >>> [(d.review, d.moment.value) for d in due("au terme de la convention, un bilan est etabli")]
    [(True, 'final')]
    >>> [d.moment.value for d in due("un bilan annuel est dresse, puis un bilan d'etape au bout de <t0>")]
    ['yearly', 'mid_term']
    >>> due("les indicateurs d'evaluation sont revus chaque annee"), due("le comite assure le suivi et l'evaluation")
    ((), ())
    """
    nouns = [
        (found.start(), found["review"] is not None)
        for found in NOUN.finditer(words)
        if not _OF.search(words[: found.start()]) and not _OF_OTHERS.search(words[: found.start()])
    ]
    if not nouns or _UNREAL.search(words):
        return ()
    placed = [(found.start(), moment) for moment, shape in _MOMENTS for found in shape.finditer(words)]
    placed += [(place, Moment.MID_TERM) for place in _elapsed(words, nouns, placed)]
    times = _TIMES.search(words)
    count = number(times[1]) if times else next((many for many, shape in _OFTEN if shape.search(words)), None)
    return tuple(
        dict.fromkeys(
            Due(
                review=_noun_of(place, nouns)[1],
                moment=moment,
                per_year=(count or 1) if moment is Moment.YEARLY else 1,
            )
            for place, moment in sorted(placed)
        )
    )


def _elapsed(words: str, nouns: list[tuple[int, bool]], placed: list[tuple[int, Moment]]) -> Iterator[int]:
    """Where the words tell after how long, for an evaluation or a review of which they tell no other moment.

    A first evaluation holds its delay itself.
    """
    told = [_noun_of(place, nouns) for place, _ in placed]
    if _NOT_OF_CONVENTION.search(words):
        return
    for found in _ELAPSED.finditer(words):
        noun = _noun_of(found.start(), nouns)
        first = not noun[1] and _FIRST_EVALUATION.search(words[: noun[0]])
        if noun not in told and not first:
            yield found.start()


def _noun_of(place: int, nouns: list[tuple[int, bool]]) -> tuple[int, bool]:
    """The nearest noun before a place, else the first: where it stands, and whether it is a review."""
    before = [noun for noun in nouns if noun[0] < place]
    return before[-1] if before else nouns[0]


def role(words: str, body_at: int) -> BodyRole | None:
    """What the body named at that place does with an evaluation: the last verb before its name, else the first after.

    >>> role("cette evaluation, examinee par le comite de pilotage, sert a corriger les objectifs", 35).value
    'examines'
    >>> role("le comite de pilotage dresse un bilan", 3).value
    'draws_up'
    """
    found = sorted((match.start(), kind) for kind, shape in _ROLES for match in shape.finditer(words))
    before = [kind for place, kind in found if place < body_at]
    after = [kind for place, kind in found if place > body_at]
    return before[-1] if before else next(iter(after), None)
