"""The day's log (Table 2), its end, and the blank receipts for a day without power."""
