"""One module for each group of resources; each has verify(api, check, world)."""
