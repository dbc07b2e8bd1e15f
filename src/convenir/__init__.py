"""Convenir turns the text of a partnership convention into status, obligations and a calendar."""
