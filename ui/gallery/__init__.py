"""The first page: experiments to open, as cards."""
