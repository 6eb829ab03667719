"""What follows from a workspace on a day: pure questions, frozen answers.

Nothing here reads a file, prints or knows a rule; the rules turn these answers into findings.
"""
