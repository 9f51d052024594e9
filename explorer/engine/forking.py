"""A fork: the run goes on from where it stands as another one, in a folder of its own; the one before is kept."""

from contextlib import ExitStack
from pathlib import Path

import torch

from explorer.commands import Fork
from explorer.engine.loading import loaded
from explorer.engine.outbox import Outbox
from explorer.engine.saving import Saving
from explorer.engine.session import Session
from explorer.runs.run_folder import RunFolder


def fork(session: Session, command: Fork, outbox: Outbox) -> Session:
    """The session of the new run; it moves on if the one before did.

    Raises:
        InputError: when the new folder cannot be written, or the run before not be kept; then nothing has changed.
    """
    was_playing = session.is_playing
    session.end_step()
    session.leave_head()
    learner = session.learner
    saving = Saving(learner, _folder(session, Path(command.folder)) if command.folder else None)
    session.part()
    session.timeline.cut(saving.folder)
    session.watching.follow(command.new_run_id)
    saving.write_checkpoint("last")
    outbox.put(loaded(command.new_run_id, command.folder, learner))
    forked = Session(command.new_run_id, session.watching, outbox, saving, session.timeline)
    forked.fork(session)
    forked.set_speed(session.phases_per_second)
    if was_playing:
        forked.play()
    return forked


def _folder(session: Session, path: Path) -> RunFolder:
    """A new run's folder that has what the run before recorded up to here."""
    learner, parent = session.learner, session.folder
    folder = RunFolder.create(
        path,
        learner.began_as,
        device=str(learner.device),
        num_threads=torch.get_num_threads(),
        parent=session.run_id,
        parent_step=learner.step,
    )
    with ExitStack() as undoing:
        undoing.callback(folder.give_back)
        if parent is not None:
            folder.take_over(parent.path, learner.step)
        undoing.pop_all()
    return folder
