"""A first look at a league's spreadsheets: which tab is what, which column which field, as a league.yaml."""
