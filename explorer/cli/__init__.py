"""The command line: list, describe, train, tour, doctor; it imports no Qt, and torch only where something trains."""
