"""What a person sees in a cell: its value written out by its number format."""
