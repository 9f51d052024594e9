"""What an experiment is, how it runs, and how it is observed."""
