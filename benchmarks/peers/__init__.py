"""Made-up stories of any size, for the builder and for the generators it is compared with."""
