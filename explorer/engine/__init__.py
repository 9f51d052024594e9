"""How an experiment runs: the one training loop, and the process around it that the window talks to."""
