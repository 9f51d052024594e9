"""Data of a person's own: found out by a scan, read where they lie, named problems for whatever is wrong with them."""
