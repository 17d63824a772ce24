"""Pages anyone reads, the open contact form, printed matter (ACCESS-1, INFORM)."""
