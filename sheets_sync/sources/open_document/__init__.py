"""OpenDocument spreadsheets (.ods, .fods): read as cells, never written."""
