-- What the centre keeps. Office leads every key, so that offices can be carried apart; the two
-- exceptions are looked up before an office is known (a role) or hold for all of them (a number).

CREATE TABLE bajeh.office (
    office text COLLATE "C" PRIMARY KEY CHECK (office ~ '^[0-9a-f]{32}$'),
    name text NOT NULL,
    last bigint NOT NULL DEFAULT 0,
    mark bytea NOT NULL DEFAULT sha256('bajeh-feed-1'),
    started timestamptz,
    paused_at bigint,
    pauses bigint NOT NULL DEFAULT 0,
    patience bigint NOT NULL DEFAULT 30000000 CHECK (patience >= 0),
    wakes boolean NOT NULL DEFAULT true,
    wants integer NOT NULL DEFAULT 0
) WITH (fillfactor = 50);
COMMENT ON TABLE bajeh.office IS 'One desk: the end of its feed, and whether calls wait.';
COMMENT ON COLUMN bajeh.office.started IS 'Start of the server at the last look; another one pauses';
COMMENT ON COLUMN bajeh.office.patience IS 'Microseconds in which a node must show itself';
COMMENT ON COLUMN bajeh.office.wakes IS 'Whether nodes are woken by NOTIFY; without it they poll';
COMMENT ON COLUMN bajeh.office.wants IS 'Lowest version of the program that is not told to be old';

CREATE TABLE bajeh.node (
    office text COLLATE "C" NOT NULL REFERENCES bajeh.office,
    node text COLLATE "C" NOT NULL CHECK (node ~ '^[0-9a-f]{32}$' AND node <> office),
    role_name name NOT NULL UNIQUE,
    name text NOT NULL,
    series text NOT NULL DEFAULT '',
    place integer NOT NULL CHECK (place > 0),
    public_key text NOT NULL DEFAULT '' CHECK (public_key ~ '^([0-9a-f]{64})?$'),
    version integer NOT NULL DEFAULT 0,
    seen_at bigint NOT NULL DEFAULT 0,
    reconciled bigint NOT NULL DEFAULT 0,
    doubted_at bigint NOT NULL DEFAULT -3600000000,
    revoked_at bigint,
    PRIMARY KEY (office, node),
    UNIQUE (office, place)
) WITH (fillfactor = 50);
CREATE UNIQUE INDEX node_series ON bajeh.node (office, series) WHERE series <> '';
COMMENT ON COLUMN bajeh.node.doubted_at IS 'When its reading last began a pause; one in an hour may';
COMMENT ON TABLE bajeh.node IS 'A PC of an office, and the role under which it comes.';

CREATE TABLE bajeh.line (
    office text COLLATE "C" NOT NULL,
    feed bigint NOT NULL,
    mark bytea NOT NULL,
    node text COLLATE "C" NOT NULL,
    incarnation text COLLATE "C" NOT NULL,
    seq bigint NOT NULL,
    id text COLLATE "C" NOT NULL,
    at bigint NOT NULL,
    clerk text COLLATE "C" NOT NULL,
    entity text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    version integer NOT NULL,
    body bytea NOT NULL,
    content bytea NOT NULL,
    link bytea NOT NULL,
    follows bytea NOT NULL,
    signature bytea NOT NULL,
    healer text COLLATE "C" NOT NULL,
    chained boolean NOT NULL,
    received_at bigint NOT NULL,
    PRIMARY KEY (office, feed),
    -- Of no PC's clock, and such as nobody could show: the year 1970 to 9999.
    CHECK (at BETWEEN 0 AND 253402300799999999 AND received_at >= 0),
    CHECK (seq > 0 AND version > 0 AND id <> '' AND entity <> '' AND kind <> ''),
    CHECK (octet_length(id || clerk || entity || kind) <= 400),
    CHECK (strpos(id || clerk || entity || kind, E'\n') = 0),
    CHECK (octet_length(follows) IN (0, 32) AND octet_length(signature) IN (0, 64))
) PARTITION BY LIST (office);
CREATE UNIQUE INDEX line_chain ON bajeh.line (office, node, incarnation, seq) WHERE chained;
CREATE INDEX line_entity ON bajeh.line (office, entity, feed);
CREATE INDEX line_stray ON bajeh.line (office, node, incarnation, seq)
    WHERE NOT chained AND node <> office;
CREATE INDEX line_call ON bajeh.line (office, id, feed) WHERE node = office;
COMMENT ON TABLE bajeh.line IS
    'The feed: every line of every chain in one order. Nothing here is ever changed or deleted.';

CREATE TABLE bajeh.chain (
    office text COLLATE "C" NOT NULL,
    node text COLLATE "C" NOT NULL,
    incarnation text COLLATE "C" NOT NULL,
    last bigint NOT NULL,
    link bytea NOT NULL,
    follows bytea NOT NULL,
    PRIMARY KEY (office, node, incarnation)
) WITH (fillfactor = 50);
COMMENT ON TABLE bajeh.chain IS 'The end of the chain of each incarnation, as far as it hangs.';

CREATE TABLE bajeh.closed (
    office text COLLATE "C" NOT NULL,
    call text COLLATE "C" NOT NULL CHECK (octet_length(call) <= 200),
    PRIMARY KEY (office, call)
);
COMMENT ON TABLE bajeh.closed IS 'Calls under whose id nothing will ever be granted.';

CREATE TABLE bajeh.tracking (
    number text COLLATE "C" PRIMARY KEY,
    office text COLLATE "C" NOT NULL,
    node text COLLATE "C" NOT NULL,
    lease text COLLATE "C" NOT NULL CHECK (octet_length(lease) <= 200),
    leased_at bigint NOT NULL,
    revoked_at bigint
);
CREATE INDEX tracking_lease ON bajeh.tracking (office, node, lease);
COMMENT ON TABLE bajeh.tracking IS 'Tracking numbers given to nodes in advance.';

-- Nodes are granted no table at all; should somebody do so one day, they see their own office.
CREATE FUNCTION bajeh.my_office() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
RETURN (SELECT n.office FROM bajeh.node n WHERE n.role_name = session_user AND n.revoked_at IS NULL);

ALTER TABLE bajeh.office ENABLE ROW LEVEL SECURITY;
ALTER TABLE bajeh.node ENABLE ROW LEVEL SECURITY;
ALTER TABLE bajeh.line ENABLE ROW LEVEL SECURITY;
ALTER TABLE bajeh.chain ENABLE ROW LEVEL SECURITY;
ALTER TABLE bajeh.closed ENABLE ROW LEVEL SECURITY;
ALTER TABLE bajeh.tracking ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON bajeh.office FOR SELECT USING (office = (SELECT bajeh.my_office()));
CREATE POLICY own ON bajeh.node FOR SELECT USING (office = (SELECT bajeh.my_office()));
CREATE POLICY own ON bajeh.line FOR SELECT USING (office = (SELECT bajeh.my_office()));
CREATE POLICY own ON bajeh.chain FOR SELECT USING (office = (SELECT bajeh.my_office()));
CREATE POLICY own ON bajeh.closed FOR SELECT USING (office = (SELECT bajeh.my_office()));
CREATE POLICY own ON bajeh.tracking FOR SELECT USING (office = (SELECT bajeh.my_office()));
