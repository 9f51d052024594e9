"""Panels in which data, model and training are put together."""
