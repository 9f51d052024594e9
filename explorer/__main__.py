"""The command neural-explorer: straight to the window where no other command is named, which keeps its start short."""

import sys

COMMANDS = ("list", "describe", "train", "export", "import", "data", "tour", "doctor")
ANSWERED_HERE = ("--help", "-h", "--version")


def main() -> int:
    """Run the command that sys.argv names; returns the exit code."""
    arguments = sys.argv[1:]
    if _first_word(arguments) in (*COMMANDS, *ANSWERED_HERE):
        from explorer.cli.app import run

        return run(arguments)
    from explorer.cli.window import open_window

    return open_window(arguments)


def _first_word(arguments: list[str]) -> str:
    """What decides between command line and window: the first argument that is not about the language."""
    rest = iter(arguments)
    for word in rest:
        if word == "--language":
            next(rest, None)
        elif not word.startswith("--language="):
            return word
    return ""


if __name__ == "__main__":
    sys.exit(main())
