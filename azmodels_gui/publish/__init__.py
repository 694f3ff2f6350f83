# SPDX-License-Identifier: MIT
"""Makes and checks catalog.json out of public sources. Strict where readers are tolerant."""
