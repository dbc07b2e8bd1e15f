"""Letters and figures that a recognition of pictures takes for one another: l and 1, o and 0.

They are put right only where the word or the number is certain, and one for one, so that each keeps its place.
"""

import re

# A figure beside a letter, but for «1er»: all that follows looks for one.
_DOUBTFUL = re.compile(r"[0-9](?:(?<=[a-z][0-9])|(?=(?!er\b)[a-z']))")

# «c0nseil», «rési1ier», «0bjet», «généra1», «1es»; not «1er», nor a code.
_WORD = re.compile(r"\b(?:(?=\w{4})[a-z]+(?:[01][a-z]+)+|0[a-z]{3,}|[a-z]{3,}(?:[ai]|ue|nne)1|1es|1(?='[a-z]))\b")
_LETTERS = str.maketrans("01", "ol")

# A recognition also reads m as rn, which takes two places.
MONTHS = r"(?:janvier|fevrier|(?:m|rn)ars|avril|(?:m|rn)ai|juin|juillet|aout|(?:septe|nove|dece)(?:m|rn)bre|octobre)"
_COUNTED = (
    r"(?:jours?|semaines?|mois|ans?|annees?|fois|heures?|pages?|exemplaires?|articles?|annexes?|membres?|personnes?"
    r"|representants?|allocataires?|familles?|enfants?|foyers?|habitants?|places?|euros?)"
)
_A_FIGURE = r"(?=[lo]{0,3}\d)"
# «l5 jours», «3l décembre», «2O21», «0l/l2/2021»; not «L5», which is followed by no unit.
_NUMBER = re.compile(
    rf"(?<![\w'.,/-])(?:{_A_FIGURE}[lo\d]{{2,4}}(?=\s+(?:{_COUNTED}|{MONTHS})\b)|(?:[1l]9|2[0o])[\dlo]{{2}}(?![\w'/-])"
    rf"|{_A_FIGURE}[\dlo]{{1,2}}/[\dlo]{{1,2}}/(?:[\dlo]{{4}}|[\dlo]{{2}})(?![\w'/-]))"
)
_FIGURES = str.maketrans("lo", "10")
# «le ler janvier»
_FIRST = re.compile(rf"\bler(?=\s+{MONTHS}\b)")


def mended(words: str) -> str:
    """Flat words with these letters and figures put right.

    >>> mended("le c0nseil peut resi1ier, l5 jours avant le 3l decernbre 2o2l, 1es statuts")
    'le conseil peut resilier, 15 jours avant le 31 decernbre 2021, les statuts'
    >>> mended("le 1er mars, l'article l5 du code, lot b1a, annexe1, 2nd tome, h1n1")
    "le 1er mars, l'article l5 du code, lot b1a, annexe1, 2nd tome, h1n1"
    >>> mended("du ler mars au 30 avril, sans parler mars")
    'du 1er mars au 30 avril, sans parler mars'
    """
    if "ler " in words:
        words = _FIRST.sub("1er", words)
    if not _DOUBTFUL.search(words):
        return words
    whole = _WORD.sub(lambda word: word[0].translate(_LETTERS), words)
    return _NUMBER.sub(lambda figures: figures[0].translate(_FIGURES), whole)
