"""Roads to printers and files. Each takes a whole job: bytes and a title in ASCII."""
