"""From a Word file, a text or a saved page to an article: what is read, understood, written."""
