"""What happened and what is planned: the sentences that tell of events."""
