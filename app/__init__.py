"""Rules and deeds of the desk. Imports no Qt, no SQL, and does no input or output."""
