"""Tests of stdsys.analysis."""
