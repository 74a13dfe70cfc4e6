"""Which pages the site has, and the one typed value each template sees."""
