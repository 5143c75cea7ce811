"""FMT: the text as such: YAML, the schema, includes, phrases, ids."""
