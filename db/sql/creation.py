"""Every table and index. Made by `python -m db.shape`, never by hand."""

CREATION = (
    """
    CREATE TABLE asked (
        call TEXT NOT NULL,
        counter TEXT NOT NULL,
        clerk TEXT NOT NULL,
        chosen TEXT NOT NULL,
        reason TEXT NOT NULL,
        CONSTRAINT pk_asked PRIMARY KEY (call)
    )
    """,
    """
    CREATE TABLE call (
        id TEXT NOT NULL,
        ticket TEXT NOT NULL,
        counter TEXT,
        CONSTRAINT pk_call PRIMARY KEY (id, ticket)
    )
     WITHOUT ROWID
    """,
    """
    CREATE INDEX ix_call_counter ON call (counter) WHERE counter IS NOT NULL
    """,
    """
    CREATE INDEX ix_call_ticket ON call (ticket)
    """,
    """
    CREATE TABLE "conflict" (
        entity TEXT NOT NULL,
        event TEXT NOT NULL,
        kind TEXT NOT NULL,
        at INTEGER NOT NULL,
        clerk TEXT NOT NULL,
        reason TEXT NOT NULL,
        settled INTEGER,
        CONSTRAINT pk_conflict PRIMARY KEY (entity, event)
    )
    """,
    """
    CREATE INDEX ix_conflict_open ON "conflict" (at) WHERE settled IS NULL
    """,
    """
    CREATE TABLE draft (
        place TEXT NOT NULL,
        body BLOB NOT NULL,
        CONSTRAINT pk_draft PRIMARY KEY (place)
    )
     WITHOUT ROWID
    """,
    """
    CREATE TABLE event (
        pos INTEGER NOT NULL,
        feed INTEGER,
        superseded INTEGER DEFAULT '0' NOT NULL,
        office TEXT NOT NULL,
        node TEXT NOT NULL,
        incarnation TEXT NOT NULL,
        seq INTEGER NOT NULL,
        id TEXT NOT NULL,
        at INTEGER NOT NULL,
        clerk TEXT NOT NULL,
        entity TEXT NOT NULL,
        kind TEXT NOT NULL,
        version INTEGER NOT NULL,
        body BLOB NOT NULL,
        content BLOB NOT NULL,
        link BLOB NOT NULL,
        mark BLOB,
        signature BLOB,
        healer TEXT,
        lost INTEGER,
        was INTEGER,
        received INTEGER,
        CONSTRAINT pk_event PRIMARY KEY (pos)
    )
    """,
    """
    CREATE INDEX ix_event_audit ON event (at, kind, clerk)
    """,
    """
    CREATE INDEX ix_event_break ON event (at) WHERE kind IN ('CounterPaused', 'CounterResumed')
    """,
    """
    CREATE INDEX ix_event_chain ON event (node, incarnation, seq)
    """,
    """
    CREATE INDEX ix_event_entity ON event (entity, pos)
    """,
    """
    CREATE UNIQUE INDEX ix_event_feed ON event (feed) WHERE feed IS NOT NULL
    """,
    """
    CREATE INDEX ix_event_lost ON event (lost, was) WHERE lost IS NOT NULL
    """,
    """
    CREATE TABLE incarnation (
        incarnation TEXT NOT NULL,
        node TEXT NOT NULL,
        born INTEGER NOT NULL,
        follows BLOB NOT NULL,
        why TEXT NOT NULL,
        ended INTEGER,
        CONSTRAINT pk_incarnation PRIMARY KEY (incarnation)
    )
    """,
    """
    CREATE TABLE job (
        id INTEGER NOT NULL,
        kind TEXT NOT NULL,
        "key" TEXT NOT NULL,
        owner TEXT NOT NULL,
        title TEXT NOT NULL,
        name TEXT NOT NULL,
        copy INTEGER NOT NULL,
        size TEXT NOT NULL,
        role TEXT NOT NULL,
        made_at INTEGER NOT NULL,
        state TEXT NOT NULL,
        why TEXT NOT NULL,
        printer TEXT NOT NULL,
        tries INTEGER NOT NULL,
        paper BLOB NOT NULL,
        CONSTRAINT pk_job PRIMARY KEY (id)
    )
    """,
    """
    CREATE INDEX ix_job_queued ON job (role) WHERE state = 'queued'
    """,
    """
    CREATE TABLE meta (
        "key" TEXT NOT NULL,
        value TEXT,
        CONSTRAINT pk_meta PRIMARY KEY ("key")
    )
    """,
    """
    CREATE TABLE missing (
        day TEXT NOT NULL,
        ticket TEXT NOT NULL,
        slip INTEGER NOT NULL,
        place INTEGER NOT NULL,
        service TEXT NOT NULL,
        title TEXT NOT NULL,
        again INTEGER NOT NULL,
        CONSTRAINT pk_missing PRIMARY KEY (day, ticket, slip, place)
    )
     WITHOUT ROWID
    """,
    """
    CREATE INDEX ix_missing_ticket ON missing (ticket)
    """,
    """
    CREATE TABLE request (
        id TEXT NOT NULL,
        tracking TEXT NOT NULL,
        service TEXT NOT NULL,
        code TEXT NOT NULL,
        title TEXT NOT NULL,
        applicant_id TEXT NOT NULL,
        name TEXT NOT NULL,
        mobile TEXT NOT NULL,
        state TEXT NOT NULL,
        counter TEXT NOT NULL,
        ticket TEXT,
        registered_at INTEGER NOT NULL,
        received_day TEXT NOT NULL,
        promised TEXT NOT NULL,
        first_step_day TEXT,
        last_step_day TEXT,
        delivered_day TEXT,
        delivery_ticket TEXT,
        delivery_counter TEXT,
        mark TEXT NOT NULL,
        waits_for TEXT,
        step TEXT,
        unit TEXT,
        ready_day TEXT,
        CONSTRAINT pk_request PRIMARY KEY (id)
    )
     WITHOUT ROWID
    """,
    """
    CREATE INDEX ix_request_applicant ON request (applicant_id, registered_at)
    """,
    """
    CREATE INDEX ix_request_delivered_day ON request (delivered_day) WHERE delivered_day IS NOT
        NULL
    """,
    """
    CREATE INDEX ix_request_delivery_ticket ON request (delivery_ticket) WHERE delivery_ticket
        IS NOT NULL
    """,
    """
    CREATE INDEX ix_request_mobile ON request (mobile, registered_at) WHERE mobile <> ''
    """,
    """
    CREATE INDEX ix_request_owed ON request (promised, state, waits_for, counter) WHERE state
        NOT IN ('delivered', 'withdrawn', 'voided')
    """,
    """
    CREATE INDEX ix_request_promised ON request (promised, ready_day, state, service)
    """,
    """
    CREATE INDEX ix_request_received_day ON request (received_day)
    """,
    """
    CREATE INDEX ix_request_ticket ON request (ticket) WHERE ticket IS NOT NULL
    """,
    """
    CREATE INDEX ix_request_tracking ON request (tracking)
    """,
    """
    CREATE TABLE request_name (
        "key" TEXT NOT NULL,
        newest INTEGER NOT NULL,
        request TEXT NOT NULL,
        CONSTRAINT pk_request_name PRIMARY KEY ("key", newest, request)
    )
     WITHOUT ROWID
    """,
    """
    CREATE INDEX ix_request_name_request ON request_name (request)
    """,
    """
    CREATE TABLE series (
        series TEXT NOT NULL,
        day TEXT NOT NULL,
        last INTEGER NOT NULL,
        CONSTRAINT pk_series PRIMARY KEY (series)
    )
     WITHOUT ROWID
    """,
    """
    CREATE TABLE setting (
        name TEXT NOT NULL,
        value TEXT NOT NULL,
        CONSTRAINT pk_setting PRIMARY KEY (name)
    )
     WITHOUT ROWID
    """,
    """
    CREATE TABLE step (
        day TEXT NOT NULL,
        request TEXT NOT NULL,
        step INTEGER NOT NULL,
        what TEXT NOT NULL,
        hours INTEGER NOT NULL,
        given INTEGER NOT NULL,
        done INTEGER,
        done_day TEXT,
        over INTEGER NOT NULL,
        since TEXT,
        CONSTRAINT pk_step PRIMARY KEY (day, request, step)
    )
     WITHOUT ROWID
    """,
    """
    CREATE INDEX ix_step_request ON step (request)
    """,
    """
    CREATE TABLE stock (
        number TEXT NOT NULL,
        lease TEXT NOT NULL,
        CONSTRAINT pk_stock PRIMARY KEY (number)
    )
     WITHOUT ROWID
    """,
    """
    CREATE TABLE sub_service (
        id TEXT NOT NULL,
        code TEXT NOT NULL,
        code_key TEXT NOT NULL,
        title TEXT NOT NULL,
        department TEXT NOT NULL,
        retired TEXT NOT NULL,
        CONSTRAINT pk_sub_service PRIMARY KEY (id)
    )
    """,
    """
    CREATE INDEX ix_sub_service_code_key ON sub_service (code_key)
    """,
    """
    CREATE TABLE survey (
        day TEXT NOT NULL,
        batch TEXT NOT NULL,
        place INTEGER NOT NULL,
        service TEXT NOT NULL,
        gender TEXT NOT NULL,
        visits TEXT NOT NULL,
        answers TEXT NOT NULL,
        remarks TEXT NOT NULL,
        CONSTRAINT pk_survey PRIMARY KEY (day, batch, place)
    )
     WITHOUT ROWID
    """,
    """
    CREATE INDEX ix_survey_batch ON survey (batch)
    """,
    """
    CREATE TABLE ticket (
        id TEXT NOT NULL,
        label TEXT NOT NULL,
        label_key TEXT NOT NULL,
        series TEXT NOT NULL,
        number INTEGER NOT NULL,
        day TEXT NOT NULL,
        state TEXT NOT NULL,
        lane TEXT NOT NULL,
        effective_at INTEGER NOT NULL,
        issued_at INTEGER NOT NULL,
        held_until INTEGER,
        ended_at INTEGER,
        service TEXT NOT NULL,
        code TEXT NOT NULL,
        title TEXT NOT NULL,
        counter TEXT NOT NULL,
        outcome TEXT,
        how TEXT NOT NULL,
        deficiencies INTEGER NOT NULL,
        referrals INTEGER NOT NULL,
        slip_for TEXT,
        purpose TEXT,
        collects TEXT,
        CONSTRAINT pk_ticket PRIMARY KEY (id)
    )
     WITHOUT ROWID
    """,
    """
    CREATE INDEX ix_ticket_active ON ticket (day) WHERE state IN ('called', 'serving')
    """,
    """
    CREATE INDEX ix_ticket_collects ON ticket (collects) WHERE collects IS NOT NULL
    """,
    """
    CREATE INDEX ix_ticket_held ON ticket (lane, held_until) WHERE state = 'held'
    """,
    """
    CREATE INDEX ix_ticket_label ON ticket (day, label_key)
    """,
    """
    CREATE INDEX ix_ticket_open ON ticket (day, label_key) WHERE ended_at IS NULL
    """,
    """
    CREATE INDEX ix_ticket_slip_for ON ticket (slip_for) WHERE slip_for IS NOT NULL
    """,
    """
    CREATE INDEX ix_ticket_waiting ON ticket (lane, effective_at, number, id, issued_at) WHERE
        state = 'waiting'
    """,
    """
    CREATE TABLE visit (
        day TEXT NOT NULL,
        counter TEXT NOT NULL,
        called INTEGER NOT NULL,
        ticket TEXT NOT NULL,
        turn INTEGER NOT NULL,
        hour INTEGER NOT NULL,
        service TEXT NOT NULL,
        clerk TEXT NOT NULL,
        wait INTEGER,
        walk INTEGER,
        serve INTEGER,
        ended INTEGER NOT NULL,
        "end" TEXT NOT NULL,
        CONSTRAINT pk_visit PRIMARY KEY (day, counter, called, ticket, turn)
    )
     WITHOUT ROWID
    """,
    """
    CREATE INDEX ix_visit_ticket ON visit (ticket)
    """,
)
