"""CASE FILES: stories that a jurist reads, with what must follow from them; run by `convenir cases`."""
