"""From bytes to a `Document`: the text is fixed here, once, so that offsets are final afterwards."""
