"""Data from the network: what can be fetched, from where, and how it comes to lie whole in the data folder."""
