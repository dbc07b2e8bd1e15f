"""What an avenant does to a convention: the edits that it tells, the text that they make, the terms that change."""
