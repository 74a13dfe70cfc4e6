"""From text to spans: sentences, dates, names, quotes, claims, quantities, events and topics."""
