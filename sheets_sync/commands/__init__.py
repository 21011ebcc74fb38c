"""One module a command: calls the pipeline and prints what came of it."""
