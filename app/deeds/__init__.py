"""What a clerk does, one function each, named as the clerk would say it.

Every deed takes the transaction it works in, asks the folded state whether it may, and appends
what happened. It refuses with `Refusal` and then leaves nothing behind.
"""
