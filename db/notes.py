"""Names of the store's own notes: lines of `meta` that more than one place reads or writes."""

NODE_FILE = "enrolled"
"""The file by which this PC joined its centre."""

CURSOR, MARK = "cursor", "mark"
"""How far the feed is read, and the mark there."""

STRANGERS = "strangers"
"""Authors of whom the centre takes nothing back, for it does not know them."""

SETTLED = "settled"
"""Up to which row nothing of this PC's is left to send."""

DOUBTS = "doubts"
"""Whether any line was ever kept and not believed."""

COMPARED = "compared"
"""The day on which all was compared with the centre."""

LEASING = "leasing"
"""A lease that was asked for and not answered yet."""

ANOTHER, ASIDE = "another", "aside"
"""The alarms: when another wrote under this PC's name; events that the centre could not take."""

ROLLED = "rolled_back"
"""What is known to lack, since this folder was found to be older than its witness."""

WRITE = "INSERT OR REPLACE INTO meta VALUES (?, ?)"
READ = "SELECT value FROM meta WHERE key = ?"
