"""Runs on disk: a folder for each, and the library of all of them; torch-free."""
