"""How fast the coach is, next to hello-world skills of Amazon's SDKs."""
