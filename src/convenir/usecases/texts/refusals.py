"""What the review of a text refuses: each says what is wrong and what to do."""

from convenir.core.refusals import Refusal


class RuledMeanwhile(Refusal):
    """Somebody else decided after the page was opened: nothing is replaced unseen."""

    code = "ruled-meanwhile"
    sentence = (
        "{by} a décidé le {when}, après l’ouverture de votre page : votre décision n’a pas été enregistrée. "
        "Relisez la sienne, puis décidez de nouveau si vous la maintenez."
    )


class RuledElsewhere(RuledMeanwhile):
    """The person herself decided, in another window, after this page was opened."""

    code = "ruled-elsewhere"
    sentence = (
        "Vous avez déjà décidé le {when}, après l’ouverture de cette page, sans doute dans une autre fenêtre : "
        "cette nouvelle décision n’a pas été enregistrée. Relisez la première, puis décidez de nouveau si vous en "
        "changez."
    )


class WordsNotThere(Refusal):
    """A term rests on words of the text, and on no others."""

    code = "words-not-there"
    sentence = (
        "Ces mots ne se trouvent pas à cet endroit du texte. "
        "Copiez-les du paragraphe choisi, sans rien y changer, puis recommencez."
    )


class NoSuchPoint(Refusal):
    """The finding is not, or no longer, one of this text."""

    code = "no-such-finding"
    sentence = (
        "Ce constat n’est plus parmi ceux de ce texte. Revenez à la relecture et choisissez un constat de la liste."
    )


class NoSuchSentence(Refusal):
    """The sentence is not, or no longer, one of those to class."""

    code = "no-such-sentence"
    sentence = "Cette phrase n’est plus parmi celles à classer. Revenez à la liste des phrases de ce texte."


class PassageMissing(Refusal):
    """A decision names what prevails."""

    code = "passage-missing"
    sentence = "Choisissez le passage qui prévaut, ou dites ce que vous retenez à leur place."


class NotLosing(Refusal):
    """Only terms that rest on a passage which does not prevail are rejected with a finding."""

    code = "not-losing"
    sentence = (
        "Le terme {number} ne peut pas être écarté par ce choix : il repose sur le passage que vous retenez, "
        "ou le constat reste en suspens. Décochez-le, ou retenez l’autre passage."
    )


class ReasonTooShort(Refusal):
    """A decision on a contradiction is explained."""

    code = "reason-too-short"
    sentence = (
        "Donnez le motif de votre décision en quelques mots : il restera à côté du constat, avec votre nom et la date."
    )


class OnlySeen(Refusal):
    """A finding that asks for nothing can only be marked as seen, and one that asks cannot."""

    code = "only-seen"
    sentence = (
        "Ce constat demande une décision motivée, ou seulement d’être marqué comme vu. "
        "Choisissez parmi ce qu’il propose."
    )


class NotJudged(Refusal):
    """Contradictions of the text wait for somebody to speak."""

    code = "not-judged"
    sentence = (
        "Il reste {count} à trancher avant de créer le dossier : {first} "
        "Dites quel passage prévaut, ou laissez le constat en suspens, avec un motif."
    )


class SameReading(Refusal):
    """The present reader reads the text as it is already read."""

    code = "same-reading"
    sentence = "Le lecteur actuel lit ce texte comme il est déjà lu : il n’y a rien à reprendre."
