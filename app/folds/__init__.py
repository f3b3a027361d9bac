"""The state machines: history in, state out, nothing else asked."""
