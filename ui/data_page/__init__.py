"""The Data page: what an experiment learns from, looked at before and while it learns."""
