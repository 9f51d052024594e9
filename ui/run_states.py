"""Which states of a run, as the engine tells them, go together."""

MOVING = ("running", "stepping", "rewinding", "compiling")
ALIVE = ("loading", "paused", *MOVING)  # the engine holds a learner for the run
STOPPABLE = ("paused", *MOVING)
UNSTEPPABLE = ("loading", "running", "rewinding", "compiling")  # during a step another one can be asked for
