"""Family L: the life of documents."""
