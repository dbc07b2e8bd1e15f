"""Pages: the site, server-rendered, in French."""
