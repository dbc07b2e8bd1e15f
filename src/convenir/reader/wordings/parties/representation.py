"""How a text says that somebody acts for an organisation: «représentée par», «prise en la personne de»."""

# Over flat words. What follows names the person.
REPRESENTED = (
    r"\brepresentee?s?\b(?:\s+(?:aux\s+presentes|ici|valablement|legalement|(?:dans|pour"
    r"|a)\s+la\s+presente\s+convention))?"
    r"\s*,?\s*(?:par\b|:)|\bque\s+represente(?:nt)?\b|\brepresentante?s?(?:\s+legal\w*)?\s*:|"
    r"\bagissant\s+par\b(?!\s+(?:une?\s+)?(?:deliberation|decision|delegation))|\ben\s+la\s+personne\s+de\b|"
    r"\bpar\s+l'(?:intermediaire|entremise|organe)\s+de\b|\b(?:ayant|a)\s+pour\s+representante?s?(?:\s+legal\w*)?\b|"
    r"\bdont\s+l[ea]s?\s+representante?s?(?:\s+legal\w*)?\s+(?:est|sont)\b"
)

# What was done on the day and at the place of the signatures.
SIGNED = r"(?:(?:sign|adopt|approuv|arret|dress|pass|ratifi)ee?s?|etablie?s?|conclue?s?|souscrite?s?)"
