"""How windows look: colours, type, icons, and the parts that every window is built of."""
