"""What a workspace says: records as they are written, and the workspace they add up to."""
