"""From blocks to an article: fields with evidence, doubts, captions, suggestions."""
