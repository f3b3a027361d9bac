"""Parts of the kiosk: large, painted, for fingers."""
