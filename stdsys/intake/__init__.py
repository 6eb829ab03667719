"""What people already have, workbooks above all, understood as drafts of a workspace."""
