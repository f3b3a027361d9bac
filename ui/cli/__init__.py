"""The command line: how administrators script the desk. Its JSON names are a contract."""
