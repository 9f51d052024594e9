"""The facts of the data as named values, in the window's language."""

from explorer.dataset import DataFacts, DatasetSpec
from models.port import Port
from models.text import shown
from ui.text import tr

BYTES_PER_MB = 1_000_000


def data_facts(data: DatasetSpec, facts: DataFacts) -> list[tuple[str, str]]:
    """Name and value of what is known without loading."""
    counts = facts.num_samples
    total = sum(counts.values())
    rows = [
        (_name(data, facts), shown(total) if total else tr("not here yet")),
        (tr("Train / val / test"), "/".join(shown(count) for count in counts.values())),
        port_fact(facts.ports.input),
    ]
    if facts.ports.target is not None:
        rows.append((tr("Target"), port_fact(facts.ports.target)[1]))
    if facts.ports.num_classes:
        rows.append((tr("Classes"), shown(facts.ports.num_classes)))
    if facts.ports.vocabulary:
        rows.append((tr("Vocabulary"), shown(facts.ports.vocabulary)))
    return rows


def port_fact(port: Port) -> tuple[str, str]:
    """What one sample is, and its shape."""
    kinds = {"image": tr("Image"), "vector": tr("Vector"), "sequence": tr("Sequence"), "tokens": tr("Tokens")}
    return kinds[port.kind], shown(port.shape)


def _name(data: DatasetSpec, facts: DataFacts) -> str:
    if data.is_own:
        return tr(data.label)
    if data.offline:
        return tr("{data} (offline)", data=tr(data.label))
    return tr("{data} ({size} MB)", data=tr(data.label), size=round(facts.fetch_bytes / BYTES_PER_MB))
