"""Who is reported to have said what: quotations, reported speech, and the speaker of each."""
