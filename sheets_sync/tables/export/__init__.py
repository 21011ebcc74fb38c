"""Everything computed, for machines: one JSON document under a published schema."""
