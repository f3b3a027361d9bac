"""The seed of the table of holidays. Lunar ones move by a sighting: the office mends the table."""

from datetime import date

from holidays import country_holidays

_KNOWN = date(2048, 1, 1)
"""Before that day the package knows the lunar months."""


def holidays_from(day: date) -> dict[date, str]:
    """The official holidays from that day to the end of the next year, with their Persian names."""
    return holidays_between(day, date(day.year + 2, 1, 1))


def holidays_between(since: date, before: date) -> dict[date, str]:
    """The official holidays of those days; none where the lunar months of some are not known."""
    if before > _KNOWN:
        return {}
    years = range(since.year, before.year + 1)
    known = country_holidays("IR", years=years, language="fa_IR")
    return {when: title for when, title in sorted(known.items()) if since <= when < before}
