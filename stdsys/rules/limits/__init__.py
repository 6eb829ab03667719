"""Family H, its second half: limits of lower standards against those of higher ones."""
