// Removed once the target has its first file.
