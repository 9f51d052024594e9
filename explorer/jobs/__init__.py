"""Long work that is not training - fetching, scanning, evaluating - in a process of its own."""
