"""What the workers' pages show, decided before the template."""
