"""How a PC and the centre come to hold the same journal, without a socket or a file in sight.

A conversation is a generator: it yields what the centre should be asked and is sent the answer. All
that must outlive a crash stands in the replica; a conversation that breaks off anywhere is begun
anew, and never picks up in the middle.
"""
