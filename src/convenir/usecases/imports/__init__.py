"""Lists sent to a dossier: kept, tried row by row, then recorded as facts once a person says so."""
