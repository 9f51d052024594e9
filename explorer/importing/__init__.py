"""A network of somebody's Python file as blocks: the file is run in a process of its own, its module is traced."""
