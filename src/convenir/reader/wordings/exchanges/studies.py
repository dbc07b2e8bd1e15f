"""How texts say that the parties study together: shared observatories, joint studies."""

from collections.abc import Iterator

from convenir.core.terms.exchanges import JointStudy, SharedObservatory
from convenir.reader.french.shapes import Shape
from convenir.reader.passages import Said
from convenir.reader.wordings.forces import force

_OBSERVATORY = Shape(
    r"\b(?:mise en place|mett\w+ en place|cree\w*|creation|constitu\w+|construi\w+|institu\w+|instaur\w+"
    r"|elabor\w+|anime\w*"
    r"|tienn?ent|parten\w+|alimente\w*|partag\w+|developp\w+|port\w+)\b[^.;]{0,60}"
    r"\b(?:observatoires?|observation (?:sociale )?(?:partagee|commune|territoriale|conjointe|sociale))\b"
    r"|\bobservatoires?\b[^.;]{0,80}\b(?:est|sera) (?:cree|mis en place|constitue|institue|partage|anime"
    r"|alimente|commun)"
)
# The observatory of somebody else, or one that is only cited.
_OTHERS = Shape(
    r"\bobservatoires? (?:nationa\w+|regiona\w+|de la cnaf|existants?)\b|\bdonnees (?:de l'|des? )observatoire"
)
_TOGETHER = r"(?:conjoint\w*|commun\w*|ensemble|partagee?s?|en commun|mene\w+ a deux|a frais communs)"
_STUDY = Shape(
    rf"\betudes?\b[^.;]{{0,60}}\b{_TOGETHER}\b|\b(?:conjoint\w*|ensemble|en commun)\b[^.;]{{0,40}}\b(?:des "
    rf"|les |une? )?etudes?\b"
)
# «Chaque partie informe l'autre des études qu'elle engage.»
_TOLD = Shape(
    r"\b(?:inform|avis|averti|fai\w+ connaitre|previen)\w*\b[^.;]{0,30} l'autre\b[^.;]{0,60}\betudes?\b"
    r"|\bse concert\w+ [^.;]{0,20}\b(?:avant|en amont de|prealablement a) (?:le lancement d|toute |chaque )[^.;]{0,20}"
    r"\betudes?\b"
    r"|\betudes?\b[^.;]{0,80}\b(?:(?:en )?(?:informe|avise|previent) l'autre|fait l'objet d'un echange"
    r"|font l'objet d'un"
    r" echange|echanges? prealables?)"
)
_PARTIES_STUDY = Shape(
    r"\b(?:mene\w*|lanc\w+|realis\w+|condui\w+|engag\w+|fai(?:re|t|sant)|commande\w*|pilot\w+|finance\w*|programm\w+)\b"
)
# What a request for data passes, or an account of a past study.
_GATE = Shape(
    r"\betudes? (?:d'opportunite|de faisabilite|et avis|prealable|d'impact)\b|\ba (?:ete )?(?:mene|realise"
    r"|condui)|\ba l'etude\b"
)
_BEFORE = Shape(
    r"\b(?:prealable\w*|avant (?:de|d'[a-z]+|tout|toute|le lancement)|en amont|au prealable|lance\w* une)\b"
)


def joint_studies(sentences: tuple[Said, ...]) -> Iterator[JointStudy]:
    """Studies that the parties make together, or of which they speak before; one clause for all."""
    found = next((each for each in sentences if _is_joint(each.words)), None)
    if found:
        yield JointStudy(
            prior_exchange=_BEFORE.search(found.words) is not None, force=force(found.words), source=found.source
        )


def _is_joint(words: str) -> bool:
    """
    >>> _is_joint("les parties menent conjointement des etudes sur les besoins"), _is_joint("une etude de faisabilite")
    (True, False)
    """
    joint = _STUDY.search(words) and _PARTIES_STUDY.search(words)
    return bool(joint or _TOLD.search(words)) and not _GATE.search(words)


def observatories(sentences: tuple[Said, ...]) -> Iterator[SharedObservatory]:
    """An observatory that the parties hold together."""
    for each in sentences:
        if _OBSERVATORY.search(each.words) and not _OTHERS.search(each.words):
            yield SharedObservatory(force=force(each.words), source=each.source)
            return
