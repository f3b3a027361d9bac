"""Where each system keeps what is ours."""

from pathlib import Path

from platformdirs import user_data_path, user_state_path


def default_folder() -> Path:
    """Where this system keeps a person's data."""
    return user_data_path("bajeh")


def state_folder() -> Path:
    """Where this system keeps what a program notes for itself."""
    return user_state_path("bajeh")
