"""The kiosk: what a visitor does by touch, from a purpose to a number on paper."""
