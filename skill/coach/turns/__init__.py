"""What the coach does, a file a subject. Each function takes the talk and the event."""
