"""The pages of the kiosk: each shows one place and emits what the visitor wishes."""
