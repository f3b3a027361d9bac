"""What all tables share.

A commit costs what its pages cost to encrypt: every index is one more, so each must earn its
place, and tables that are found by a text key keep their rows in that key's own tree.
"""

from sqlalchemy import MetaData

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)
