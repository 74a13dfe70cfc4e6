"""Names of people, organisations and places: finding them, and telling which of them are one entity."""
