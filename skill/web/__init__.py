"""The skill as a web service: the request check, the Flask application, the server."""
