"""How a notice is sent and from what it runs, as clauses say it."""

from convenir.core.terms.termination import Clock, Form
from convenir.reader.french.shapes import Shape

_FORMS: tuple[tuple[Form, str], ...] = (
    (
        Form.ELECTRONIC_REGISTERED_LETTER,
        r"(?:lettres?|courriers?|envois?|plis?) recommandee?s? electroniques?"
        r"|recommandee?s? (?:par voie )?electroniques?|\blre\b",
    ),
    (
        Form.REGISTERED_LETTER,
        r"\b(?:lettres?|courriers?|envois?|plis?|ecrits?|exploits?)(?: \w+)? recommandee?s?|\b(?:en )?recommandee?"
        r" (?:avec"
        r"|a\.? ?r\b)|\ben recommande\b"
        r"|\bl\.?r\.?a\.?r\b|\br\.?a\.?r\b|\bl\.?r\. ?a\.?r\b"
        r"|\b(?:lettre|courrier) (?:avec (?:demande d')?(?:accuse|avis) de reception|a\.?r\b)",
    ),
    (Form.HAND_DELIVERY, r"\b(?:remise?s?|remettre) en mains? propres?|\ben mains? propres? contre"),
    (Form.EMAIL, r"\bcourriels?\b|\be-?mails?\b|\b(?:courrier|voie|message) electronique|\bmessagerie electronique"),
    (
        Form.LETTER,
        r"\b(?:par (?:une )?(?:simple )?|(?:ecri|adress|envo)\w+ une (?:simple )?)(?:lettre"
        r"|courrier)\b(?! (?:\w+ )?(?:recommand|electron|avec (?:demande"
        r"|accuse|avis)|a\.?r\b))"
        r"|\b(?:lettre|courrier) (?:simple|ordinaire)|\bpar ecrit\b|\b(?:notification|information) ecrite",
    ),
)
_COMPILED = tuple((form, Shape(words)) for form, words in _FORMS)

_AVOID = r"(?:de |du |d')?(?:la |sa |cette |ladite |son )?(?:date (?:de |d')?)?(?:la |sa |l')?"
_CLOCKS: tuple[tuple[Clock, Shape], ...] = tuple(
    (
        clock,
        Shape(
            rf"\b(?:suivant|apres|a compter|a partir|a dater|des|qui suit|qui suivent)\s(?:de |du |d')?{_AVOID}{event}"
        ),
    )
    for clock, event in (
        (Clock.SENDING, r"(?:l'envoi|envoi|l'expedition|expedition|l'emission|emission|cachet de la poste)"),
        (Clock.FIRST_PRESENTATION, r"(?:premiere presentation|presentation)"),
        (Clock.RECEPTION, r"(?:reception|notification|l'accuse de reception|avis de reception)"),
    )
)


def form(words: str) -> Form | None:
    """The form in which a notice is sent; the first named where the text leaves a choice.

    >>> form("notifie par lettre recommandee avec accuse de reception"), form("par courrier recommande ar")
    (<Form.REGISTERED_LETTER: 'registered_letter'>, <Form.REGISTERED_LETTER: 'registered_letter'>)
    >>> form("par simple lettre"), form("moyennant un preavis de <t0>")
    (<Form.LETTER: 'letter'>, None)
    """
    found = [
        (match.start(), rank, kind)
        for rank, (kind, words_of) in enumerate(_COMPILED)
        if (match := words_of.search(words))
    ]
    return min(found)[2] if found else None


def clock(words: str) -> Clock | None:
    """From what the delay runs; None where the text does not say.

    >>> clock("<t0> apres la reception de la lettre"), clock("<t0> suivant l'envoi d'une lettre recommandee")
    (<Clock.RECEPTION: 'reception'>, <Clock.SENDING: 'sending'>)
    >>> clock("par lettre recommandee avec accuse de reception") is None
    True
    """
    found = [
        (match.start(), rank, kind) for rank, (kind, event) in enumerate(_CLOCKS) if (match := event.search(words))
    ]
    return min(found)[2] if found else None
