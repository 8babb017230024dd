"""What the coach is measured beside."""
