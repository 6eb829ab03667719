"""What stands and since when: statuses on a day, and who replaces whom."""
