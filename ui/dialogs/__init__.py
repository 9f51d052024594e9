"""Dialogs: what interrupts, kept short."""
