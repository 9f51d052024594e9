"""Data of a person's own in the window: scanned, looked at, and put into the experiment."""
