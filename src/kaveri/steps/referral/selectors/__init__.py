"""Reading contacts, offers and receipts."""
