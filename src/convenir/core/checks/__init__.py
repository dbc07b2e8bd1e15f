"""What facts show contrary to the text or the law, one file per chapter (the same names as `terms`)."""
