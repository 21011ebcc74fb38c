"""The JSON Schema of rulesets, made from their models, so that editors complete and check them."""
