"""One verdict from the statuses of an Oz API folder, that cannot be got wrong.

>>> import oz_status
>>> verdict = oz_status.resolve('[{"type":"QUALITY","resolution":"SUCCESS"}]', require=["QUALITY", "BIOMETRY"])
>>> verdict.decision
<Decision.WAIT: 'WAIT'>
>>> verdict.findings[0].code, verdict.findings[0].path
('required_type_missing', 'BIOMETRY')
"""

from ._errors import OzStatusError
from ._model import Counts, Determining, Finding, FindingCode, Group, Reading, Required
from ._native import (
    RULES_VERSION,
    Folder,
    StatusSet,
    Tally,
    Verdict,
    __version__,
    group_result,
    group_results,
    group_results_by,
    join,
    meet,
    resolve,
    resolve_many,
)
from ._words import AnalysisState, ComparisonWarning, Decision, FolderStatus, Resolution

__all__ = [
    "RULES_VERSION",
    "AnalysisState",
    "ComparisonWarning",
    "Counts",
    "Decision",
    "Determining",
    "Finding",
    "FindingCode",
    "Folder",
    "FolderStatus",
    "Group",
    "OzStatusError",
    "Reading",
    "Required",
    "Resolution",
    "StatusSet",
    "Tally",
    "Verdict",
    "__version__",
    "group_result",
    "group_results",
    "group_results_by",
    "join",
    "meet",
    "resolve",
    "resolve_many",
]

# what pickles and messages name is the public place
for _public in (
    OzStatusError,
    ComparisonWarning,
    Resolution,
    FolderStatus,
    AnalysisState,
    Decision,
    Counts,
    Determining,
    Finding,
    Group,
    Required,
):
    _public.__module__ = __name__
del _public
