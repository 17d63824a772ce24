"""The rules of insight: who sees what now, how looks are told, and how requests are kept."""
