-- A node may execute these functions and nothing else.

REVOKE ALL ON SCHEMA bajeh FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA bajeh FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA bajeh FROM PUBLIC;
ALTER DEFAULT PRIVILEGES REVOKE ALL ON FUNCTIONS FROM PUBLIC;
GRANT USAGE ON SCHEMA bajeh TO bajeh_node;
GRANT EXECUTE ON FUNCTION
    bajeh.pull_v1, bajeh.marks_v1, bajeh.digest_v1, bajeh.push_v1, bajeh.heal_v1, bajeh.call_v1,
    bajeh.lease_v1, bajeh.introduce_v1, bajeh.status_v1, bajeh.resume_v1, bajeh.my_office
    TO bajeh_node;
