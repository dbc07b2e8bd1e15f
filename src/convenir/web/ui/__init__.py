"""The pieces of the pages: values to show, tags that show them, filters that write French."""
