"""The skill package that ask-cli deploys: made from `skill-package/` and the interaction models."""
