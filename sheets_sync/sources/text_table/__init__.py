"""Tables as plain text (.csv, .tsv): read as cells of text, never written."""
