"""Numbers as automatic numbering writes them: digits, letters, roman, ordinals."""

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_FIRST = ("premier", "deuxième", "troisième", "quatrième", "cinquième", "sixième", "septième", "huitième", "neuvième")
_ORDINALS = (*_FIRST, "dixième", "onzième", "douzième", "treizième", "quatorzième", "quinzième", "seizième")
_CARDINALS = (
    "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize",
    "quatorze", "quinze", "seize",
)  # fmt: skip
_MOST_ROMAN = 3999
# After «z» comes «aa», then «bb»; nobody counts as far as this in letters.
_MOST_LETTERS = 26 * 4


def roman(number: int) -> str:
    """
    >>> roman(4), roman(29), roman(5000)
    ('IV', 'XXIX', '5000')
    """
    if not 0 < number <= _MOST_ROMAN:
        return str(number)
    written = ""
    for size, letters in _ROMAN:
        written += letters * (number // size)
        number %= size
    return written


def letters(number: int) -> str:
    """
    >>> letters(1), letters(26), letters(28)
    ('a', 'z', 'bb')
    """
    if not 0 < number <= _MOST_LETTERS:
        return str(number)
    return "abcdefghijklmnopqrstuvwxyz"[(number - 1) % 26] * (1 + (number - 1) // 26)


def ordinal(number: int) -> str:
    """
    >>> ordinal(1), ordinal(2)
    ('1er', '2e')
    """
    return "1er" if number == 1 else f"{number}e"


def ordinal_words(number: int) -> str:
    """
    >>> ordinal_words(1), ordinal_words(40)
    ('premier', '40e')
    """
    return _ORDINALS[number - 1] if 0 < number <= len(_ORDINALS) else ordinal(number)


def cardinal_words(number: int) -> str:
    """
    >>> cardinal_words(12), cardinal_words(40)
    ('douze', '40')
    """
    return _CARDINALS[number - 1] if 0 < number <= len(_CARDINALS) else str(number)
