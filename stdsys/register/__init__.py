"""The register of known standards: one SQLite file, millions of rows, looked up by number.

A register is made of other people's lists (`writing`) and never written while it is asked
(`reading`). It states facts and who said them when; what follows from them is for the analyses.
"""
