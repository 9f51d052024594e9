"""How each kind of data of one's own is scanned."""
