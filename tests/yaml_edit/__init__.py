"""Tests of the room drafter/yaml_edit."""
