"""Read documents (.docx, .html, .txt) into specs, and write specs as tables and documents."""
