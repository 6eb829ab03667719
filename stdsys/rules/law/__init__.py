"""Family H, its first half: what the law says of levels, kinds and issuers."""
