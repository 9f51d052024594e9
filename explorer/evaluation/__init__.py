"""How good a network is on a split: measures in numpy, each with its source; the engine fills them with answers."""
