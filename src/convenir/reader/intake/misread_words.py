"""Words of a text that a recognition of pictures spoiled: m read as rn, a word cut by a blank.

They are put right only where the text writes the same word well elsewhere, or where any convention does.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product

from convenir.core.findings import Finding, noted
from convenir.reader.french.words import flat

# What no French word holds: a text without it was not spoiled. The two letters come first, which Python finds at once.
_SPOILED = re.compile(r"rn(?:[bmp]|(?<=\brn)[^\W\d_])")
_WORD = re.compile(r"[^\W\d_]+")
_SUSPECT = re.compile(r"[^\W\d_]*rn[^\W\d_]*")
# «recon duite»: two stretches of small letters, none of them a mere article.
_CUT = re.compile(r"(?<![\w'’-])([^\W\d_]{3,}) (?=([a-zà-ÿ]{3,})(?![\w'’-]))")
# More readings than that of one word are not tried.
_MOST_RN = 3
_USUAL = frozenset(
    _WORD.findall(
        "amiable amont autonome comite comites commission commissions commun communautaire communaute commune "
        "communes communication communique compose composee compte comptes consommation convention conventions "
        "demande demandes document documents domaine domaines dommages emploi engagement engagements "
        "etablissements evaluation familial familiale familiales famille familles financement financements "
        "fonctionnement formalites formation hebergement imperatif informations logement logements maintenir "
        "maintien maire maires maison manquement maximum membre membres mesure mesures mettre minimum mise "
        "missions mobilise mobiliser modalite modalites modification modifications modifiee modifier moins mois "
        "mouvement moyen moyennant moyens municipal municipale municipaux nombre paiement professionnel programme "
        "programmes recommande recommandee reconduction reconduite reglement remplir remplit renouvellement "
        "resiliation resiliee seulement terme termes territoriale thematique thematiques traitement transmet "
        "transmettre transmission"
    )
)


@dataclass(slots=True)
class Mending:
    """The words put right in a text, each under what was read."""

    told: dict[str, str] = field(default_factory=dict)

    def through(self, text: str) -> str:
        """The text with its spoiled words put right.

        >>> Mending().through("un cornité de six rnernbres, recon duit six mois ; il est reconduit")
        'un comité de six membres, reconduit six mois ; il est reconduit'
        >>> Mending().through("la gouvernance interne, tournée vers le dernier journal rnoderne")
        'la gouvernance interne, tournée vers le dernier journal rnoderne'
        """
        if _SPOILED.search(text) is None:
            return text
        counted = Counter(_WORD.findall(flat(text)))
        known = _USUAL | {word for word in counted if "rn" not in word}
        whole = _SUSPECT.sub(lambda found: self._letters(found[0], known), text)
        return _CUT.sub(lambda found: self._joined(found, counted), whole)

    def findings(self) -> Iterator[Finding]:
        """What was put right, with one example."""
        for read, meant in list(self.told.items())[:1]:
            count = len(self.told)
            words = "1 mot mal reconnu a été rétabli" if count == 1 else f"{count} mots mal reconnus ont été rétablis"
            yield noted(
                "misread-words",
                f"Ce texte vient d’une reconnaissance de caractères : {words} (« {read} » pour « {meant} »). "
                "Comparez les passages importants avec l’original.",
            )

    def _letters(self, read: str, known: frozenset[str]) -> str:
        """The word with m for each rn that was one; as it is where that makes no known word."""
        pieces = read.split("rn")
        if len(pieces) - 1 > _MOST_RN or flat(read) in known:
            return read
        for joints in product(("m", "rn"), repeat=len(pieces) - 1):
            meant = pieces[0] + "".join(joint + piece for joint, piece in zip(joints, pieces[1:], strict=True))
            if meant != read and flat(meant) in known:
                self.told[read] = meant
                return meant
        return read

    def _joined(self, found: re.Match[str], counted: Counter[str]) -> str:
        """The first stretch; without the blank after it where both make one known word."""
        meant = found[1] + found[2]
        strange = any(counted[flat(part)] == 1 for part in found.groups())
        if not strange or (flat(meant) not in _USUAL and not counted[flat(meant)]):
            return found[0]
        self.told[f"{found[1]} {found[2]}"] = meant
        return str(found[1])
