"""What changed, in words and sections, for text, Markdown and workbooks."""
