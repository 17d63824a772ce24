"""Settings, URL doors, command line; knows everything, known by none."""
