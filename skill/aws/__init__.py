"""The skill on AWS Lambda: one entry for Alexa's trigger, one for an HTTPS endpoint."""
