"""Random people: they say anything, at any time, on two devices, while the store fails."""
