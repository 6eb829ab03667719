"""Tests of stdsys.source."""
