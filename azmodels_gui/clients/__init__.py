# SPDX-License-Identifier: MIT
"""What belongs to one client: a file of its own, and what the client's subscription says."""
