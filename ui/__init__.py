"""The window: all of Qt, and nothing of torch."""
