"""Security marks ("Mật", "lưu hành nội bộ"): where they stand in names, texts and PDF files."""
