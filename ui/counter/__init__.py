"""The counter's window: the queue, the client, the papers, the answer, by keys alone."""
