"""Our own torch modules: what a person wants to see is a submodule, so that a hook can see it."""
