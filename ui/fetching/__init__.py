"""Fetching data from the window: the queue, the dialog, and the buttons that lead there."""
