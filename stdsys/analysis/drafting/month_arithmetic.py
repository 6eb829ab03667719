"""Days so many months later or earlier; what falls after the month's last day is that last day."""

from calendar import monthrange
from datetime import date


def add_months(day: date, months: int) -> date:
    """Return the day so many months later: 2026-01-31 and 1 is 2026-02-28.

    What lies outside the calendar is its last (or first) day.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        return date.max
    if year < date.min.year:
        return date.min
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def latest_start(end: date, months: int) -> date:
    """Return the last day from which so many months end no later than on `end`.

    The last day of a month is reached from the last day of another: one month before 2026-02-28 is
    2026-01-31.
    """
    is_last = end.day == monthrange(end.year, end.month)[1]
    start = add_months(end, -months)
    if not is_last or start == date.min:
        return start
    return start.replace(day=monthrange(start.year, start.month)[1])
