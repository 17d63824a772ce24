"""Structured questionnaires: asked, answered page by page, scored, and read beside earlier answers (IDENTIFY-3)."""
