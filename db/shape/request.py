"""Requests as lists, searches and Table 2 read them."""

from sqlalchemy import Column, Index, Integer, Table, Text, bindparam, select, text

from db.shape.metadata import METADATA

REQUEST = Table(
    "request",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("tracking", Text, nullable=False, index=True),
    Column("service", Text, nullable=False),
    Column("code", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("applicant_id", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("mobile", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("counter", Text, nullable=False),
    Column("ticket", Text),
    Column("registered_at", Integer, nullable=False),
    Column("received_day", Text, nullable=False, index=True),
    Column("promised", Text, nullable=False),
    Column("first_step_day", Text),
    Column("last_step_day", Text),
    Column("delivered_day", Text),
    Column("delivery_ticket", Text),
    Column("delivery_counter", Text),
    Column("mark", Text, nullable=False),
    Column("waits_for", Text),
    Column("step", Text),
    Column("unit", Text),
    Column("ready_day", Text),
    sqlite_with_rowid=False,
)
_R = REQUEST.c
Index("ix_request_applicant", _R.applicant_id, _R.registered_at)
Index("ix_request_mobile", _R.mobile, _R.registered_at, sqlite_where=text("mobile <> ''"))
for _column in (_R.ticket, _R.delivered_day, _R.delivery_ticket):
    Index(f"ix_request_{_column.name}", _column, sqlite_where=_column.is_not(None))
_OWED = text("state NOT IN ('delivered', 'withdrawn', 'voided')")
# Whatever figures of open requests are counted by stands in it, the state too: SQLite reads the
# row where the index does not hold what its own condition names.
Index("ix_request_owed", _R.promised, _R.state, _R.waits_for, _R.counter, sqlite_where=_OWED)
# Promises of a period, with all that says whether they were kept.
Index("ix_request_promised", _R.promised, _R.ready_day, _R.state, _R.service)

# Every tail of a name that begins at a word, as one search key: «سید علی رضایی» is found by
# «سیدعلی», by «علی رضا» and by «رضایی», with plain range scans and whatever the spacing.
# `newest` is the time of registering, negative, so that the newest of a name come first.
NAME = Table(
    "request_name",
    METADATA,
    Column("key", Text, primary_key=True),
    Column("newest", Integer, primary_key=True),
    Column("request", Text, primary_key=True, index=True),
    sqlite_with_rowid=False,
)

_FOUND = (_R.id, _R.tracking, _R.name, _R.applicant_id, _R.title, _R.state)
_NEWEST = (_R.registered_at.desc(), _R.id.desc())

TRACKED = select(_R.id).where(_R.tracking == bindparam("tracking")).order_by(*_NEWEST)
BY_APPLICANT = (
    select(_R.id)
    .where(_R.applicant_id == bindparam("applicant"))
    .order_by(_R.registered_at.desc(), _R.id.desc())
)
OF_VISIT = (
    select(_R.id)
    .where((_R.ticket == bindparam("ticket")) | (_R.delivery_ticket == bindparam("ticket")))
    .order_by(_R.registered_at, _R.id)
)
OF_DAY = (
    select(_R.id, _R.counter, _R.delivery_counter, _R.received_day, _R.delivered_day)
    .where((_R.received_day == bindparam("day")) | (_R.delivered_day == bindparam("day")))
    .order_by(_R.registered_at, _R.id)
)
LOG_OF_DAY = (
    select(
        _R.id,
        _R.tracking,
        _R.title,
        _R.received_day,
        _R.promised,
        _R.first_step_day,
        _R.last_step_day,
        _R.delivered_day,
        _R.counter,
        _R.delivery_counter,
        _R.mark,
    )
    .where((_R.received_day == bindparam("day")) | (_R.delivered_day == bindparam("day")))
    .order_by(_R.registered_at, _R.id)
)
HANDED_OVER_BY = text(
    "SELECT id FROM request WHERE first_step_day <= :day AND"
    " CASE WHEN state IN ('withdrawn', 'voided') THEN promised >= :not_before"
    " ELSE delivered_day IS NULL OR delivered_day >= :not_after END"
    " ORDER BY registered_at, id"
)
# A moment is later than the day alone, as text too. Nothing that is ready is owed any more.
OWED = text(
    "SELECT waits_for, count(*), sum(promised < :today AND waits_for <> 'delivery'),"
    " sum(promised >= :from_today AND promised < :tomorrow AND waits_for <> 'delivery')"
    " FROM request"
    " WHERE state NOT IN ('delivered', 'withdrawn', 'voided')"
    " AND :counter IN ('', counter) GROUP BY waits_for"
)
# Two stretches of indexes: what is open still, and what was answered and given after that day.
OVERDUE_ON = text(
    "SELECT count(*) FROM (SELECT 1 FROM request"
    " WHERE state NOT IN ('delivered', 'withdrawn', 'voided')"
    " AND promised < :day AND (ready_day IS NULL OR ready_day > :day)"
    " AND :counter IN ('', counter)"
    " UNION ALL SELECT 1 FROM request WHERE delivered_day > :day AND state = 'delivered'"
    " AND promised < :day AND ready_day > :day AND :counter IN ('', counter))"
)
OWED_LINES = text(
    "SELECT id, tracking, name, title, code, state, received_day, promised, step, unit"
    " FROM request WHERE state NOT IN ('delivered', 'withdrawn', 'voided')"
    " AND promised >= :since AND promised < :until"
    " AND :waits_for IN ('', waits_for) AND (:ready OR waits_for <> 'delivery')"
    " AND :counter IN ('', counter)"
    " ORDER BY promised, id LIMIT :most"
)
FOUND_BY_TRACKING = (
    select(*_FOUND).where(_R.tracking == bindparam("text")).order_by(*_NEWEST).limit(50)
)
FOUND_BY_APPLICANT = (
    select(*_FOUND).where(_R.applicant_id == bindparam("text")).order_by(*_NEWEST).limit(50)
)
FOUND_BY_MOBILE = (
    select(*_FOUND)
    .where(_R.mobile == bindparam("text"), text("mobile <> ''"))
    .order_by(*_NEWEST)
    .limit(50)
)
_NAMED = select(*_FOUND).join(NAME, NAME.c.request == _R.id)
FOUND_BY_NAME = (
    _NAMED.where(NAME.c.key == bindparam("text")).order_by(NAME.c.newest, NAME.c.request).limit(50)
)
FOUND_BY_BEGINNING = (
    _NAMED.where(NAME.c.key > bindparam("text"), NAME.c.key < bindparam("beyond"))
    .order_by(NAME.c.key, NAME.c.newest, NAME.c.request)
    .limit(200)  # several words of one name may begin so
)
