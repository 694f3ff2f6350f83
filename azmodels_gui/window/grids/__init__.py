# SPDX-License-Identifier: MIT
"""Tables of signs: one component for where models are offered and for what they can do."""
