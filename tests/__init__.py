"""Tests of stdsys; the folders mirror those of the package."""
