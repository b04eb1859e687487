"""Reading a .docx back as values: one that drafter wrote, or one that a colleague edited."""
