"""What an evaluation found, to look at: the dialog and its pages."""
