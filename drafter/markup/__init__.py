"""Markdown to blocks; escaping what was typed; counting words."""

from drafter.patterns import import_quickly

import_quickly("markdown_it")
