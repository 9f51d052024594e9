"""The command line: list, describe, train, export, tour, doctor; no Qt, and torch only where something trains."""
