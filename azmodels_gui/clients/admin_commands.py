# SPDX-License-Identifier: MIT
"""What a client's administrator runs to tell what the subscription may deploy: it only reads."""

from collections.abc import Sequence
from enum import StrEnum


class Shell(StrEnum):
    """What the commands are typed into."""

    BASH = "bash"
    POWERSHELL = "powershell"


_BASH = """\
for r in {regions}; do
  az cognitiveservices model list --location "$r" --output json > "models-$r.json"
  az cognitiveservices usage list --location "$r" --output json > "usage-$r.json"
done
az cognitiveservices account list --output json > accounts.json
az cognitiveservices account list --query "[].[name, resourceGroup]" --output tsv |
while read -r name group; do
  az cognitiveservices account deployment list --name "$name" --resource-group "$group" \\
    --output json > "deployments-$name.json" < /dev/null
done
"""
_POWERSHELL = """\
foreach ($r in {regions}) {{
  az cognitiveservices model list --location $r --output json > "models-$r.json"
  az cognitiveservices usage list --location $r --output json > "usage-$r.json"
}}
az cognitiveservices account list --output json > accounts.json
foreach ($a in (az cognitiveservices account list --output json | ConvertFrom-Json)) {{
  az cognitiveservices account deployment list --name $a.name --resource-group $a.resourceGroup `
    --output json > "deployments-$($a.name).json"
}}
"""


def admin_commands(regions: Sequence[str], shell: Shell) -> str:
    """Return the commands; each answer goes into a file whose name tells the region.

    Args:
        regions: ids of the regions asked about.
        shell: what they are for.
    """
    if shell is Shell.BASH:
        return _BASH.format(regions=" ".join(regions))
    return _POWERSHELL.format(regions=", ".join(f"'{region}'" for region in regions))
