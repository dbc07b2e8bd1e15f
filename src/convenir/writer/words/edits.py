"""How an avenant edits a text, in words."""

LABELS = {
    "ArticleReplaced": "article remplacé",
    "ArticleAdded": "article ajouté",
    "ArticleRemoved": "article supprimé",
    "ArticleRenumbered": "article renuméroté",
    "TitleReplaced": "titre reformulé",
    "ParagraphReplaced": "alinéa remplacé",
    "ParagraphAdded": "alinéa ajouté",
    "ParagraphRemoved": "alinéa supprimé",
    "WordsReplaced": "mots remplacés",
    "WordsAdded": "mots ajoutés",
    "WordsRemoved": "mots supprimés",
    "ValueReplaced": "valeur changée",
    "AnnexReplaced": "annexe remplacée",
    "AnnexAdded": "annexe ajoutée",
    "AnnexRemoved": "annexe supprimée",
    "PartyJoined": "nouvelle partie",
    "Prolonged": "durée prolongée",
    "NotUnderstood": "à lire par une personne",
}


def edit_label(kind: str) -> str:
    """The kind of an edit, by the name of its type.

    >>> edit_label("WordsReplaced")
    'mots remplacés'
    """
    return LABELS[kind]
