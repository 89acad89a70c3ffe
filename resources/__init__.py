"""Words, kinds, colours, icons and samples, as data, and the functions that load them."""
