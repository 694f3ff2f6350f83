# SPDX-License-Identifier: MIT
"""A desktop catalogue of Azure OpenAI and Microsoft Foundry models."""

__version__ = "0.1.0"
