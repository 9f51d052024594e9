"""An experiment as one Python file that needs torch and numpy, and nothing of this program."""
