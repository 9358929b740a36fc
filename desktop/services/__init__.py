"""What people do, one module per area."""
