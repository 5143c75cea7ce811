"""Rules on the documents, projects and other names that a plan refers to."""
