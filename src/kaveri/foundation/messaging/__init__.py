"""Notices that say nothing of the service: outbox and sending."""
