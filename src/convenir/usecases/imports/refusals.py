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
