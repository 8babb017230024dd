"""Checks a deployment, and says in plain words what to do: `python -m skill doctor`."""
