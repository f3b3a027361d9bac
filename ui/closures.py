"""The seed of the table of holidays. Lunar ones move by a sighting: the office mends the table."""

from datetime import date

from holidays import country_holidays


def holidays_from(day: date) -> dict[date, str]:
    """The official holidays from that day to the end of the next year, with their Persian names."""
    known = country_holidays("IR", years=[day.year, day.year + 1], language="fa_IR")
    return {when: title for when, title in sorted(known.items()) if when >= day}
