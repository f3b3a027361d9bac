"""The desk's papers: each module turns one frozen paper of `app.papers` into a document."""
