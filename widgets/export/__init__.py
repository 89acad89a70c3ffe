"""The dialog for exports: what is asked, and a live picture of what the file will show."""
