# SPDX-License-Identifier: MIT
"""Files: where they lie, how they are read and written without loss. No Qt."""
