"""What a network is: blocks, the ports between them, and how they become torch modules."""
