"""The office: what serves whom, who does which steps, when it is open, what it is called."""
