"""The model canvas: where a network is assembled and where it is watched."""
