# SPDX-License-Identifier: MIT
"""The headings of deployment types in the region matrices, from our own list."""

from azmodels_gui import resources_folder
from azmodels_gui.publish.deployment_types import load_deployment_types, section_headings

HEADINGS = section_headings(
    load_deployment_types(resources_folder() / "editorial" / "deployment_types.toml")
)
