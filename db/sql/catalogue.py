"""The catalogue as it is looked up by code.

Made by `python -m db.shape`, never by hand.
"""

from db.statement import Statement, Table

SUB_SERVICE = Table(
    "sub_service",
    "id",
    "code",
    "code_key",
    "title",
    "department",
    "retired",
)

BY_CODE = Statement(
    """
    SELECT sub_service.id
    FROM sub_service
    WHERE sub_service.code_key = :key ORDER BY sub_service.retired, sub_service.id
    """
)

EVERY = Statement(
    """
    SELECT sub_service.id
    FROM sub_service ORDER BY sub_service.id
    """
)
