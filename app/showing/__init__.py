"""What the windows show, read from the store in one look: frozen values, filled by functions.

Times are aware UTC instants unless a field says otherwise; words and digits are the window's
business.
"""
