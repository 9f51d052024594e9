"""The catalogue of problems that fetching can meet."""

from models.problem import ProblemKind

UNKNOWN_DATA = ProblemKind(
    "unknown_data",
    "There are no data {id} that could be fetched.",
    "Choose one of: {choices}.",
)
NO_DATA_THERE = ProblemKind(
    "no_data_there",
    "{path} is neither an id of data that can be fetched nor a folder in which such data lie.",
    "Give a folder that is laid out as the data folder, or one of: {choices}.",
)
UNREACHABLE = ProblemKind(
    "server_unreachable",
    "The server {host} cannot be reached for {file}: {cause}.",
    "Check the connection to the network and, where there is one, its proxy (HTTP_PROXY, HTTPS_PROXY). Then fetch "
    "again: it goes on where it stopped.",
)
REFUSED = ProblemKind(
    "server_refused",
    "The server {host} does not give {file}: {cause}.",
    "Try again later; or get the file elsewhere and put it into {folder}.",
)
WRONG_CONTENT = ProblemKind(
    "wrong_content",
    "What the server {host} sent as {file} is not that file: {cause}. Nothing of it was kept.",
    "Try again later. Where a network asks for a password before it lets anything through, open a web page first.",
)
NO_ROOM = ProblemKind(
    "no_room",
    "There is no room for {label}: {needed} are needed in {folder}, and {free} are free.",
    "Make room there, or let the environment variable NEURAL_EXPLORER_DATA name a folder on another disk.",
)
ARCHIVE_DAMAGED = ProblemKind(
    "archive_damaged",
    "The archive {file} cannot be unpacked: {cause}. Nothing of it was kept.",
    "Fetch it again; if that does not help, put the unpacked files into {folder}.",
)
BEING_FETCHED = ProblemKind(
    "being_fetched",
    "The data {label} are being fetched already, by another window or command.",
    "Wait until that is done, or stop it there.",
)
