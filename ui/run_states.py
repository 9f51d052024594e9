"""Which states of a run, as the engine tells them, go together."""

MOVING = ("running", "stepping", "evaluating")
ALIVE = ("loading", "paused", *MOVING)  # the engine holds a learner for the run
STOPPABLE = ("paused", *MOVING)
UNSTEPPABLE = ("loading", "running", "evaluating")  # a step that is asked for during another one follows it
