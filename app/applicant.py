"""Who asks: a person, a legal person, a foreigner or somebody without a code (R10), and who speaks
for them.
"""

from app.sub_service import ApplicantKind
from app.value import Value


class Applicant(Value, frozen=True, kw_only=True):
    """متقاضی. `id` is the national code, شناسه ملی or foreigner's number, in ASCII digits; empty of
    the kind `unnumbered` alone, whom nothing is looked up for.
    """

    kind: ApplicantKind = "person"
    id: str
    name: str
    father: str = ""
    mobile: str = ""


class Representative(Value, frozen=True, kw_only=True):
    """نماینده / وکیل, and the paper that entitles them."""

    id: str
    name: str
    proxy: str = ""
