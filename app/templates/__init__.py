"""What an office changes about its forms: their template, its check, its emblem."""
