"""What people and machines read: findings, tables, workbooks, graphs, the index of a build."""
