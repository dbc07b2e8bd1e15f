"""What the import of a list refuses: each says what is wrong and what to do."""

from convenir.core.refusals import Refusal


class RowsToCorrect(Refusal):
    """Some rows are wrong, and nobody said to leave them out."""

    code = "rows-to-correct"
    sentence = (
        "Des lignes sont à corriger ({count}) : corrigez-les dans le fichier puis envoyez-le de nouveau, ou cochez "
        "« laisser de côté les lignes à corriger »."
    )


class NothingToImport(Refusal):
    """No row that is not wrong, recorded already, or only to be read."""

    code = "nothing-to-import"
    sentence = "Aucune ligne n’est à enregistrer. Corrigez le fichier ou ses colonnes, ou envoyez-en un autre."


class NotYourReading(Refusal):
    """The terms of a dossier are those that one house confirmed: another does not say that they were read wrong."""

    code = "not-your-reading"
    sentence = (
        "Seules les personnes de « {house} » qui confirment les termes peuvent dire que la liste du texte signé a été "
        "mal lue. Transmettez-leur le fichier, ou proposez un avenant."
    )


class ListChanged(Refusal):
    """The list of the text is no longer the one that the person had under her eyes."""

    code = "list-changed"
    sentence = (
        "La liste du texte a changé depuis l’ouverture de la page : rien n’a été enregistré. "
        "Voici ce que le fichier y changerait maintenant ; vérifiez-le, puis enregistrez."
    )


class ListAmended(Refusal):
    """The list was written by an avenant: another one changes it, or the first is recorded again."""

    code = "list-amended"
    sentence = (
        "Cette liste vient d’un avenant : elle ne se complète pas ici. Préparez un nouvel avenant, "
        "ou annulez le premier au journal puis enregistrez-le avec la bonne liste."
    )


class SameList(Refusal):
    """The text bears that list already."""

    code = "same-list"
    sentence = "La liste du texte est déjà celle du fichier : il n’y a rien à changer."


class WhyMissing(Refusal):
    """What was read wrong is explained."""

    code = "why-missing"
    sentence = (
        "Dites en quelques mots pourquoi la liste avait été mal lue : ce motif restera au journal, avec votre nom."
    )
