# SPDX-License-Identifier: MIT
"""The catalogue file, its facts, and the questions asked of it. No Qt, no disk, no network."""
