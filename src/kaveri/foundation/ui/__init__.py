"""Components, page frames, forms and dates: how everything looks and reads."""
