# SPDX-License-Identifier: Apache-2.0
"""The exercises that the demo model learns, one module for each family."""
