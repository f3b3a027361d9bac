"""The clock that everything goes by."""

from datetime import UTC, datetime


class SystemClock:
    """The PC's clock."""

    def now(self) -> datetime:
        """The present instant, aware, in UTC."""
        return datetime.now(UTC)
